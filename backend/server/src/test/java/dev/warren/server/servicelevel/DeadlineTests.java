package dev.warren.server.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.warren.server.servicelevel.BusinessCalendar.Interval;
import dev.warren.server.servicelevel.Deadline.State;
import dev.warren.server.servicelevel.EscalationStep.Action;
import dev.warren.server.shared.Ids;
import dev.warren.server.task.DeadlineEvent.Cause;
import dev.warren.server.task.DeadlineEvent.Kind;
import dev.warren.server.task.Escalation.Point;
import dev.warren.server.task.Priority;

/** When a clock of one hour has something to tell or to do next, in a business that is open from nine to five. */
class DeadlineTests {

    private static final BusinessCalendar NINE_TO_FIVE = new BusinessCalendar(
            ZoneOffset.UTC,
            Arrays.stream(DayOfWeek.values())
                    .collect(Collectors.toMap(
                            it -> it, it -> List.of(new Interval(LocalTime.of(9, 0), LocalTime.of(17, 0))))),
            Map.of());

    private static final EscalationStep AT_RISK = step(Point.RISK, 600);
    private static final EscalationStep LATE = step(Point.BREACH, 1_800);
    private static final ServiceLevel LEVEL = new ServiceLevel(
            "default",
            "nine-to-five",
            NINE_TO_FIVE,
            75,
            true,
            List.of(new ServiceLevel.Targets(Priority.P2, null, null, 3_600)),
            List.of(AT_RISK, LATE),
            1);

    private final Deadline begun = Deadline.begin(Ids.next(), Kind.RESOLVE, Priority.P2, 3_600, at("16:30"), LEVEL);

    private static EscalationStep step(Point at, int delay) {
        return new EscalationStep(Kind.RESOLVE, at, delay, Action.RAISE_PRIORITY, null, null, null, null, null, null);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-05-06T" + time + ":00Z");
    }

    private static Instant nextDay(String time) {
        return Instant.parse("2026-05-07T" + time + ":00Z");
    }

    @Test
    void countsTheDelayOfAStepInOpeningTime() {
        assertThat(begun.riskAt()).isEqualTo(nextDay("09:15"));
        assertThat(begun.dueAt(AT_RISK, LEVEL)).isEqualTo(nextDay("09:25"));
        assertThat(begun.targetAt()).isEqualTo(nextDay("09:30"));
        assertThat(begun.dueAt(LATE, LEVEL)).isEqualTo(nextDay("10:00"));
    }

    @Test
    void isDueForTheRiskThenItsStepThenTheBreachThenItsStep() {
        var risked = begun.risked(LEVEL, nextDay("09:15"));
        var stepped = risked.escalated(LEVEL, nextDay("09:25"));
        var breached = stepped.breached(Cause.IN_WORK, LEVEL, nextDay("09:30"));
        var over = breached.escalated(LEVEL, nextDay("10:00"));
        assertThat(begun.dueAt()).isEqualTo(nextDay("09:15"));
        assertThat(risked.dueAt()).isEqualTo(nextDay("09:25"));
        assertThat(stepped.dueAt()).isEqualTo(nextDay("09:30"));
        assertThat(breached.dueAt()).isEqualTo(nextDay("10:00"));
        assertThat(over.dueAt()).isNull();
        assertThat(over.waiting(LEVEL).dueAt()).isEqualTo(nextDay("09:25")); // what was put off is looked at again
    }

    @Test
    void putsItsStepsOffWhileItIsPaused() {
        var paused = begun.risked(LEVEL, nextDay("09:15")).paused(LEVEL, nextDay("09:20"));
        assertThat(paused.state()).isEqualTo(State.PAUSED);
        assertThat(paused.dueAt()).isNull();
        assertThat(paused.waiting(LEVEL)).isEqualTo(paused);
        assertThat(paused.resumed(LEVEL, nextDay("12:00")).dueAt()).isEqualTo(nextDay("12:05"));
    }

    @Test
    void knowsAStepByWhatItIs() {
        assertThat(step(Point.RISK, 600).id()).isEqualTo(AT_RISK.id());
        assertThat(LATE.id()).isNotEqualTo(AT_RISK.id());
    }
}
