package dev.warren.server.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

class ScheduleTests {

    private static final String BERLIN = "Europe/Berlin";

    /** The week of the test; 2026-03-02 is a Monday, Berlin is one hour ahead of UTC. */
    private static Instant utc(String time) {
        return Instant.parse("2026-" + time + ":00Z");
    }

    private static Span span(String from, String until) {
        return new Span(utc(from), utc(until));
    }

    private static Schedule.WeeklyShift each(DayOfWeek day, String from, String until) {
        return new Schedule.WeeklyShift(day, from, until);
    }

    private static Schedule.Vacation away(String from, String to) {
        return new Schedule.Vacation(LocalDate.parse("2026-" + from), LocalDate.parse("2026-" + to), null);
    }

    private static Schedule.Extra on(String date, String from, String until) {
        return new Schedule.Extra(LocalDate.parse("2026-" + date), from, until);
    }

    private static Schedule weekly(String zone, Schedule.WeeklyShift... weekly) {
        return new Schedule(zone, Arrays.asList(weekly), List.of(), List.of());
    }

    private static final Schedule OFFICE = weekly(
            BERLIN,
            each(DayOfWeek.MONDAY, "09:00", "12:00"),
            each(DayOfWeek.MONDAY, "13:00", "17:00"),
            each(DayOfWeek.TUESDAY, "09:00", "12:00"));

    @Test
    void readsTheWeekInTheTimeOfTheWorker() {
        assertThat(OFFICE.shifts(utc("03-02T00:00"), utc("03-09T00:00")))
                .containsExactly(
                        span("03-02T08:00", "03-02T11:00"),
                        span("03-02T12:00", "03-02T16:00"),
                        span("03-03T08:00", "03-03T11:00"));
    }

    @Test
    void showsShiftsOfWhichOnlySomePartIsAskedFor() {
        assertThat(OFFICE.shifts(utc("03-02T10:59"), utc("03-02T12:01")))
                .containsExactly(span("03-02T08:00", "03-02T11:00"), span("03-02T12:00", "03-02T16:00"));
        assertThat(OFFICE.shifts(utc("03-02T11:00"), utc("03-02T12:00"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "03-02T06:00, 03-02T11:00", // early
        "03-02T08:00, 03-02T11:00",
        "03-02T10:59, 03-02T11:00",
        "03-02T11:00, 03-02T16:00", // over: the next one counts
        "03-02T16:00, 03-03T11:00",
        "03-03T11:00, 03-09T11:00", // the next week
    })
    void findsTheEndOfThisOrTheNextShift(String now, String end) {
        assertThat(OFFICE.nextEnd(utc(now))).contains(utc(end));
    }

    @Test
    void hasNoEndWhenNothingIsPlanned() {
        assertThat(Schedule.NONE.nextEnd(utc("03-02T06:00"))).isEmpty();
        assertThat(Schedule.NONE.shifts(utc("03-02T06:00"), utc("04-02T06:00"))).isEmpty();
    }

    @Test
    void letsAShiftGoOnAfterMidnight() {
        var nights = weekly(BERLIN, each(DayOfWeek.SUNDAY, "22:00", "06:00"));

        assertThat(nights.shifts(utc("03-02T00:00"), utc("03-02T12:00")))
                .containsExactly(span("03-01T21:00", "03-02T05:00"));
        assertThat(nights.nextEnd(utc("03-02T01:00"))).contains(utc("03-02T05:00"));
    }

    @Test
    void countsShiftsThatTouchOrOverlapAsOne() {
        var schedule = new Schedule(
                BERLIN,
                List.of(each(DayOfWeek.MONDAY, "09:00", "12:00"), each(DayOfWeek.MONDAY, "12:00", "15:00")),
                List.of(),
                List.of(on("03-02", "14:00", "20:00")));

        assertThat(schedule.shifts(utc("03-02T00:00"), utc("03-03T00:00")))
                .containsExactly(span("03-02T08:00", "03-02T19:00"));
        assertThat(schedule.nextEnd(utc("03-02T09:00"))).contains(utc("03-02T19:00"));
    }

    @Test
    void hasNoShiftsInAVacationButThoseThatAreExtra() {
        var schedule = new Schedule(
                BERLIN, OFFICE.weekly(), List.of(away("03-02", "03-08")), List.of(on("03-04", "10:00", "11:00")));

        assertThat(schedule.shifts(utc("03-02T00:00"), utc("03-10T00:00")))
                .containsExactly(
                        span("03-04T09:00", "03-04T10:00"),
                        span("03-09T08:00", "03-09T11:00"),
                        span("03-09T12:00", "03-09T16:00"));
        assertThat(schedule.nextEnd(utc("03-02T08:00"))).contains(utc("03-04T10:00"));
        assertThat(schedule.vacations(utc("03-08T10:00"), utc("03-20T10:00"))).hasSize(1);
        assertThat(schedule.vacations(utc("03-09T10:00"), utc("03-20T10:00"))).isEmpty();
    }

    /** In Berlin the clock goes from 2 to 3 on 29 March, and from 3 back to 2 on 25 October. */
    @ParameterizedTest
    @CsvSource({
        "03-28, 22:00, 06:00, 03-28T21:00, 03-29T04:00", // seven hours only
        "10-24, 22:00, 06:00, 10-24T20:00, 10-25T05:00", // nine hours
        "03-29, 02:30, 05:00, 03-29T01:30, 03-29T03:00", // begins in the hour that there is not
    })
    void keepsTheTimeOnTheWallInBothNightsOfTheChange(
            String date, String from, String until, String begin, String end) {
        var schedule = new Schedule(BERLIN, List.of(), List.of(), List.of(on(date, from, until)));

        assertThat(schedule.shifts(utc(date + "T00:00"), utc(date + "T23:00"))).containsExactly(span(begin, end));
    }

    @Test
    void leavesOutAShiftThatFallsIntoTheHourThatThereIsNot() {
        var schedule = new Schedule(BERLIN, List.of(), List.of(), List.of(on("03-29", "02:00", "03:00")));

        assertThat(schedule.nextEnd(utc("03-28T00:00"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Berlin, 09:00, 12:00, 2026-03-02, 2026-03-02, 2026-03-02, /zone",
        "+01:00, 09:00, 12:00, 2026-03-02, 2026-03-02, 2026-03-02, /zone",
        "UTC, 09:00, 09:00, 2026-03-02, 2026-03-02, 2026-03-02, /weekly/0/until",
        "UTC, 09:00, 12:00, 2026-03-02, 2026-03-01, 2026-03-02, /vacations/0/to",
        "UTC, 09:00, 12:00, 2026-03-02, 2028-03-10, 2026-03-02, /vacations/0/to",
        "UTC, 09:00, 12:00, +999999999-12-31, +999999999-12-31, 2026-03-02, /vacations/0/from",
        "UTC, 09:00, 12:00, 2026-03-02, 2026-03-02, -999999999-01-01, /extra/0/date",
    })
    void refusesWhatNoCalendarHas(
            String zone, String from, String until, LocalDate first, LocalDate last, LocalDate extra, String pointer) {
        var schedule = new Schedule(
                zone,
                List.of(each(DayOfWeek.MONDAY, from, until)),
                List.of(new Schedule.Vacation(first, last, null)),
                List.of(new Schedule.Extra(extra, "10:00", "11:00")));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> schedule.requirePossible(utc("03-02T08:00")))
                .returns(ProblemCode.RULE_VIOLATED, Problem::getCode)
                .returns(pointer, it -> it.getViolations().get(0).pointer());
    }
}
