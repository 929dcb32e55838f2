package dev.warren.server.task;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How waiting makes a task more urgent: effective priority {@code max(min(p, floor), p − ⌊age / step⌋)}. Age is counted
 * from the creation of the task and survives declines and retries. Nobody ages past a real P1.
 *
 * @param step the waiting time that is worth one level of priority
 * @param floor the most urgent level that waiting alone can reach, 1..5
 */
@ConfigurationProperties("warren.ageing")
public record Ageing(
        @DefaultValue("8h") Duration step,
        @DefaultValue("2") int floor) {

    /** The effective priority, 1 (most urgent) .. 5, of a task at that time. */
    public int level(Priority priority, Instant createdAt, Instant now) {
        int best = Math.min(priority.level(), floor);
        long steps =
                now.isBefore(createdAt) ? 0 : Duration.between(createdAt, now).dividedBy(step);
        return (int) Math.max(best, priority.level() - steps);
    }

    /** When the level changes next, or null when it has reached its best. */
    public @Nullable Instant nextChange(Priority priority, Instant createdAt, Instant now) {
        int level = level(priority, createdAt, now);
        return level <= Math.min(priority.level(), floor)
                ? null
                : createdAt.plus(step.multipliedBy(priority.level() - level + 1L));
    }
}
