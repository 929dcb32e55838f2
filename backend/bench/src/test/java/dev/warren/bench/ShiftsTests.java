package dev.warren.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftsTests {

    private static final long START = 5_000_000_000L;

    /** Eight hours, a thousand times as fast. */
    private final Shifts shifts = Shifts.of(8, 1_000, START);

    @ParameterizedTest
    @CsvSource({"0, 0", "28, 0", "29, 1", "58, 2", "87, 0", "-1, 2"})
    void followOneAnotherAroundTheClock(long second, int crew) {
        var now = START + Duration.ofSeconds(second).toNanos();

        assertThat(IntStream.range(0, 3).filter(it -> shifts.onDuty(it, now))).containsExactly(crew);
    }

    @Test
    void saysWhenTheNextOneBegins() {
        assertThat(shifts.nextChange(START)).isEqualTo(START + 28_800_000_000L);
        assertThat(shifts.nextChange(START + 28_800_000_000L)).isEqualTo(START + 57_600_000_000L);
        assertThat(shifts.cycle()).isEqualTo(Duration.ofMillis(86_400));
    }

    @Test
    void keepsEverybodyOnDutyWithoutShifts() {
        var none = Shifts.of(0, 1_000, START);

        assertThat(none.onDuty(none.crewOf(17), START + Duration.ofDays(3).toNanos()))
                .isTrue();
        assertThat(none.nextChange(START)).isEqualTo(Long.MAX_VALUE);
        assertThat(none.cycle()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-8, 5, 7, 25})
    void mustDivideADay(int hours) {
        assertThat(Shifts.areShifts(hours)).isFalse();
    }

    @Test
    void giveEveryCrewTheSameSkills() {
        var rows = IntStream.range(0, 40)
                .mapToObj(it -> new Incident(
                        "row-" + it, LocalDateTime.MIN.plusHours(it), 3, "net", "skill-" + it % 7, 600, 0, 0))
                .toList();

        var skills = Staffing.of(rows, 10).crews(3);

        assertThat(skills).hasSize(30);
        var ofCrew = IntStream.range(0, 3)
                .mapToObj(crew -> IntStream.range(0, 30)
                        .filter(it -> shifts.crewOf(it) == crew)
                        .mapToObj(skills::get)
                        .toList())
                .toList();
        assertThat(ofCrew).isEqualTo(List.of(ofCrew.get(0), ofCrew.get(0), ofCrew.get(0)));
    }
}
