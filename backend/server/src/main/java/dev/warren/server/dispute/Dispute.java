package dev.warren.server.dispute;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One assignment that its worker thinks was decided wrongly.
 *
 * @param attempt of the task that the assignment was
 * @param reason what the worker says
 * @param answer what was said to it, null until somebody did
 * @param answeredBy their name
 */
record Dispute(
        UUID id,
        UUID assignmentId,
        UUID taskId,
        int attempt,
        String queue,
        String title,
        UUID workerId,
        String workerName,
        String reason,
        Instant raisedAt,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {}
