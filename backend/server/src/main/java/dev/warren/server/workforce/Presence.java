package dev.warren.server.workforce;

/** Whether a worker is here and takes new work. */
public enum Presence {

    /** Here and ready for work. */
    AVAILABLE,
    /** Here, but takes nothing new. */
    BUSY,
    /** At work, but in a meeting: takes nothing new. */
    MEETING,
    /** On a break: takes nothing new, and the time does not count as present. */
    BREAK,
    /** Was here, and cannot be reached any more: the tab was closed, the laptop sleeps. Only Warren says so. */
    UNREACHABLE,
    /** Not here. */
    OFFLINE;

    /** The time counts in the fair share: a share is busy time over time at work, so a break costs nobody anything. */
    boolean isAtWork() {
        return this == AVAILABLE || this == BUSY || this == MEETING;
    }

    /** Has come to work, and not gone home. */
    public boolean isHere() {
        return this != OFFLINE && this != UNREACHABLE;
    }

    /** May have a planned end. */
    boolean isForAWhile() {
        return this == BREAK || this == MEETING;
    }
}
