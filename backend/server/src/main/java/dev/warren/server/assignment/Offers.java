package dev.warren.server.assignment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Actor;
import dev.warren.server.task.OfferVerbs;
import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.Task;
import dev.warren.server.task.Tasks;
import dev.warren.server.workforce.Worker;
import dev.warren.server.workforce.Workers;

/** Holds tasks out to workers, and takes back what they do not want. The seat of whoever is asked is taken meanwhile. */
@Component
@RequiredArgsConstructor
public class Offers {

    private final Seating seating;
    private final OfferTable table;
    private final CoolDowns coolDowns;
    private final Tasks tasks;
    private final Workers workers;
    private final ReadyQueue ready;

    /**
     * Makes offers of those of the proposals that still can be, inside the transaction of the change: the task must wait,
     * the worker must be available and below capacity.
     *
     * @param round the dispatch round that decided
     * @param timeout how long the workers have to answer
     * @return the offers; each attempt is the one that the task will have if it is accepted
     */
    public List<Assignments.Made> issue(
            List<Assignments.Proposal> proposals, UUID round, Duration timeout, Actor actor, Change change) {
        var expiresAt = change.now().plus(timeout);
        var seated = seating.seat(proposals, worker -> worker.ask(change), it -> {
            var terms = new OfferVerbs.Terms(
                    it.holder(), it.proposal().level(), it.proposal().rescue(), round, expiresAt);
            OfferVerbs.offer(it.task(), terms, actor, change);
        });
        table.issue(
                seated.stream()
                        .map(it -> new Offer(
                                it.id(),
                                it.task().id(),
                                it.worker().id(),
                                Offer.State.ISSUED,
                                it.proposal().level(),
                                it.proposal().rescue(),
                                round,
                                change.now(),
                                expiresAt,
                                null,
                                null))
                        .toList(),
                change);
        seating.write(seated, change);
        return seated.stream()
                .map(it -> new Assignments.Made(
                        it.id(), it.task().id(), it.worker().id(), it.task().attempt() + 1))
                .toList();
    }

    /** Open offers with their tasks and workers, all locked; what had its end meanwhile is missing. */
    record Locked(Map<UUID, Offer> offers, Map<UUID, Task> tasks, Map<UUID, Worker> workers) {

        Task taskOf(Offer offer) {
            return Objects.requireNonNull(tasks.get(offer.task()));
        }

        Worker workerOf(Offer offer) {
            return Objects.requireNonNull(workers.get(offer.worker()));
        }
    }

    /** Locks those of the offers that are open. Only who holds a task's lock may end its offer. */
    Locked lock(Collection<UUID> ids) {
        var known = table.open(ids).values().stream().map(Offer::task).toList();
        return lockOfTasks(tasks.lock(known));
    }

    /** The open offers of tasks that are locked already. */
    Locked lockOfTasks(Map<UUID, Task> locked) {
        var offers = new HashMap<UUID, Offer>();
        table.openOfTasks(locked.keySet()).values().forEach(it -> offers.put(it.id(), it));
        var holders = workers.lock(
                offers.values().stream().map(Offer::worker).distinct().toList());
        return new Locked(offers, locked, holders);
    }

    /** What ends in one transaction, gathered so that each table is written once. */
    @RequiredArgsConstructor
    final class Ending {

        private final Change change;
        private final List<Offer> closed = new ArrayList<>();
        private final List<Task> back = new ArrayList<>();
        private final LinkedHashSet<Worker> freed = new LinkedHashSet<>();
        private final List<CoolDowns.CoolDown> pauses = new ArrayList<>();

        /** Its task waits again; the worker's seat is free again already. */
        void add(Offer offer, Task task, Worker worker) {
            closed.add(offer);
            back.add(task);
            freed.add(worker);
        }

        /** The worker is not asked again for a while. */
        void coolDown(Offer offer, Task task, int declines) {
            pauses.add(new CoolDowns.CoolDown(
                    offer.task(),
                    offer.worker(),
                    task.attempt(),
                    declines,
                    change.now().plus(CoolDowns.TIME)));
        }

        void write() {
            table.close(closed, change);
            coolDowns.begin(pauses, change);
            tasks.save(back, change);
            ready.requeue(back, change);
            workers.save(freed, change);
        }
    }

    Ending ending(Change change) {
        return new Ending(change);
    }

    static Task.Holder holder(Offer offer, Worker worker) {
        return new Task.Holder(offer.id(), worker.id(), worker.load(), worker.loadVersion());
    }

    static List<UUID> tasks(Collection<Offer> offers) {
        return offers.stream().map(Offer::task).distinct().toList();
    }
}
