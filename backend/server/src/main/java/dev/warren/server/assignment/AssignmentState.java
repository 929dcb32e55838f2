package dev.warren.server.assignment;

/** How an assignment stands. The first two are active, the others are final. */
public enum AssignmentState {

    /** The worker has it and has not begun. */
    ASSIGNED,
    /** The worker is at it. */
    IN_PROGRESS,
    /** Done. */
    COMPLETED,
    /** Given up by the worker. */
    FAILED,
    /** The task was called off. */
    CANCELLED,
    /** The worker was lost; the task went on without this assignment. */
    LOST;

    public boolean isActive() {
        return this == ASSIGNED || this == IN_PROGRESS;
    }
}
