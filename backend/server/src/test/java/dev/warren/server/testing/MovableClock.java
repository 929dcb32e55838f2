package dev.warren.server.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of day, moved by as much as a test says. */
public final class MovableClock extends Clock {

    private volatile Duration moved = Duration.ZERO;

    public void advance(Duration by) {
        moved = moved.plus(by);
    }

    /** Back to the real time. */
    public void reset() {
        moved = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(moved);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Warren has no time zones");
    }
}
