package dev.warren.server.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A task as it is read.
 *
 * @param assignee the worker who holds it, is asked for it, or held it last
 * @param attempt how often it has been assigned
 * @param hold why it is on hold, when it is
 * @param help what its holder waits for help with, if so
 * @param retryAt when it waits again by itself after it failed; null when somebody has to decide: a dead letter
 * @param version rises by one with each change; the ETag
 */
public record TaskView(
        UUID id,
        TaskStatus status,
        Priority priority,
        String title,
        @Nullable String description,
        String queue,
        @Nullable String category,
        List<String> requiredSkills,
        int minSkillLevel,
        @Nullable String region,
        @Nullable UUID assignee,
        int attempt,
        int version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        @Nullable Hold hold,
        @Nullable HelpRequest help,
        @Nullable Instant retryAt,
        @Nullable Instant dueAt,
        @Nullable Integer estimateSeconds,
        Map<String, Object> metadata,
        String createdBy) {

    /** @param until when it goes on by itself, null for when somebody says so */
    public record Hold(
            String reason, Instant since, @Nullable Instant until) {}

    /** A request for help that nobody has answered. */
    public record HelpRequest(String reason, Instant since) {}
}
