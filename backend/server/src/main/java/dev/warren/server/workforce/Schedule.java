package dev.warren.server.workforce;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.web.PlainText;

/**
 * When somebody works, in the time of where they live. Shifts that touch or overlap are one.
 *
 * @param zone an IANA time zone
 * @param vacations in which no weekly shift begins
 * @param extra shifts on single days, also in a vacation
 */
public record Schedule(
        @NotNull @Size(max = 60) String zone,
        @NotNull @Size(max = 50) List<@Valid @NotNull WeeklyShift> weekly,
        @NotNull @Size(max = 100) List<@Valid @NotNull Vacation> vacations,
        @NotNull @Size(max = 100) List<@Valid @NotNull Extra> extra) {

    /** Nothing is planned. */
    static final Schedule NONE = new Schedule("UTC", List.of(), List.of(), List.of());

    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private static final String TIME_RULE = "must be a time from 00:00 to 23:59";

    /** Further than the longest vacation that can be planned. */
    private static final int LOOK_AHEAD_DAYS = 800;

    private static final int MOST_DAYS_AHEAD = 730;
    private static final int MOST_DAYS_BACK = 3_650;

    /** Each week on that day; a shift that ends before it begins ends on the next day. */
    public record WeeklyShift(
            @NotNull DayOfWeek day,

            @NotNull @Pattern(regexp = TIME, message = TIME_RULE)
            String from,

            @NotNull @Pattern(regexp = TIME, message = TIME_RULE)
            String until) {}

    /** From the first to the last day, both included. */
    public record Vacation(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @PlainText(max = 60) @Nullable String note) {

        boolean includes(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** On one day; a shift that ends before it begins ends on the next day. */
    public record Extra(
            @NotNull LocalDate date,

            @NotNull @Pattern(regexp = TIME, message = TIME_RULE)
            String from,

            @NotNull @Pattern(regexp = TIME, message = TIME_RULE)
            String until) {}

    /** @throws Problem {@code rule-violated} for what no calendar has */
    void requirePossible(Instant now) {
        require(ZoneId.getAvailableZoneIds().contains(zone), "/zone", "must be an IANA time zone, as Europe/Berlin");
        var today = now.atZone(zoneId()).toLocalDate();
        for (int i = 0; i < weekly.size(); i++) {
            var it = weekly.get(i);
            require(!it.from().equals(it.until()), "/weekly/%d/until".formatted(i), "must be another time than from");
        }
        for (int i = 0; i < vacations.size(); i++) {
            var it = vacations.get(i);
            require(!it.to().isBefore(it.from()), "/vacations/%d/to".formatted(i), "must not be before from");
            requireNear(it.from(), today, "/vacations/%d/from".formatted(i));
            requireNear(it.to(), today, "/vacations/%d/to".formatted(i));
        }
        for (int i = 0; i < extra.size(); i++) {
            var it = extra.get(i);
            require(!it.from().equals(it.until()), "/extra/%d/until".formatted(i), "must be another time than from");
            requireNear(it.date(), today, "/extra/%d/date".formatted(i));
        }
    }

    private static void requireNear(LocalDate day, LocalDate today, String pointer) {
        require(
                day.isAfter(today.minusDays(MOST_DAYS_BACK)) && day.isBefore(today.plusDays(MOST_DAYS_AHEAD)),
                pointer,
                "must be less than two years ahead, and less than ten years ago");
    }

    private static void require(boolean holds, String pointer, String message) {
        if (!holds) {
            throw Problem.of(ProblemCode.RULE_VIOLATED, pointer, message);
        }
    }

    /** The shifts of which some part is between the two instants, in their order. */
    List<Span> shifts(Instant from, Instant until) {
        var shifts = new ArrayList<Span>();
        var last = dayOf(until);
        for (var day = dayOf(from).minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            for (var next : beginningOn(day)) {
                var before = shifts.isEmpty() ? null : shifts.get(shifts.size() - 1);
                if (before != null && !next.from().isAfter(before.until())) {
                    shifts.set(shifts.size() - 1, new Span(before.from(), later(before.until(), next.until())));
                } else {
                    shifts.add(next);
                }
            }
        }
        shifts.removeIf(it -> !it.until().isAfter(from) || !it.from().isBefore(until));
        return shifts;
    }

    /** The vacations of which some day is between the two instants. */
    List<Vacation> vacations(Instant from, Instant until) {
        return vacations.stream()
                .filter(it -> !it.to().isBefore(dayOf(from)) && !it.from().isAfter(dayOf(until)))
                .toList();
    }

    /** The end of the shift that lasts then, or else of the next one; empty when none is planned. */
    Optional<Instant> nextEnd(Instant after) {
        @Nullable Instant end = null;
        var day = dayOf(after).minusDays(1);
        for (int i = 0; i < LOOK_AHEAD_DAYS; i++) {
            for (var next : beginningOn(day.plusDays(i))) {
                if (end != null && next.from().isAfter(end)) {
                    return Optional.of(end);
                }
                if (next.until().isAfter(after)) {
                    end = end == null ? next.until() : later(end, next.until());
                }
            }
        }
        return Optional.ofNullable(end);
    }

    private List<Span> beginningOn(LocalDate day) {
        var spans = new ArrayList<Span>();
        if (vacations.stream().noneMatch(it -> it.includes(day))) {
            weekly.stream()
                    .filter(it -> it.day() == day.getDayOfWeek())
                    .forEach(it -> spans.add(span(day, it.from(), it.until())));
        }
        extra.stream().filter(it -> it.date().equals(day)).forEach(it -> spans.add(span(day, it.from(), it.until())));
        spans.removeIf(it -> !it.from().isBefore(it.until())); // falls into the hour that a spring night skips
        spans.sort(Comparator.comparing(Span::from));
        return spans;
    }

    private Span span(LocalDate day, String from, String until) {
        var begin = LocalTime.parse(from);
        var end = LocalTime.parse(until);
        var lastDay = end.isAfter(begin) ? day : day.plusDays(1);
        return new Span(
                day.atTime(begin).atZone(zoneId()).toInstant(),
                lastDay.atTime(end).atZone(zoneId()).toInstant());
    }

    private LocalDate dayOf(Instant instant) {
        return instant.atZone(zoneId()).toLocalDate();
    }

    private ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
