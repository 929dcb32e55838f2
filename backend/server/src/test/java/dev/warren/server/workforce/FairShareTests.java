package dev.warren.server.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FairShareTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration SHIFT = Duration.ofHours(8);

    @Test
    void halvesThePastWithEachShift() {
        var ledger = new FairShare(1_000, 4_000, NOW).advance(NOW.plus(SHIFT), 0, false);

        assertThat(ledger.busySeconds()).isCloseTo(500, within(1e-9));
        assertThat(ledger.presentSeconds()).isCloseTo(2_000, within(1e-9));
        assertThat(ledger.share()).isCloseTo(0.25, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "0.25, true", "1, true", "0.7, false"})
    void agreesWithNumericIntegration(double rate, boolean present) {
        var start = new FairShare(3_000, 9_000, NOW);
        var seconds = 5 * 3600;
        var busy = start.busySeconds();
        var presentSeconds = start.presentSeconds();
        var step = 0.25; // seconds, midpoint rule
        for (var i = 0; i < seconds / step; i++) {
            var in = present ? 1 : 0;
            var busyHalf = busy + step / 2 * (in * rate - FairShare.DECAY_PER_SECOND * busy);
            var presentHalf = presentSeconds + step / 2 * (in - FairShare.DECAY_PER_SECOND * presentSeconds);
            busy += step * (in * rate - FairShare.DECAY_PER_SECOND * busyHalf);
            presentSeconds += step * (in - FairShare.DECAY_PER_SECOND * presentHalf);
        }

        var closed = start.advance(NOW.plusSeconds(seconds), rate, present);

        assertThat(closed.busySeconds()).isCloseTo(busy, within(1e-5));
        assertThat(closed.presentSeconds()).isCloseTo(presentSeconds, within(1e-5));
    }

    @Test
    void reachesTheSameInManyStepsAsInOne() {
        var random = new Random(7);
        var inSteps = new FairShare(100, 400, NOW);
        var end = NOW;
        for (var i = 0; i < 10_000; i++) {
            end = end.plusNanos(random.nextInt(2_000_000_000));
            inSteps = inSteps.advance(end, 0.5, true);
        }

        var atOnce = new FairShare(100, 400, NOW).advance(end, 0.5, true);

        assertThat(inSteps.busySeconds()).isCloseTo(atOnce.busySeconds(), within(1e-6));
        assertThat(inSteps.presentSeconds()).isCloseTo(atOnce.presentSeconds(), within(1e-6));
    }

    @Test
    void changesNothingWhenTheClockStandsStillOrRunsBackwards() {
        var ledger = new FairShare(1_000, 4_000, NOW);

        assertThat(ledger.advance(NOW, 1, true)).isEqualTo(ledger);
        assertThat(ledger.advance(NOW.minusSeconds(9), 1, true)).isEqualTo(ledger);
        assertThat(ledger.rejoinAt(0.5, NOW.minusSeconds(9)).asOf()).isEqualTo(NOW);
    }

    @Test
    void staysExactForTheTiniestStep() {
        var ledger = new FairShare(0, 0, NOW).advance(NOW.plusNanos(1), 0.5, true);

        assertThat(ledger.presentSeconds()).isCloseTo(1e-9, within(1e-18));
        assertThat(ledger.share()).isCloseTo(0.5, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void staysFiniteAfterAnAge(boolean present) {
        var ledger = new FairShare(1_000, 4_000, Instant.MIN).advance(Instant.MAX, 0.75, present);

        assertThat(ledger.share()).isCloseTo(present ? 0.75 : 0, within(1e-12));
        assertThat(ledger.presentSeconds()).isCloseTo(present ? 1 / FairShare.DECAY_PER_SECOND : 0, within(1e-6));
    }

    @Test
    void neverLeavesZeroToOne() {
        var random = new Random(8);
        var ledger = FairShare.joinAt(1, NOW);
        var now = NOW;
        for (var i = 0; i < 20_000; i++) {
            now = now.plusMillis((long) Math.pow(10, random.nextInt(9)));
            ledger = random.nextInt(10) == 0
                    ? ledger.rejoinAt(random.nextDouble(), now)
                    : ledger.advance(now, random.nextInt(5) / 2.0, random.nextBoolean());
            assertThat(ledger.share()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void startsNewcomersAtTheMeanAndSoonReckonsTheirOwn() {
        var ledger = FairShare.joinAt(0.6, NOW);

        assertThat(ledger.share()).isCloseTo(0.6, within(1e-12));
        assertThat(ledger.advance(NOW.plusSeconds(60), 1, true).share()).isBetween(0.66, 0.67);
        assertThat(ledger.advance(NOW.plus(SHIFT), 1, true).share()).isGreaterThan(0.99);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0.2", "PT8H, 0.4", "PT16H, 0.5", "P30D, 0.6"})
    void fillsUpWhatAnAbsenceForgotWithTheMean(Duration absence, double share) {
        var back = FairShare.joinAt(0.2, NOW).rejoinAt(0.6, NOW.plus(absence));

        assertThat(back.share()).isCloseTo(share, within(1e-9));
        assertThat(back.presentSeconds()).isCloseTo(300, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.1})
    void rejectsWhatIsNoRate(double rate) {
        assertThatThrownBy(() -> FairShare.joinAt(0, NOW).advance(NOW, rate, true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FairShare.joinAt(rate, NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({ // a share of 0.5 moves by what is held, for that part of the seats which no offer takes
        "0, 0, 1, true,  down",
        "1, 0, 1, true,  up",
        "1, 1, 1, true,  stays",
        "1, 1, 2, true,  down",
        "2, 1, 2, true,  up",
        "2, 2, 2, true,  stays",
        "2, 1, 4, true,  down",
        "3, 2, 1, true,  stays",
        "1, 1, 0, true,  stays",
        "1, 1, 1, false, stays",
    })
    void countsTheTimeOfOffersNeitherWay(int load, int offered, int capacity, boolean present, String expected) {
        var start = new FairShare(1_000, 2_000, NOW);

        double moved = start.advance(NOW.plusSeconds(600), load, offered, capacity, present)
                        .share()
                - start.share();

        assertThat(Math.abs(moved) < 1e-9 ? "stays" : moved > 0 ? "up" : "down").isEqualTo(expected);
    }
}
