package dev.warren.server.task;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Actor;

/** The verbs of a task that is put on hold: each moves it one version on and leaves exactly one event. */
public final class HoldVerbs {

    private HoldVerbs() {}

    /**
     * @param by who holds it meanwhile, or null when it waits
     * @param until when it shall go on by itself, or null
     */
    public static void hold(
            Task task, Task.@Nullable Holder by, String reason, @Nullable Instant until, Actor actor, Change change) {
        var from = task.move(Trigger.HOLD);
        task.record(
                new HoldEvent.Held(
                        task.step(from),
                        reason,
                        until,
                        by == null ? null : by.assignmentId(),
                        by == null ? null : by.workerId(),
                        by == null ? null : by.workerLoad(),
                        by == null ? null : by.workerLoadVersion()),
                actor,
                change);
    }

    /** Its holder goes on with it. */
    public static void resume(Task task, Task.Holder by, Actor actor, Change change) {
        var from = task.move(Trigger.RESUME);
        task.record(
                new HoldEvent.Resumed(
                        task.step(from), by.assignmentId(), by.workerId(), by.workerLoad(), by.workerLoadVersion()),
                actor,
                change);
    }

    /** Waits again; nobody held it. */
    public static void wake(Task task, Actor actor, Change change) {
        task.requeue(Trigger.WAKE, actor, change);
    }
}
