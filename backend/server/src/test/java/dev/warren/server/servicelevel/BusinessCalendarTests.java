package dev.warren.server.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.warren.server.servicelevel.BusinessCalendar.Interval;

class BusinessCalendarTests {

    private static final LocalDate HOLIDAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate SHORT_DAY = LocalDate.of(2026, 5, 4);

    /** The same hours every day but weekends; {@code HOLIDAY} is a Friday, {@code SHORT_DAY} the Monday after it. */
    private static BusinessCalendar office(String zone) {
        return new BusinessCalendar(
                ZoneId.of(zone),
                days(interval("09:00", "12:00"), interval("13:00", "17:00")).entrySet().stream()
                        .filter(it -> it.getKey().compareTo(DayOfWeek.SATURDAY) < 0)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                Map.of(HOLIDAY, List.of(), SHORT_DAY, List.of(interval("10:00", "11:00"))));
    }

    private static BusinessCalendar nights(String from, String to) {
        return new BusinessCalendar(ZoneId.of("Europe/Berlin"), days(interval(from, to)), Map.of());
    }

    private static Map<DayOfWeek, List<Interval>> days(Interval... intervals) {
        return Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(it -> it, it -> List.of(intervals)));
    }

    private static Interval interval(String from, String to) {
        return new Interval(LocalTime.parse(from), LocalTime.parse(to));
    }

    @ParameterizedTest(name = "{0}: {1} + {2} min = {3}")
    @CsvSource({
        "Europe/Berlin, 2026-04-29T07:00:00Z,  60, 2026-04-29T08:00:00Z", // within
        "Europe/Berlin, 2026-04-29T09:30:00Z,  60, 2026-04-29T11:30:00Z", // over lunch
        "Europe/Berlin, 2026-04-29T09:00:00Z,  60, 2026-04-29T10:00:00Z", // to the closing itself
        "Europe/Berlin, 2026-04-29T03:00:00Z,  60, 2026-04-29T08:00:00Z", // before it opens
        "Europe/Berlin, 2026-04-30T14:30:00Z,  60, 2026-05-04T08:30:00Z", // holiday, weekend, short day
        "Europe/Berlin, 2026-04-30T14:30:00Z, 120, 2026-05-05T07:30:00Z", // the short day is over at 11
        "Asia/Kolkata,  2026-04-29T03:30:00Z,  60, 2026-04-29T04:30:00Z", // half an hour off: opens at 03:30 UTC
        "Asia/Kolkata,  2026-04-29T00:00:00Z,  30, 2026-04-29T04:00:00Z",
    })
    void addsOpenTimeOnly(String zone, Instant start, long minutes, Instant expected) {
        assertThat(office(zone).add(start, Duration.ofMinutes(minutes))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} to {1} on {2}: {3} min")
    @CsvSource({
        "00:00, 00:00, 2026-03-29, 1380", // the day without an hour
        "00:00, 00:00, 2026-10-25, 1500", // the day with one more
        "00:00, 00:00, 2026-06-01, 1440",
        "01:00, 04:00, 2026-03-29,  120",
        "01:00, 04:00, 2026-10-25,  240",
        "02:00, 03:00, 2026-03-29,    0", // the hour that is left out
        "02:30, 04:00, 2026-03-29,   60", // begins in it
        "01:00, 02:30, 2026-03-29,   60", // ends in it
        "02:00, 03:00, 2026-10-25,  120", // the hour that occurs twice
        "01:00, 02:30, 2026-10-25,  150", // closes the second time
        "02:30, 04:00, 2026-10-25,  150", // opens the first time
    })
    void keepsToTheWallOnTheNightsOfTheChange(String from, String to, LocalDate day, long minutes) {
        var zone = ZoneId.of("Europe/Berlin");
        assertThat(nights(from, to)
                        .between(
                                day.atStartOfDay(zone).toInstant(),
                                day.plusDays(1).atStartOfDay(zone).toInstant()))
                .isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void countsNoMomentTwiceWhereWallTimesOccurTwice() {
        var split = new BusinessCalendar(
                ZoneId.of("Europe/Berlin"), days(interval("01:00", "02:30"), interval("02:30", "04:00")), Map.of());
        assertThat(split.between(Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T22:00:00Z")))
                .isEqualTo(Duration.ofHours(4));
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, 2026-03-27", "Europe/Berlin, 2026-10-23", "Asia/Kolkata, 2026-04-30"})
    void findsBetweenWhatItAdded(String zone, LocalDate day) {
        var calendar = office(zone);
        var start = day.atTime(11, 7).atZone(ZoneId.of(zone)).toInstant();
        for (int minutes = 1; minutes < 3_000; minutes += 37) {
            var open = Duration.ofMinutes(minutes);
            assertThat(calendar.between(start, calendar.add(start, open))).isEqualTo(open);
        }
    }

    @Test
    void isNegativeTheOtherWayRound() {
        var nine = Instant.parse("2026-04-29T07:00:00Z");
        assertThat(office("Europe/Berlin").between(nine.plusSeconds(60), nine)).isEqualTo(Duration.ofSeconds(-60));
    }
}
