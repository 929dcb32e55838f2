package dev.warren.server.messaging;

/** The names of everything on the broker. */
public final class Names {

    /** Topic exchange: every domain event under {@code <type>.<queue>}; other programs bind queues of their own. */
    public static final String EVENTS = "warren.events";

    /** Direct exchange: what other programs ask of Warren; the routing key is the queue. */
    public static final String COMMANDS = "warren.commands";

    /** Queue: tasks to create. */
    public static final String TASK_INTAKE = "warren.task-intake";

    /** Topic exchange: transient hints from server to server. */
    public static final String LIVE = "warren.live";

    /** Direct exchange and the queue behind it: messages that could not be applied. */
    public static final String DEAD_LETTERS = "warren.dead-letters";

    /** The highest priority a message on {@link #TASK_INTAKE} can have. */
    static final int PRIORITIES = 5;

    static final String HEADER_CODE = "x-error-code";
    static final String HEADER_REASON = "x-error-reason";
    static final String HEADER_SOURCE = "x-source-queue";
    static final String HEADER_ATTEMPTS = "x-attempts";
    static final String HEADER_DEAD_AT = "x-dead-at";

    /** Version of a command's format; absent means 1. */
    static final String HEADER_VERSION = "version";

    private Names() {}
}
