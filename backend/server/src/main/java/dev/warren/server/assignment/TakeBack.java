package dev.warren.server.assignment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Command;
import dev.warren.server.messaging.Operation;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.Task;
import dev.warren.server.task.TaskEvent.ReleaseCause;
import dev.warren.server.task.TaskStatus;
import dev.warren.server.task.Tasks;
import dev.warren.server.task.Undos;
import dev.warren.server.workforce.Worker;
import dev.warren.server.workforce.Workers;

/** Takes an action back, if it is not too late and nothing has happened to the task since. */
@Component
@RequiredArgsConstructor
class TakeBack implements Operation<TakeBack.Ask, UUID> {

    private final Tasks tasks;
    private final Workers workers;
    private final ReadyQueue ready;
    private final AssignmentTable table;
    private final Undos undos;

    /** @param undo as it was when it was asked for; whether it is done is read again */
    record Ask(Undos.Undo undo, UUID account, Actor actor) {}

    @Override
    public Collection<UUID> subjects(Ask ask) {
        return List.of(ask.undo().task());
    }

    @Override
    public void apply(List<Command<Ask, UUID>> commands, Change change) {
        var locked = tasks.lock(
                commands.stream().map(it -> it.content().undo().task()).toList());
        var held = table.activeOfTasks(locked.keySet());
        var holders = workers.lock(
                held.values().stream().map(Assignment::worker).distinct().toList());
        var moved = new ArrayList<Task>();
        var back = new ArrayList<Task>();
        var ended = new ArrayList<Assignment>();
        var freed = new LinkedHashSet<Worker>();
        for (var command : commands) {
            var ask = command.content();
            try {
                var undo = undos.find(ask.undo().id(), ask.account()).orElseThrow();
                var task = Objects.requireNonNull(locked.get(undo.task()));
                command.accept(task.id());
                if (undo.done()) { // said twice is said once
                    continue;
                }
                requirePossible(undo, task, change.now());
                switch (undo.action()) {
                    case PRIORITY -> task.reprioritise(Objects.requireNonNull(undo.previous()), ask.actor(), change);
                    case CANCEL -> {
                        task.reopen(ask.actor(), change);
                        back.add(task);
                    }
                    case ASSIGN -> {
                        var assignment = Objects.requireNonNull(held.get(task.id()));
                        var worker = Objects.requireNonNull(holders.get(assignment.worker()));
                        task.release(assignment.leave(worker, change), ReleaseCause.UNDO, null, ask.actor(), change);
                        ended.add(assignment.closed(AssignmentState.CANCELLED, assignment.comment(), change.now()));
                        freed.add(worker);
                        back.add(task);
                    }
                }
                moved.add(task);
                undos.done(undo, change);
            } catch (Problem refusal) {
                command.refuse(refusal);
            }
        }
        table.end(ended, change);
        tasks.save(moved, change);
        ready.requeue(back, change);
        ready.reprioritise(
                moved.stream()
                        .filter(it -> it.status() == TaskStatus.QUEUED && !back.contains(it))
                        .toList(),
                change);
        workers.save(freed, change);
    }

    private static void requirePossible(Undos.Undo undo, Task task, Instant now) {
        if (now.isAfter(undo.until())) {
            throw new Problem(
                    ProblemCode.UNDO_EXPIRED,
                    "This could be taken back for %d seconds; they are over.".formatted(Undos.TIME.toSeconds()));
        }
        if (!task.isAsSeenAt(undo.version())) {
            throw new Problem(
                    ProblemCode.UNDO_OVERTAKEN,
                    "Task %s has moved on since: it is %s.".formatted(task.id(), task.status()));
        }
    }
}
