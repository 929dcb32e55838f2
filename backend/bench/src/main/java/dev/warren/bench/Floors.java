package dev.warren.bench;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the machine's parts do without Warren, measured in the same run; milliseconds and per second.
 *
 * @param commitsPerSecond one-row durable commits on 16 connections
 * @param commit one-row durable commit on one connection
 * @param delivery confirmed publish to delivery, at 200 per second
 * @param frame one WebSocket text frame on loopback, at 200 per second
 */
record Floors(
        @Nullable Double commitsPerSecond,
        @Nullable Distribution commit,
        @Nullable Distribution delivery,
        @Nullable Distribution frame) {

    /** Addresses of the parts; a null one is left out, and without any there is no floor to compare with. */
    record Addresses(
            @Nullable String jdbcUrl,
            @Nullable String user,
            @Nullable String password,
            @Nullable String amqp) {}

    static Floors measure(Addresses addresses) throws InterruptedException {
        if (addresses.jdbcUrl() == null && addresses.amqp() == null) {
            return new Floors(null, null, null, null);
        }
        var jdbc = addresses.jdbcUrl() == null
                ? null
                : JdbcFloor.measure(addresses.jdbcUrl(), addresses.user(), addresses.password());
        var delivery = addresses.amqp() == null ? null : AmqpFloor.measure(addresses.amqp());
        return new Floors(
                jdbc == null ? null : jdbc.commitsPerSecond(),
                jdbc == null ? null : jdbc.commit(),
                delivery,
                WebSocketFloor.measure());
    }

    /** The mean of a measurement before and one after the load. */
    static Floors mean(Floors before, Floors after) {
        return new Floors(
                before.commitsPerSecond == null || after.commitsPerSecond == null
                        ? null
                        : (before.commitsPerSecond + after.commitsPerSecond) / 2,
                mean(before.commit, after.commit),
                mean(before.delivery, after.delivery),
                mean(before.frame, after.frame));
    }

    /** Two commits, one confirmed publish to delivery and one frame, quantile by quantile; null if one is unknown. */
    @Nullable
    Distribution push() {
        if (commit == null || delivery == null || frame == null) {
            return null;
        }
        return new Distribution(
                1,
                2 * commit.p50() + delivery.p50() + frame.p50(),
                2 * commit.p95() + delivery.p95() + frame.p95(),
                2 * commit.p99() + delivery.p99() + frame.p99(),
                2 * commit.max() + delivery.max() + frame.max());
    }

    /** How many times the floor a latency takes, at p50, p95 and p99; empty if the floor is unknown. */
    Map<String, Double> ratios(Distribution latency) {
        var floor = push();
        return floor == null || latency.count() == 0
                ? Map.of()
                : Map.of(
                        "p50", latency.p50() / floor.p50(),
                        "p95", latency.p95() / floor.p95(),
                        "p99", latency.p99() / floor.p99());
    }

    private static @Nullable Distribution mean(@Nullable Distribution a, @Nullable Distribution b) {
        return a == null || b == null
                ? null
                : new Distribution(
                        a.count() + b.count(),
                        (a.p50() + b.p50()) / 2,
                        (a.p95() + b.p95()) / 2,
                        (a.p99() + b.p99()) / 2,
                        Math.max(a.max(), b.max()));
    }
}
