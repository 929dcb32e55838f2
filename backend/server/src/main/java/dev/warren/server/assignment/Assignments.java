package dev.warren.server.assignment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Ids;
import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.Task;
import dev.warren.server.task.TaskStatus;
import dev.warren.server.task.Tasks;
import dev.warren.server.workforce.Worker;
import dev.warren.server.workforce.Workers;

/** Gives tasks to workers. The database decides: what no longer waits, or whoever is no longer free, is left out. */
@Component
@RequiredArgsConstructor
public class Assignments {

    private final Tasks tasks;
    private final Workers workers;
    private final ReadyQueue ready;
    private final AssignmentTable table;

    /**
     * Who shall get what.
     *
     * @param level the effective priority by which the task was picked, 1..5
     * @param rescue whether the rescue rule put it before more urgent ones
     * @param reason why this worker, when somebody says so
     */
    public record Proposal(
            UUID task,
            UUID worker,
            int level,
            boolean rescue,
            @Nullable String reason) {

        public Proposal(UUID task, UUID worker, int level, boolean rescue) {
            this(task, worker, level, rescue, null);
        }
    }

    /** A proposal that came true. */
    public record Made(UUID assignment, UUID task, UUID worker, int attempt) {}

    /**
     * Makes those of the proposals true that still can be, inside the transaction of the change: the task must wait, the
     * worker must be available and below capacity. An offer is made and accepted at once.
     *
     * @param round the dispatch round that decided, or null for an assignment by hand
     */
    public List<Made> make(List<Proposal> proposals, @Nullable UUID round, Actor actor, Change change) {
        var lockedTasks =
                tasks.lock(proposals.stream().map(Proposal::task).distinct().toList());
        var lockedWorkers =
                workers.lock(proposals.stream().map(Proposal::worker).distinct().toList());
        var begun = new ArrayList<Assignment>();
        var given = new ArrayList<Task>();
        var busier = new LinkedHashSet<Worker>();
        var taken = new HashSet<UUID>();
        for (var it : proposals) {
            var task = lockedTasks.get(it.task());
            var worker = lockedWorkers.get(it.worker());
            if (task == null
                    || worker == null
                    || task.status() != TaskStatus.QUEUED
                    || !worker.isFree()
                    || !taken.add(task.id())) {
                continue;
            }
            worker.take(change);
            var id = Ids.next();
            task.assign(
                    new Task.Assignee(
                            id,
                            worker.id(),
                            it.level(),
                            it.rescue(),
                            round,
                            it.reason(),
                            worker.load(),
                            worker.loadVersion()),
                    actor,
                    change);
            begun.add(new Assignment(
                    id,
                    task.id(),
                    worker.id(),
                    task.attempt(),
                    AssignmentState.ASSIGNED,
                    change.now(),
                    null,
                    null,
                    0,
                    null));
            given.add(task);
            busier.add(worker);
        }
        if (!begun.isEmpty()) {
            ready.remove(ids(given), change);
            table.begin(begun, change);
            tasks.save(given, change);
            workers.save(busier, change);
        }
        return begun.stream()
                .map(it -> new Made(it.id(), it.task(), it.worker(), it.attempt()))
                .toList();
    }

    private static Collection<UUID> ids(List<Task> tasks) {
        return tasks.stream().map(Task::id).toList();
    }
}
