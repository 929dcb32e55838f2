package dev.warren.server.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AgeingTests {

    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05.678901Z");

    private final Ageing ageing = new Ageing(Duration.ofHours(8), 2);

    /** The level of each priority after so many hours. */
    @ParameterizedTest
    @CsvSource({
        // hours, P1, P2, P3, P4, P5
        "   0,   1,  2,  3,  4,  5",
        "   7,   1,  2,  3,  4,  5",
        "   8,   1,  2,  2,  3,  4",
        "  15,   1,  2,  2,  3,  4",
        "  16,   1,  2,  2,  2,  3",
        "  23,   1,  2,  2,  2,  3",
        "  24,   1,  2,  2,  2,  2",
        "  48,   1,  2,  2,  2,  2",
        "9999,   1,  2,  2,  2,  2",
        "  -1,   1,  2,  3,  4,  5",
    })
    void movesUpOneLevelPerStepButNeverAboveTheFloor(long hours, int p1, int p2, int p3, int p4, int p5) {
        var now = CREATED.plus(Duration.ofHours(hours));

        assertThat(Priority.values())
                .extracting(it -> ageing.level(it, CREATED, now))
                .containsExactly(p1, p2, p3, p4, p5);
    }

    @Test
    void changesExactlyWhenTheStepIsOver() {
        var step = CREATED.plus(Duration.ofHours(8));

        assertThat(ageing.level(Priority.P4, CREATED, step.minusNanos(1))).isEqualTo(4);
        assertThat(ageing.level(Priority.P4, CREATED, step)).isEqualTo(3);
    }

    /** Walks from change to change: each is the first instant at which the level differs, and the last leads to the floor. */
    @ParameterizedTest
    @EnumSource
    void namesTheNextChange(Priority priority) {
        var at = CREATED;
        int level = priority.level();
        for (var next = ageing.nextChange(priority, CREATED, at); next != null; ) {
            assertThat(ageing.level(priority, CREATED, next.minusNanos(1))).isEqualTo(level);
            assertThat(ageing.level(priority, CREATED, next)).isEqualTo(level - 1);
            level--;
            at = next;
            next = ageing.nextChange(priority, CREATED, at);
        }
        assertThat(level).isEqualTo(Math.min(priority.level(), ageing.floor()));
        assertThat(ageing.level(priority, CREATED, at.plus(Duration.ofDays(365))))
                .isEqualTo(level);
    }

    @Test
    void reachesTheTopWhereTheFloorIsOne() {
        var steep = new Ageing(Duration.ofMinutes(1), 1);

        assertThat(steep.level(Priority.P5, CREATED, CREATED.plus(Duration.ofMinutes(4))))
                .isEqualTo(1);
        assertThat(steep.nextChange(Priority.P1, CREATED, CREATED)).isNull();
    }

    @Test
    void neverMakesATaskLessUrgentThanItsPriority() {
        var late = new Ageing(Duration.ofHours(8), 5);

        assertThat(Priority.values())
                .extracting(it -> late.level(it, CREATED, CREATED.plus(Duration.ofDays(9))))
                .containsExactly(1, 2, 3, 4, 5);
    }
}
