package dev.warren.server.task;

import static dev.warren.server.task.TaskStatus.*;
import static dev.warren.server.task.Trigger.*;

import java.util.List;

/**
 * The lifecycle of a task as one plain table: what is not listed is illegal. The state machine is built from it, the
 * tests enumerate it and docs/lifecycles.md is generated from it.
 */
public final class Lifecycle {

    /** Every task begins here. */
    public static final TaskStatus INITIAL = QUEUED;

    /** All legal moves. */
    public static final List<Transition> TRANSITIONS = List.of(
            new Transition(QUEUED, OFFER, OFFERED),
            new Transition(OFFERED, ACCEPT, ASSIGNED),
            new Transition(OFFERED, WITHDRAW, QUEUED),
            new Transition(QUEUED, ASSIGN, ASSIGNED),
            new Transition(ASSIGNED, START, IN_PROGRESS),
            new Transition(IN_PROGRESS, PROGRESS, IN_PROGRESS),
            new Transition(ASSIGNED, COMPLETE, COMPLETED),
            new Transition(IN_PROGRESS, COMPLETE, COMPLETED),
            new Transition(ASSIGNED, FAIL, FAILED),
            new Transition(IN_PROGRESS, FAIL, FAILED),
            new Transition(QUEUED, REPRIORITISE, QUEUED),
            new Transition(OFFERED, REPRIORITISE, OFFERED),
            new Transition(ASSIGNED, REPRIORITISE, ASSIGNED),
            new Transition(IN_PROGRESS, REPRIORITISE, IN_PROGRESS),
            new Transition(QUEUED, CANCEL, CANCELLED),
            new Transition(OFFERED, CANCEL, CANCELLED),
            new Transition(ASSIGNED, CANCEL, CANCELLED),
            new Transition(IN_PROGRESS, CANCEL, CANCELLED),
            new Transition(FAILED, RETRY, QUEUED),
            new Transition(ASSIGNED, RELEASE, QUEUED),
            new Transition(IN_PROGRESS, RELEASE, QUEUED),
            new Transition(ON_HOLD, RELEASE, QUEUED),
            new Transition(CANCELLED, REOPEN, QUEUED),
            new Transition(QUEUED, REOFFER, QUEUED),
            new Transition(QUEUED, HOLD, ON_HOLD),
            new Transition(ASSIGNED, HOLD, ON_HOLD),
            new Transition(IN_PROGRESS, HOLD, ON_HOLD),
            new Transition(ON_HOLD, RESUME, IN_PROGRESS),
            new Transition(ON_HOLD, WAKE, QUEUED),
            new Transition(ON_HOLD, COMPLETE, COMPLETED),
            new Transition(ON_HOLD, FAIL, FAILED),
            new Transition(ON_HOLD, REPRIORITISE, ON_HOLD),
            new Transition(ON_HOLD, CANCEL, CANCELLED),
            new Transition(QUEUED, MOVE, QUEUED),
            new Transition(QUEUED, COMMENT, QUEUED),
            new Transition(OFFERED, COMMENT, OFFERED),
            new Transition(ASSIGNED, COMMENT, ASSIGNED),
            new Transition(IN_PROGRESS, COMMENT, IN_PROGRESS),
            new Transition(ON_HOLD, COMMENT, ON_HOLD),
            new Transition(COMPLETED, COMMENT, COMPLETED),
            new Transition(FAILED, COMMENT, FAILED),
            new Transition(CANCELLED, COMMENT, CANCELLED),
            new Transition(ASSIGNED, ASK_FOR_HELP, ASSIGNED),
            new Transition(IN_PROGRESS, ASK_FOR_HELP, IN_PROGRESS),
            new Transition(ON_HOLD, ASK_FOR_HELP, ON_HOLD),
            new Transition(ASSIGNED, ANSWER, ASSIGNED),
            new Transition(IN_PROGRESS, ANSWER, IN_PROGRESS),
            new Transition(ON_HOLD, ANSWER, ON_HOLD),
            new Transition(QUEUED, CLOCK, QUEUED),
            new Transition(OFFERED, CLOCK, OFFERED),
            new Transition(ASSIGNED, CLOCK, ASSIGNED),
            new Transition(IN_PROGRESS, CLOCK, IN_PROGRESS),
            new Transition(ON_HOLD, CLOCK, ON_HOLD),
            new Transition(QUEUED, RELAX, QUEUED));

    private Lifecycle() {}

    /** One legal move. */
    public record Transition(TaskStatus from, Trigger trigger, TaskStatus to) {}
}
