package dev.warren.server.servicelevel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import dev.warren.server.servicelevel.BusinessCalendar.Interval;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.web.PlainText;

/**
 * A business calendar as people write it.
 *
 * @param zone an IANA time zone
 */
record Calendar(String name, String zone, Definition definition, int version) {

    /** The calendar of queues that name none. */
    static final String ALWAYS = "always";

    /**
     * @param weekly the openings of an ordinary week
     * @param exceptions single days that are different
     */
    record Definition(
            @NotNull @Size(min = 1, max = 70) List<@NotNull @Valid Weekly> weekly,

            @NotNull @Size(max = BusinessCalendar.MOST_EXCEPTIONS)
            List<@NotNull @Valid Exceptional> exceptions) {}

    /** @param to midnight stands for the end of the day */
    record Weekly(
            @NotNull DayOfWeek day,
            @NotNull LocalTime from,
            @NotNull LocalTime to) {}

    /** @param open when it is open that day; nothing for a holiday */
    record Exceptional(
            @NotNull LocalDate date,
            @Nullable @PlainText(max = 60) String name,
            @NotNull @Size(max = 10) List<@NotNull @Valid Hours> open) {}

    record Hours(@NotNull LocalTime from, @NotNull LocalTime to) {}

    /**
     * The rules that it stands for.
     *
     * @throws Problem {@code rule-violated}, with the field that is wrong
     */
    BusinessCalendar rules() {
        var weekly = definition.weekly().stream()
                .collect(Collectors.groupingBy(
                        Weekly::day, Collectors.mapping(it -> new Interval(it.from(), it.to()), Collectors.toList())));
        weekly.values().forEach(it -> requireOrder(it, "/weekly"));
        Map<LocalDate, List<Interval>> exceptions = definition.exceptions().stream()
                .collect(Collectors.toMap(
                        Exceptional::date,
                        it -> it.open().stream()
                                .map(hours -> new Interval(hours.from(), hours.to()))
                                .toList(),
                        (one, other) -> {
                            throw refused("/exceptions", "must name each date once");
                        }));
        exceptions.values().forEach(it -> requireOrder(it, "/exceptions"));
        var rules = new BusinessCalendar(zoneId(), weekly, exceptions);
        if (rules.aWeek().compareTo(BusinessCalendar.LEAST_A_WEEK) < 0) {
            throw refused("/weekly", "must be open for at least one hour a week");
        }
        return rules;
    }

    private ZoneId zoneId() {
        if (ZoneId.getAvailableZoneIds().contains(zone)) {
            return ZoneId.of(zone);
        }
        throw refused("/zone", "must be an IANA time zone, such as Europe/Berlin or Asia/Kolkata");
    }

    private static void requireOrder(List<Interval> intervals, String pointer) {
        var sorted =
                intervals.stream().sorted(Comparator.comparing(Interval::from)).toList();
        for (int i = 0; i < sorted.size(); i++) {
            var it = sorted.get(i);
            if (it.length().isNegative() || it.length().isZero()) {
                throw refused(pointer, "must have each 'to' after its 'from'; 00:00 is the end of the day");
            }
            if (i > 0
                    && (endsTheDay(sorted.get(i - 1)) || sorted.get(i - 1).to().isAfter(it.from()))) {
                throw refused(pointer, "must not overlap on one day");
            }
        }
    }

    private static boolean endsTheDay(Interval it) {
        return it.to().equals(LocalTime.MIDNIGHT);
    }

    private static Problem refused(String pointer, String message) {
        return Problem.of(ProblemCode.RULE_VIOLATED, pointer, message);
    }
}
