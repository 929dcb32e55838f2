package dev.warren.server.assignment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Command;
import dev.warren.server.messaging.Operation;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Problem;
import dev.warren.server.task.Holds;
import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.Task;
import dev.warren.server.task.TaskStatus;
import dev.warren.server.task.Tasks;
import dev.warren.server.task.Trigger;
import dev.warren.server.task.Undos;
import dev.warren.server.workforce.Worker;
import dev.warren.server.workforce.Workers;

/** The admin's verbs that concern the holder of a task too: call off, assign by hand. */
@Component
@RequiredArgsConstructor
class AdminVerbs {

    private final Tasks tasks;
    private final Workers workers;
    private final ReadyQueue ready;
    private final AssignmentTable table;
    private final Holds holds;
    private final Assignments assignments;
    private final OfferTable offers;
    private final OfferEnds offerEnds;
    private final FitWorkers fit;
    private final Undos undos;

    final Cancel cancel = new Cancel();
    final AssignByHand assignByHand = new AssignByHand();

    /** @param expectedVersion what the asker saw ({@code If-Match}), or null */
    record Cancellation(UUID task, @Nullable Integer expectedVersion, Actor actor) {}

    /** @param reason why this worker, for the audit trail, or null */
    record HandAssignment(UUID task, UUID worker, @Nullable String reason, Actor actor) {}

    /** Calls tasks off, wherever they stand; whoever holds one is free again. Answers with the way back. */
    final class Cancel implements Operation<Cancellation, Optional<UUID>> {

        @Override
        public Collection<UUID> subjects(Cancellation cancellation) {
            return List.of(cancellation.task());
        }

        @Override
        public void apply(List<Command<Cancellation, Optional<UUID>>> commands, Change change) {
            var locked =
                    tasks.lock(commands.stream().map(it -> it.content().task()).toList());
            var held = table.activeOfTasks(locked.keySet());
            var asked = offers.openOfTasks(locked.values().stream()
                    .filter(it -> it.status() == TaskStatus.OFFERED)
                    .map(Task::id)
                    .toList());
            var holders = workers.lock(Stream.concat(
                            held.values().stream().map(Assignment::worker),
                            asked.values().stream().map(Offer::worker))
                    .distinct()
                    .toList());
            var cancelled = new ArrayList<Task>();
            var ended = new ArrayList<Assignment>();
            var revoked = new ArrayList<Offer>();
            var goneOn = new ArrayList<UUID>();
            for (var command : commands) {
                var it = command.content();
                try {
                    var task = locked.get(it.task());
                    if (task == null) {
                        throw Problem.notFound("task", it.task());
                    }
                    task.requireVersion(it.expectedVersion());
                    var undo = Optional.<UUID>empty();
                    if (task.status() != TaskStatus.CANCELLED) { // said twice is said once
                        boolean wasOnHold = task.status() == TaskStatus.ON_HOLD;
                        var assignment = held.get(task.id());
                        var offer = asked.get(task.id());
                        var holder =
                                offer == null ? release(assignment, holders, change) : withdraw(offer, holders, change);
                        task.cancel(holder, it.actor(), change);
                        undo = undos.note(Undos.Action.CANCEL, task.id(), task.version(), null, it.actor(), change);
                        cancelled.add(task);
                        if (offer != null) {
                            revoked.add(offer.closed(Offer.State.REVOKED, "CANCELLED", change.now()));
                        }
                        if (wasOnHold) {
                            goneOn.add(task.id());
                        }
                        if (assignment != null) {
                            ended.add(assignment.closed(AssignmentState.CANCELLED, assignment.comment(), change.now()));
                        }
                    }
                    command.accept(undo);
                } catch (Problem refusal) {
                    command.refuse(refusal);
                }
            }
            ready.remove(cancelled.stream().map(Task::id).toList(), change);
            table.end(ended, change);
            holds.end(goneOn, change);
            offers.close(revoked, change);
            tasks.save(cancelled, change);
            workers.save(
                    Stream.concat(
                                    ended.stream().map(Assignment::worker),
                                    revoked.stream().map(Offer::worker))
                            .map(holders::get)
                            .distinct()
                            .toList(),
                    change);
        }

        private static Task.Holder withdraw(Offer offer, Map<UUID, Worker> holders, Change change) {
            var worker = Objects.requireNonNull(holders.get(offer.worker()));
            worker.withdraw(change);
            return Offers.holder(offer, worker);
        }

        private Task.@Nullable Holder release(
                @Nullable Assignment assignment, Map<UUID, Worker> holders, Change change) {
            if (assignment == null) {
                return null;
            }
            return assignment.leave(Objects.requireNonNull(holders.get(assignment.worker())), change);
        }
    }

    /**
     * Gives a waiting task to a worker whom the admin names, who must be free and able to do it. When it is offered to
     * somebody, the offer is taken back.
     */
    final class AssignByHand implements Operation<HandAssignment, Optional<UUID>> {

        @Override
        public Collection<UUID> subjects(HandAssignment assignment) {
            return List.of(assignment.task(), assignment.worker());
        }

        @Override
        public void apply(List<Command<HandAssignment, Optional<UUID>>> commands, Change change) {
            for (var command : commands) {
                var it = command.content();
                try {
                    var task = tasks.lock(List.of(it.task())).get(it.task());
                    if (task == null) {
                        throw Problem.notFound("task", it.task());
                    }
                    if (task.status().isHeld() && it.worker().equals(task.assignee())) {
                        command.accept(Optional.empty()); // said twice is said once
                        continue;
                    }
                    boolean isOffered = task.status() == TaskStatus.OFFERED;
                    if (task.status() != TaskStatus.QUEUED && !isOffered) {
                        throw task.refusal(Trigger.ASSIGN);
                    }
                    fit.require(
                            task,
                            it.worker(),
                            workers.lock(List.of(it.worker())).get(it.worker()),
                            isOffered && it.worker().equals(task.assignee()),
                            change);
                    if (isOffered) {
                        offerEnds.revokeByHand(Map.of(task.id(), task), it.actor(), change);
                        change.flush();
                    }
                    assignments.make(
                            List.of(new Assignments.Proposal(
                                    task.id(), it.worker(), task.priority().level(), false, it.reason())),
                            null,
                            it.actor(),
                            change);
                    int assigned = task.version() + 1;
                    command.accept(undos.note(Undos.Action.ASSIGN, task.id(), assigned, null, it.actor(), change));
                    change.flush();
                } catch (Problem refusal) {
                    command.refuse(refusal);
                }
            }
        }
    }
}
