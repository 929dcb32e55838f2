package dev.warren.server.assignment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Command;
import dev.warren.server.messaging.Operation;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.task.OfferVerbs;
import dev.warren.server.task.SetAside;
import dev.warren.server.task.Task;
import dev.warren.server.task.TaskQueues;
import dev.warren.server.task.Tasks;
import dev.warren.server.workforce.Presence;
import dev.warren.server.workforce.Worker;
import dev.warren.server.workforce.Workers;

/** What people say to offers: yes or no. An answer that comes too late has no effect. */
@Component
@RequiredArgsConstructor
class Answers {

    private final Offers offers;
    private final OfferTable table;
    private final AssignmentTable assignments;
    private final CoolDowns coolDowns;
    private final SetAside setAside;
    private final TaskQueues queues;
    private final Tasks tasks;
    private final Workers workers;

    final Accept accept = new Accept();
    final Decline decline = new Decline();

    /** @param reason why not, for a decline */
    record Answer(UUID offer, UUID worker, @Nullable String reason, Actor actor) {}

    /** Takes open offers apart from those that are over, and lets the answer decide about each of them. */
    private abstract class Answering implements Operation<Answer, UUID> {

        @Override
        public Collection<UUID> subjects(Answer answer) {
            return List.of(answer.offer());
        }

        @Override
        public void apply(List<Command<Answer, UUID>> commands, Change change) {
            var ids = commands.stream().map(it -> it.content().offer()).toList();
            var locked = offers.lock(ids);
            var ended = table.ended(
                    ids.stream().filter(it -> !locked.offers().containsKey(it)).toList());
            var open = new LinkedHashMap<Command<Answer, UUID>, Offer>();
            for (var command : commands) {
                var answer = command.content();
                var offer = locked.offers().get(answer.offer());
                var over = ended.get(answer.offer());
                if (offer != null && offer.worker().equals(answer.worker())) {
                    if (offer.isDue(change.now())) {
                        command.refuse(late(Offer.State.EXPIRED));
                    } else if (locked.workerOf(offer).presence() != Presence.AVAILABLE) {
                        command.refuse(late(Offer.State.REVOKED));
                    } else {
                        open.put(command, offer);
                    }
                } else if (over == null || !over.worker().equals(answer.worker())) {
                    command.refuse(Problem.notFound("offer", answer.offer()));
                } else if (over.state() == said()) { // said twice is said once
                    command.accept(over.id());
                } else {
                    command.refuse(late(over.state()));
                }
            }
            apply(open, locked, change);
        }

        /** What the offer is afterwards. */
        abstract Offer.State said();

        abstract void apply(Map<Command<Answer, UUID>, Offer> open, Offers.Locked locked, Change change);

        private Problem late(Offer.State state) {
            return new Problem(
                    ProblemCode.OFFER_CLOSED,
                    "The offer is %s: it cannot be %s any more.".formatted(state, said()),
                    List.of(),
                    Map.of("state", state.name()));
        }
    }

    /** The worker has the task; the assignment has the id of the offer. */
    final class Accept extends Answering {

        @Override
        Offer.State said() {
            return Offer.State.ACCEPTED;
        }

        @Override
        void apply(Map<Command<Answer, UUID>, Offer> open, Offers.Locked locked, Change change) {
            var begun = new ArrayList<Assignment>();
            var closed = new ArrayList<Offer>();
            var given = new ArrayList<Task>();
            var holders = new LinkedHashSet<Worker>();
            open.forEach((command, offer) -> {
                var task = locked.taskOf(offer);
                var worker = locked.workerOf(offer);
                worker.accept(change);
                task.accept(
                        new Task.Assignee(
                                offer.id(),
                                worker.id(),
                                offer.level(),
                                offer.rescue(),
                                offer.round(),
                                null,
                                worker.load(),
                                worker.loadVersion()),
                        command.content().actor(),
                        change);
                begun.add(Assignment.begun(offer.id(), task, worker.id(), change.now()));
                closed.add(offer.closed(said(), null, change.now()));
                given.add(task);
                holders.add(worker);
                command.accept(offer.id());
            });
            table.close(closed, change);
            if (!begun.isEmpty()) {
                assignments.activate(begun, change);
            }
            tasks.save(given, change);
            workers.save(holders, change);
        }
    }

    /** The task waits again; the worker is not asked again for a while, and nobody after too many declines. */
    final class Decline extends Answering {

        @Override
        Offer.State said() {
            return Offer.State.DECLINED;
        }

        @Override
        void apply(Map<Command<Answer, UUID>, Offer> open, Offers.Locked locked, Change change) {
            var earlier = coolDowns.all(Offers.tasks(open.values()));
            var ending = offers.ending(change);
            open.forEach((command, offer) -> {
                var answer = command.content();
                var task = locked.taskOf(offer);
                var worker = locked.workerOf(offer);
                var known = earlier.getOrDefault(task.id(), Map.of());
                int before = known.values().stream()
                        .filter(it -> it.attempt() == task.attempt())
                        .mapToInt(CoolDowns.CoolDown::declines)
                        .sum();
                var mine = known.get(worker.id());
                int declines = 1 + before;
                boolean tooMany = declines >= queues.named(task.queue()).declineLimit();
                worker.decline(change);
                OfferVerbs.decline(
                        task,
                        Offers.holder(offer, worker),
                        String.valueOf(answer.reason()),
                        declines,
                        tooMany,
                        answer.actor(),
                        change);
                if (tooMany) {
                    setAside.add(task, declines, change);
                }
                ending.add(offer.closed(said(), answer.reason(), change.now()), task, worker);
                ending.coolDown(
                        offer, task, mine == null || mine.attempt() != task.attempt() ? 1 : 1 + mine.declines());
                command.accept(offer.id());
            });
            ending.write();
        }
    }
}
