package dev.warren.server.task;

import java.time.Instant;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Actor;

/** The verbs of the clock, which leave a task as it is, but for its version. */
public final class DeadlineVerbs {

    private DeadlineVerbs() {}

    public static void atRisk(Task task, DeadlineEvent.Kind kind, Instant targetAt, Change change) {
        var from = task.move(Trigger.CLOCK);
        task.record(new DeadlineEvent.AtRisk(task.step(from), kind, targetAt, task.holder()), Actor.SYSTEM, change);
    }

    public static void breach(
            Task task, DeadlineEvent.Kind kind, Instant targetAt, DeadlineEvent.Cause cause, Change change) {
        var from = task.move(Trigger.CLOCK);
        task.record(
                new DeadlineEvent.Breached(task.step(from), kind, targetAt, cause, task.holder()),
                Actor.SYSTEM,
                change);
    }
}
