package dev.warren.server.task;

import java.util.EnumSet;
import java.util.Set;

/** Where a task stands. What may follow what is said in {@link Lifecycle}. */
public enum TaskStatus {

    /** Waits in its queue. */
    QUEUED,
    /** Offered to a worker who has not answered yet; only in queues that ask before they assign. */
    OFFERED,
    /** Belongs to a worker who has not begun yet. */
    ASSIGNED,
    /** Is being worked on. */
    IN_PROGRESS,
    /** Set aside for a while, by its holder, who keeps it, or by an admin while it waits. */
    ON_HOLD,
    /** Done. Final. */
    COMPLETED,
    /** Given up by its worker, with the reason in the comment; can be queued again. */
    FAILED,
    /** Called off. Only whoever did that can take it back, and only for a moment. */
    CANCELLED;

    private static final Set<TaskStatus> CLOSED = EnumSet.of(COMPLETED, FAILED, CANCELLED);
    private static final Set<TaskStatus> HELD = EnumSet.of(ASSIGNED, IN_PROGRESS);
    private static final int FIRST_CLOSED = 5;

    /** Nobody waits for it or works on it any more. */
    public boolean isClosed() {
        return CLOSED.contains(this);
    }

    /** A worker is at it, or shall be: there is exactly one active assignment, and it takes a seat. */
    public boolean isHeld() {
        return HELD.contains(this);
    }

    /** Somebody holds it, or is asked whether to take it. */
    public boolean isTaken() {
        return this == OFFERED || isHeld();
    }

    /** The number of a closed status in the column {@code closed_status}. */
    int closedNumber() {
        return FIRST_CLOSED + ordinal() - COMPLETED.ordinal();
    }
}
