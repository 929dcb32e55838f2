package dev.warren.server.assignment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Command;
import dev.warren.server.messaging.Operation;
import dev.warren.server.shared.Actor;
import dev.warren.server.task.OfferEvent.Revocation;
import dev.warren.server.task.OfferVerbs;
import dev.warren.server.task.Task;
import dev.warren.server.task.Tasks;
import dev.warren.server.workforce.Presence;

/** How offers end without an answer. */
@Component
@RequiredArgsConstructor
class OfferEnds {

    private final Offers offers;
    private final OfferTable table;
    private final CoolDowns coolDowns;
    private final Tasks tasks;

    final Expire expire = new Expire();
    final Revoke revoke = new Revoke();

    /** Ends those of the offers that were not answered in time. */
    final class Expire implements Operation<List<UUID>, Integer> {

        @Override
        public Collection<UUID> subjects(List<UUID> ids) {
            return ids;
        }

        @Override
        public int weight(List<UUID> ids) {
            return ids.size();
        }

        @Override
        public void apply(List<Command<List<UUID>, Integer>> commands, Change change) {
            for (var command : commands) {
                var locked = offers.lock(command.content());
                var due = locked.offers().values().stream()
                        .filter(it -> it.isDue(change.now()))
                        .toList();
                var earlier = coolDowns.all(Offers.tasks(due));
                var ending = offers.ending(change);
                for (var offer : due) {
                    var task = locked.taskOf(offer);
                    var worker = locked.workerOf(offer);
                    worker.miss(change);
                    OfferVerbs.expire(task, Offers.holder(offer, worker), Actor.SYSTEM, change);
                    ending.add(offer.closed(Offer.State.EXPIRED, null, change.now()), task, worker);
                    var mine = earlier.getOrDefault(task.id(), Map.of()).get(worker.id());
                    ending.coolDown(
                            offer, task, mine == null || mine.attempt() != task.attempt() ? 0 : mine.declines());
                }
                ending.write();
                command.accept(due.size());
                change.flush();
            }
        }
    }

    /** Takes back the offers of workers who take nothing new any more. */
    final class Revoke implements Operation<List<UUID>, Integer> {

        @Override
        public Collection<UUID> subjects(List<UUID> absent) {
            return absent;
        }

        @Override
        public void apply(List<Command<List<UUID>, Integer>> commands, Change change) {
            for (var command : commands) {
                var locked = offers.lock(table.openOfWorkers(command.content()).stream()
                        .map(Offer::id)
                        .toList());
                var ending = offers.ending(change);
                for (var offer : locked.offers().values()) {
                    if (locked.workerOf(offer).presence() != Presence.AVAILABLE) { // or else is back already
                        revoke(offer, locked, Revocation.PRESENCE, Actor.SYSTEM, ending, change);
                    }
                }
                ending.write();
                command.accept(locked.offers().size());
                change.flush();
            }
        }
    }

    /** Takes back whatever is offered of tasks that are locked, so that somebody can decide otherwise. */
    void revokeByHand(Map<UUID, Task> lockedTasks, Actor actor, Change change) {
        var locked = offers.lockOfTasks(lockedTasks);
        var ending = offers.ending(change);
        for (var offer : locked.offers().values()) {
            revoke(offer, locked, Revocation.BY_HAND, actor, ending, change);
        }
        ending.write();
    }

    private static void revoke(
            Offer offer, Offers.Locked locked, Revocation reason, Actor actor, Offers.Ending ending, Change change) {
        var task = locked.taskOf(offer);
        var worker = locked.workerOf(offer);
        worker.withdraw(change);
        OfferVerbs.revoke(task, Offers.holder(offer, worker), reason, actor, change);
        ending.add(offer.closed(Offer.State.REVOKED, reason.name(), change.now()), task, worker);
    }
}
