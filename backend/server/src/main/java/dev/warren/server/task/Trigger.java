package dev.warren.server.task;

/** What can be asked of a task. */
public enum Trigger {
    OFFER,
    ACCEPT,
    WITHDRAW,
    ASSIGN,
    START,
    PROGRESS,
    COMPLETE,
    FAIL,
    REPRIORITISE,
    CANCEL,
    RETRY,
    RELEASE,
    REOPEN,
    REOFFER,
    HOLD,
    RESUME,
    WAKE,
    MOVE,
    COMMENT,
    ASK_FOR_HELP,
    ANSWER,
    CLOCK,
    RELAX
}
