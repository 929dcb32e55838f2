package dev.warren.server.task;

/** How the tasks of a queue reach their workers. */
public enum Acceptance {

    /** Whoever is chosen has the task. */
    AUTO,
    /** Whoever is chosen is asked, and says yes or no. */
    MANUAL
}
