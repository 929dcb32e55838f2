package dev.warren.bench;

import java.time.Duration;

/**
 * Who is on duty when: crews that follow one another around the clock, in the time of the run. Employees belong to the
 * crews in turn, by their number.
 *
 * @param crews how many crews share a day; 1 when everybody is always on duty
 * @param length of one shift
 * @param startNanos when the first shift begins, on the monotonic clock
 */
record Shifts(int crews, Duration length, long startNanos) {

    private static final int HOURS_A_DAY = 24;

    /** @param hours of one shift in the time of the data, a part of the day; 0 for no shifts */
    static Shifts of(int hours, double speed, long startNanos) {
        return hours == 0
                ? new Shifts(1, Duration.ofDays(1), startNanos)
                : new Shifts(crews(hours), Duration.ofNanos(Math.round(hours * 3_600 / speed * 1e9)), startNanos);
    }

    static int crews(int hours) {
        return hours == 0 ? 1 : HOURS_A_DAY / hours;
    }

    static boolean areShifts(int hours) {
        return hours == 0 || (hours > 0 && HOURS_A_DAY % hours == 0);
    }

    int crewOf(int employee) {
        return employee % crews;
    }

    boolean onDuty(int crew, long nanos) {
        return crews == 1 || Math.floorMod(shift(nanos), crews) == crew;
    }

    /** When somebody's duty may begin or end next. */
    long nextChange(long nanos) {
        return crews == 1 ? Long.MAX_VALUE : startNanos + (shift(nanos) + 1) * length.toNanos();
    }

    /** After so long everybody has been on duty. */
    Duration cycle() {
        return crews == 1 ? Duration.ZERO : length.multipliedBy(crews);
    }

    private long shift(long nanos) {
        return Math.floorDiv(nanos - startNanos, length.toNanos());
    }
}
