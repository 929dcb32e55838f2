package dev.warren.server.dispatch.strategy;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import dev.warren.server.skill.Requirement;

/**
 * A task that waits for a worker, as one round sees it.
 *
 * @param requirement id of its {@link Requirement}
 * @param priority 1 (most urgent) to 5, as it was asked for
 * @param level 1 to 5, the effective priority after ageing as it is stored
 * @param createdAt since when it waits; survives declines, releases and retries
 * @param rescue whether it waited so long that {@link Params#needsRescue} holds
 * @param excluded workers that must not get it now: in cool-down after a decline, or barred by four eyes
 */
public record WaitingTask(
        UUID id, int requirement, int priority, int level, Instant createdAt, boolean rescue, Set<UUID> excluded) {

    public WaitingTask {
        requirePriority(priority);
        requirePriority(level);
        excluded = excluded.isEmpty() ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(excluded));
    }

    static void requirePriority(int priority) {
        if (priority < 1 || priority > 5) {
            throw new IllegalArgumentException("Not a priority from 1 to 5: " + priority);
        }
    }
}
