package dev.warren.server.task;

/** What becomes of open work when the shift of its holder ends. */
public enum ShiftEnd {

    /** Whoever has it finishes it, and then goes home. */
    KEEP,
    /** It goes back to the queue, with its age. */
    HAND_BACK
}
