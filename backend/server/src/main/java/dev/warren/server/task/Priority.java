package dev.warren.server.task;

/** How urgent a task is: {@link #P1} is the most urgent. */
public enum Priority {
    P1,
    P2,
    P3,
    P4,
    P5;

    /** 1 (most urgent) .. 5, as stored and as used in the order. */
    public int level() {
        return ordinal() + 1;
    }

    public static Priority of(int level) {
        return values()[level - 1];
    }
}
