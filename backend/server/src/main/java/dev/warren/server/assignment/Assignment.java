package dev.warren.server.assignment;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A worker's hold on a task: one row of {@code active} or of {@code assignment}.
 *
 * @param attempt which try of the task this is, from 1; an old attempt can change nothing
 * @param percent how far the work is, 0..100
 * @param comment what was said at the end, or the last note before it
 */
record Assignment(
        UUID id,
        UUID task,
        UUID worker,
        int attempt,
        AssignmentState state,
        Instant assignedAt,
        @Nullable Instant startedAt,
        @Nullable Instant closedAt,
        int percent,
        @Nullable String comment) {

    Assignment started(Instant at) {
        return new Assignment(
                id, task, worker, attempt, AssignmentState.IN_PROGRESS, assignedAt, at, null, percent, comment);
    }

    Assignment progressed(int percent, @Nullable String note) {
        return new Assignment(
                id, task, worker, attempt, state, assignedAt, startedAt, null, percent, note == null ? comment : note);
    }

    Assignment closed(AssignmentState end, @Nullable String comment, Instant at) {
        int reached = end == AssignmentState.COMPLETED ? 100 : percent;
        return new Assignment(id, task, worker, attempt, end, assignedAt, startedAt, at, reached, comment);
    }
}
