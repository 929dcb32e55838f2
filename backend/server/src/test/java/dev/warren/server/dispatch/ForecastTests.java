package dev.warren.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTests {

    private static final int KNOWN_WELL = 1_000_000;

    @ParameterizedTest
    @CsvSource({"1, 0.1", "5, 0.1", "40, 2"})
    void holdsFourWaitsOfFive(int turns, double perSecond) {
        var forecast = Forecast.of(turns, perSecond, 1, KNOWN_WELL);
        var random = new Random(7);
        int inside = 0;
        int waits = 20_000;
        for (int i = 0; i < waits; i++) {
            double seconds = 0;
            for (int turn = 0; turn < turns; turn++) {
                seconds -= Math.log(1 - random.nextDouble()) / perSecond;
            }
            inside += seconds >= forecast.low().toMillis() / 1e3
                            && seconds <= forecast.high().toMillis() / 1e3
                    ? 1
                    : 0;
        }
        assertThat(inside / (double) waits).isCloseTo(0.8, within(0.02));
        assertThat(forecast.expected()).isEqualTo(Duration.ofMillis(Math.round(turns / perSecond * 1e3)));
    }

    @Test
    void isLessSureWhenLittleIsKnownOrTurnsComeInBursts() {
        var sure = Forecast.of(20, 1, 1, KNOWN_WELL);

        for (var unsure : new Forecast[] {Forecast.of(20, 1, 1, 3), Forecast.of(20, 1, 10, KNOWN_WELL)}) {
            assertThat(unsure.low()).isLessThan(sure.low());
            assertThat(unsure.high()).isGreaterThan(sure.high());
            assertThat(unsure.expected()).isEqualTo(sure.expected());
        }
    }

    @Test
    void staysWithinBounds() {
        var endless = Forecast.of(1e9, 1e-6, 100, 1);

        assertThat(endless.expected()).isEqualTo(Duration.ofDays(30));
        assertThat(endless.low()).isPositive().isLessThanOrEqualTo(endless.high());
        assertThat(Forecast.of(1, 1, 0, 1).low()).isGreaterThanOrEqualTo(Duration.ZERO);
    }
}
