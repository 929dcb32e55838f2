package dev.warren.server.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.warren.server.assignment.HeldTasks.Held;
import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Actor;
import dev.warren.server.task.HoldVerbs;
import dev.warren.server.task.Holds;
import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.Task;
import dev.warren.server.task.TaskStatus;
import dev.warren.server.task.Tasks;
import dev.warren.server.task.Trigger;
import dev.warren.server.workforce.Workers;

/** Sets a task aside, whether it waits, is offered, or somebody is at it, who keeps it and has a seat free meanwhile. */
@Component
class PutOnHold extends HeldTasks.Verb<PutOnHold.Pause> {

    private final Tasks tasks;
    private final Workers workers;
    private final ReadyQueue ready;
    private final AssignmentTable table;
    private final OfferEnds offerEnds;
    private final Holds holds;

    PutOnHold(
            HeldTasks held,
            Tasks tasks,
            Workers workers,
            ReadyQueue ready,
            AssignmentTable table,
            OfferEnds offerEnds,
            Holds holds) {
        super(held);
        this.tasks = tasks;
        this.workers = workers;
        this.ready = ready;
        this.table = table;
        this.offerEnds = offerEnds;
        this.holds = holds;
    }

    /** @param until when it goes on by itself, or null for when somebody says so */
    record Pause(String reason, @Nullable Instant until) {}

    @Override
    boolean isSaid(Held held, Pause pause) {
        return false;
    }

    @Override
    void apply(Held held, Pause pause, Actor actor, Change change) {
        var task = held.task();
        if (task.status() == TaskStatus.OFFERED) {
            offerEnds.revokeByHand(Map.of(task.id(), task), actor, change);
        }
        task.require(Trigger.HOLD);
        if (held.assignment() == null) {
            HoldVerbs.hold(task, null, pause.reason(), pause.until(), actor, change);
            ready.remove(List.of(task.id()), change);
            holds.begin(task, null, pause.reason(), pause.until(), change);
        } else {
            keepAside(task, held.assignmentFor(Trigger.HOLD), pause, actor, change);
        }
        tasks.save(List.of(task), change);
    }

    private void keepAside(Task task, Assignment assignment, Pause pause, Actor actor, Change change) {
        var worker = Objects.requireNonNull(
                workers.lock(List.of(assignment.worker())).get(assignment.worker()));
        HoldVerbs.hold(task, assignment.leave(worker, change), pause.reason(), pause.until(), actor, change);
        holds.begin(task, worker.id(), pause.reason(), pause.until(), change);
        table.move(List.of(assignment.held()), change);
        workers.save(List.of(worker), change);
    }
}
