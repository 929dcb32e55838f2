package dev.warren.server.assignment;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.warren.server.task.TaskView;

/**
 * An assignment as its holder reads it.
 *
 * @param percent how far the work is, 0..100
 * @param comment what was said at the end, or the last note before it
 * @param disposition how it was completed, in the words of its queue
 */
public record AssignmentView(
        UUID id,
        UUID taskId,
        AssignmentState state,
        int attempt,
        Instant assignedAt,
        @Nullable Instant startedAt,
        @Nullable Instant closedAt,
        int percent,
        @Nullable String comment,
        @Nullable String disposition,
        TaskView task) {}
