package dev.warren.server.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import dev.warren.server.shared.web.PlainText;

/**
 * Which tasks a list shows; null or empty means any.
 *
 * @param skill the name of a skill that they need
 * @param unassigned true for those that nobody holds or held last, false for the others
 * @param minAgeSeconds created at least so long ago
 * @param text a part of the title, in any case
 */
public record TaskFilter(
        @Nullable List<TaskStatus> status,
        @Nullable List<Priority> priority,
        @Nullable String queue,
        @Nullable String category,
        @Nullable String skill,
        @Nullable UUID assignee,
        @Nullable Boolean unassigned,
        @Nullable String createdBy,
        @Nullable Instant createdFrom,
        @Nullable Instant createdBefore,
        @Min(0) @Max(MAX_AGE) @Nullable Long minAgeSeconds,
        @Min(0) @Max(MAX_AGE) @Nullable Long maxAgeSeconds,
        @Nullable Instant dueBefore,
        @Size(min = 1) @PlainText(max = 100) @Nullable String text) {

    private static final long MAX_AGE = 3_153_600_000L;

    /** Whether it asks for nothing but status, priority and queue: what the counters know. */
    public boolean isCoarse() {
        return category == null
                && skill == null
                && assignee == null
                && unassigned == null
                && createdBy == null
                && createdFrom == null
                && createdBefore == null
                && minAgeSeconds == null
                && maxAgeSeconds == null
                && dueBefore == null
                && text == null;
    }

    public boolean allows(TaskStatus candidate) {
        return status == null || status.isEmpty() || status.contains(candidate);
    }

    public boolean allows(Priority candidate) {
        return priority == null || priority.isEmpty() || priority.contains(candidate);
    }

    public boolean allows(String candidate) {
        return queue == null || queue.equals(candidate);
    }
}
