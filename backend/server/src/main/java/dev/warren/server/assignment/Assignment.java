package dev.warren.server.assignment;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.warren.server.messaging.Change;
import dev.warren.server.task.Task;
import dev.warren.server.workforce.Worker;

/**
 * A worker's hold on a task: one row of {@code active} or of {@code assignment}.
 *
 * @param attempt which try of the task this is, from 1; an old attempt can change nothing
 * @param percent how far the work is, 0..100
 * @param comment what was said at the end, or the last note before it
 * @param disposition how it was completed, in the words of its queue
 * @param seatKept on hold, and a seat is kept free for when it goes on
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
        @Nullable String comment,
        @Nullable String disposition,
        boolean seatKept) {

    /** One that begins now; the task has counted the attempt already. */
    static Assignment begun(UUID id, Task task, UUID worker, Instant at) {
        return new Assignment(
                id, task.id(), worker, task.attempt(), AssignmentState.ASSIGNED, at, null, null, 0, null, null, false);
    }

    boolean isOnHold() {
        return state == AssignmentState.ON_HOLD;
    }

    Assignment started(Instant at) {
        return become(AssignmentState.IN_PROGRESS, Objects.requireNonNullElse(startedAt, at), percent, comment, false);
    }

    Assignment progressed(int percent, @Nullable String note) {
        return become(state, startedAt, percent, note == null ? comment : note, false);
    }

    Assignment held() {
        return become(AssignmentState.ON_HOLD, startedAt, percent, comment, false);
    }

    Assignment withSeatKept() {
        return become(state, startedAt, percent, comment, true);
    }

    private Assignment become(
            AssignmentState to, @Nullable Instant started, int reached, @Nullable String note, boolean keepsSeat) {
        return new Assignment(id, task, worker, attempt, to, assignedAt, started, null, reached, note, null, keepsSeat);
    }

    Assignment closed(AssignmentState end, @Nullable String comment, Instant at) {
        return closed(end, comment, null, at);
    }

    Assignment closed(AssignmentState end, @Nullable String comment, @Nullable String disposition, Instant at) {
        int reached = end == AssignmentState.COMPLETED ? 100 : percent;
        return new Assignment(
                id, task, worker, attempt, end, assignedAt, startedAt, at, reached, comment, disposition, false);
    }

    /** Frees the seat that it takes, or the one that is kept for it, and tells how the worker stands then. */
    Task.Holder leave(Worker holder, Change change) {
        if (!isOnHold()) {
            holder.release(change);
        } else if (seatKept) {
            holder.giveUpSeat();
        }
        return holder(holder);
    }

    /** The worker as an event names them. */
    Task.Holder holder(Worker worker) {
        return new Task.Holder(id, worker.id(), worker.load(), worker.loadVersion());
    }
}
