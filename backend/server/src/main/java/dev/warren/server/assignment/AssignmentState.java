package dev.warren.server.assignment;

/** How an assignment stands. The first three are active, the others are final. */
public enum AssignmentState {

    /** The worker has it and has not begun. */
    ASSIGNED,
    /** The worker is at it. */
    IN_PROGRESS,
    /** The worker has it, but does something else meanwhile; it takes no seat. */
    ON_HOLD,
    /** Done. */
    COMPLETED,
    /** Given up by the worker. */
    FAILED,
    /** The task was called off. */
    CANCELLED,
    /** The worker was lost; the task went on without this assignment. */
    LOST,
    /** Given back to the queue. */
    RETURNED,
    /** Handed over to somebody else, or to another queue. */
    TRANSFERRED;

    public boolean isActive() {
        return this == ASSIGNED || this == IN_PROGRESS || this == ON_HOLD;
    }
}
