package dev.warren.bench;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One row of a trace: a work item that entered a real system, and how long it took there.
 *
 * @param holds how often it was put on hold
 * @param handOvers how often it went to somebody else
 */
record Incident(
        String id,
        LocalDateTime createdAt,
        int priority,
        String category,
        @Nullable String skill,
        long handleSeconds,
        int holds,
        int handOvers) {

    private static final long SHORTEST = 60;
    private static final long LONGEST = 3_600;

    /** The time one person is busy with it: the recorded time is elapsed, not hands-on, hence the cap. */
    Duration handleTime() {
        return Duration.ofSeconds(Math.max(SHORTEST, Math.min(handleSeconds, LONGEST)));
    }

    Set<String> skills() {
        return skill == null ? Set.of() : Set.of(skill);
    }
}
