package dev.warren.bench;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** One row of a trace: a work item that entered a real system, and how long it took there. */
record Incident(
        String id,
        LocalDateTime createdAt,
        int priority,
        String category,
        @Nullable String skill,
        long handleSeconds) {

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
