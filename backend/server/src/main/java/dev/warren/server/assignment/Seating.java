package dev.warren.server.assignment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Ids;
import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.Task;
import dev.warren.server.task.TaskStatus;
import dev.warren.server.task.Tasks;
import dev.warren.server.workforce.Worker;
import dev.warren.server.workforce.Workers;

/** Brings waiting tasks and free workers together; what no longer waits, or whoever is no longer free, is left out. */
@Component
@RequiredArgsConstructor
class Seating {

    private final Tasks tasks;
    private final Workers workers;
    private final ReadyQueue ready;

    /**
     * A proposal that can come true: its worker has a seat for it.
     *
     * @param id of the offer or assignment to be
     * @param holder the worker's load as it stood after this one was seated
     */
    record Seated(UUID id, Assignments.Proposal proposal, Task task, Worker worker, Task.Holder holder) {

        Task.Assignee assignee(@Nullable UUID round) {
            return new Task.Assignee(
                    id,
                    worker.id(),
                    proposal.level(),
                    proposal.rescue(),
                    round,
                    proposal.reason(),
                    holder.workerLoad(),
                    holder.workerLoadVersion());
        }

        Assignment begun(Instant at) {
            return Assignment.begun(id, task, worker.id(), at);
        }
    }

    /**
     * Seats those that can be seated.
     *
     * @param take how a worker takes the seat
     * @param done what then becomes of the task
     */
    List<Seated> seat(List<Assignments.Proposal> proposals, Consumer<Worker> take, Consumer<Seated> done) {
        var lockedTasks = tasks.lock(
                proposals.stream().map(Assignments.Proposal::task).distinct().toList());
        var lockedWorkers = workers.lock(
                proposals.stream().map(Assignments.Proposal::worker).distinct().toList());
        var seated = new ArrayList<Seated>();
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
            take.accept(worker);
            var id = Ids.next();
            var holder = new Task.Holder(id, worker.id(), worker.load(), worker.loadVersion());
            var pair = new Seated(id, it, task, worker, holder);
            done.accept(pair);
            seated.add(pair);
        }
        return seated;
    }

    /** Takes the tasks out of the queue and writes both sides. */
    void write(List<Seated> seated, Change change) {
        if (!seated.isEmpty()) {
            ready.remove(seated.stream().map(it -> it.task().id()).toList(), change);
            tasks.save(seated.stream().map(Seated::task).toList(), change);
            workers.save(seated.stream().map(Seated::worker).distinct().toList(), change);
        }
    }
}
