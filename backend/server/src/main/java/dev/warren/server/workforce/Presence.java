package dev.warren.server.workforce;

/** Whether a worker is here and takes new work. */
public enum Presence {

    /** Here and ready for work. */
    AVAILABLE,
    /** Here, but takes nothing new. */
    BUSY,
    /** On a break: takes nothing new, and the time does not count as present. */
    BREAK,
    /** Not here. */
    OFFLINE;

    /** The time counts in the fair share: a share is busy time over time at work, so a break costs nobody anything. */
    boolean isAtWork() {
        return this == AVAILABLE || this == BUSY;
    }
}
