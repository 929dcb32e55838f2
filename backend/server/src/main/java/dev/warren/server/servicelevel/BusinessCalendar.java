package dev.warren.server.servicelevel;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * When a business is open, by the clock on its wall. A wall time that a change to summer time leaves out stands for the
 * moment of the change; of one that occurs twice, an opening takes the first and a closing the second.
 *
 * @param weekly what is open on each day of the week; at least {@link #LEAST_A_WEEK}, in non-overlapping intervals
 * @param exceptions what is open instead on single days; none for a holiday, at most {@link #MOST_EXCEPTIONS} days
 */
record BusinessCalendar(ZoneId zone, Map<DayOfWeek, List<Interval>> weekly, Map<LocalDate, List<Interval>> exceptions) {

    /** Bounds how far ahead a deadline can be, and with it the work of finding it. */
    static final Duration LEAST_A_WEEK = Duration.ofHours(1);

    static final int MOST_EXCEPTIONS = 400;

    /** Open without an end. */
    static final BusinessCalendar ALWAYS = new BusinessCalendar(
            ZoneOffset.UTC,
            Arrays.stream(DayOfWeek.values())
                    .collect(Collectors.toMap(
                            it -> it, it -> List.of(new Interval(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)))),
            Map.of());

    BusinessCalendar {
        weekly = Map.copyOf(weekly);
        exceptions = Map.copyOf(exceptions);
    }

    /** @param to not included; midnight stands for the end of the day */
    record Interval(LocalTime from, LocalTime to) {

        /** Its length on a day without a change of time; negative when it ends before it begins. */
        Duration length() {
            var length = Duration.between(from, to);
            return to.equals(LocalTime.MIDNIGHT) ? length.plusDays(1) : length;
        }
    }

    private record Opening(Instant from, Instant to) {}

    /**
     * When that much time has passed in which the business was open; the closing time itself rather than the opening
     * after it.
     *
     * @param open not negative
     */
    Instant add(Instant start, Duration open) {
        if (open.isZero() || isAlwaysOpen()) {
            return start.plus(open);
        }
        var left = open;
        for (var day = start.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
            for (var opening : openings(day)) {
                var from = later(opening.from(), start);
                var here = Duration.between(from, opening.to());
                if (here.compareTo(left) >= 0) {
                    return from.plus(left);
                }
                if (!here.isNegative()) {
                    left = left.minus(here);
                }
            }
        }
    }

    /** How long the business was open between the two; negative when they stand the other way round. */
    Duration between(Instant start, Instant end) {
        if (end.isBefore(start)) {
            return between(end, start).negated();
        }
        if (isAlwaysOpen()) {
            return Duration.between(start, end);
        }
        var open = Duration.ZERO;
        var last = end.atZone(zone).toLocalDate();
        for (var day = start.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (var opening : openings(day)) {
                var here = Duration.between(later(opening.from(), start), earlier(opening.to(), end));
                open = here.isNegative() ? open : open.plus(here);
            }
        }
        return open;
    }

    /** How long it is open in a week without exceptions and changes of time. */
    Duration aWeek() {
        return weekly.values().stream()
                .flatMap(List::stream)
                .map(Interval::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private boolean isAlwaysOpen() {
        return exceptions.isEmpty() && aWeek().toDays() == 7;
    }

    /** In order, without overlaps even where wall times occur twice. */
    private List<Opening> openings(LocalDate day) {
        var openings = new ArrayList<Opening>();
        var intervals = exceptions.getOrDefault(day, weekly.getOrDefault(day.getDayOfWeek(), List.of()));
        var end = Instant.MIN;
        for (var interval :
                intervals.stream().sorted(Comparator.comparing(Interval::from)).toList()) {
            var closing = interval.to().equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
            var from = later(end, at(day.atTime(interval.from()), false));
            end = later(end, at(closing.atTime(interval.to()), !closing.isAfter(day)));
            if (from.isBefore(end)) {
                openings.add(new Opening(from, end));
            }
        }
        return openings;
    }

    private Instant at(LocalDateTime wall, boolean second) {
        var transition = zone.getRules().getTransition(wall);
        if (transition == null) {
            return wall.atZone(zone).toInstant();
        }
        if (transition.isGap()) {
            return transition.getInstant();
        }
        return wall.toInstant(second ? transition.getOffsetAfter() : transition.getOffsetBefore());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
