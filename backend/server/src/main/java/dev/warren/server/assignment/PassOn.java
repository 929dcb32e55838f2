package dev.warren.server.assignment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.warren.server.assignment.HeldTasks.Held;
import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.task.Holds;
import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.Task;
import dev.warren.server.task.TaskEvent.ReleaseCause;
import dev.warren.server.task.TaskQueue;
import dev.warren.server.task.TaskStatus;
import dev.warren.server.task.Tasks;
import dev.warren.server.task.Trigger;
import dev.warren.server.workforce.Worker;
import dev.warren.server.workforce.Workers;

/** Passes tasks on: back to the queue, to another one, or to somebody else. Their age stays as it is. */
@Component
class PassOn {

    private final Tasks tasks;
    private final Workers workers;
    private final ReadyQueue ready;
    private final AssignmentTable table;
    private final OfferEnds offerEnds;
    private final Holds holds;
    private final CoolDowns coolDowns;
    private final FitWorkers fit;

    final Return giveBack;
    final ToWorker toWorker;
    final ToQueue toQueue;

    PassOn(
            HeldTasks held,
            Tasks tasks,
            Workers workers,
            ReadyQueue ready,
            AssignmentTable table,
            OfferEnds offerEnds,
            Holds holds,
            CoolDowns coolDowns,
            FitWorkers fit) {
        this.tasks = tasks;
        this.workers = workers;
        this.ready = ready;
        this.table = table;
        this.offerEnds = offerEnds;
        this.holds = holds;
        this.coolDowns = coolDowns;
        this.fit = fit;
        giveBack = new Return(held);
        toWorker = new ToWorker(held);
        toQueue = new ToQueue(held);
    }

    /** Back to the queue; whoever had it does not get it again for a while. */
    final class Return extends HeldTasks.Verb<String> {

        private Return(HeldTasks held) {
            super(held);
        }

        @Override
        boolean isSaid(Held held, String reason) {
            return is(held, AssignmentState.RETURNED);
        }

        @Override
        void apply(Held held, String reason, Actor actor, Change change) {
            var task = held.task();
            var assignment = held.assignmentFor(Trigger.RELEASE);
            var worker = lock(assignment.worker());
            task.release(assignment.leave(worker, change), ReleaseCause.RETURNED, reason, actor, change);
            end(assignment, AssignmentState.RETURNED, reason, change);
            coolDowns.begin(
                    List.of(new CoolDowns.CoolDown(
                            task.id(),
                            worker.id(),
                            task.attempt(),
                            1,
                            change.now().plus(CoolDowns.TIME))),
                    change);
            tasks.save(List.of(task), change);
            ready.requeue(List.of(task), change);
            workers.save(List.of(worker), change);
        }
    }

    /** @param receiver who gets it: must be able to do it, here, and have a seat */
    record Transfer(UUID receiver, String reason) {}

    /** To somebody else, at once. */
    final class ToWorker extends HeldTasks.Verb<Transfer> {

        private ToWorker(HeldTasks held) {
            super(held);
        }

        @Override
        boolean isSaid(Held held, Transfer transfer) {
            return is(held, AssignmentState.TRANSFERRED);
        }

        @Override
        void apply(Held held, Transfer transfer, Actor actor, Change change) {
            var task = held.task();
            var assignment = held.assignmentFor(Trigger.RELEASE);
            if (assignment.worker().equals(transfer.receiver())) {
                throw Problem.of(ProblemCode.RULE_VIOLATED, "/workerId", "must be somebody else: they hold it already");
            }
            var both = workers.lock(List.of(assignment.worker(), transfer.receiver()));
            var receiver = fit.require(task, transfer.receiver(), both.get(transfer.receiver()), change);
            var giver = Objects.requireNonNull(both.get(assignment.worker()));
            task.release(assignment.leave(giver, change), ReleaseCause.TRANSFERRED, transfer.reason(), actor, change);
            end(assignment, AssignmentState.TRANSFERRED, transfer.reason(), change);
            change.flush();
            begin(task, receiver, transfer.reason(), actor, change);
            tasks.save(List.of(task), change);
            workers.save(List.of(giver, receiver), change);
        }

        private void begin(Task task, Worker receiver, String reason, Actor actor, Change change) {
            receiver.take(change);
            var id = Ids.next();
            task.assign(
                    new Task.Assignee(
                            id,
                            receiver.id(),
                            task.priority().level(),
                            false,
                            null,
                            reason,
                            receiver.load(),
                            receiver.loadVersion()),
                    actor,
                    change);
            table.begin(List.of(Assignment.begun(id, task, receiver.id(), change.now())), change);
        }
    }

    record Move(TaskQueue queue, @Nullable String reason) {}

    /** To another queue, from whoever holds it or is asked. */
    final class ToQueue extends HeldTasks.Verb<Move> {

        private ToQueue(HeldTasks held) {
            super(held);
        }

        @Override
        boolean isSaid(Held held, Move move) {
            return is(held, AssignmentState.TRANSFERRED)
                    || held.assignment() == null
                            && held.task().queue().equals(move.queue().name());
        }

        @Override
        void apply(Held held, Move move, Actor actor, Change change) {
            var task = held.task();
            if (task.queue().equals(move.queue().name())) {
                throw Problem.of(ProblemCode.RULE_VIOLATED, "/queue", "must be another queue: it is there already");
            }
            if (task.status() == TaskStatus.OFFERED) {
                offerEnds.revokeByHand(Map.of(task.id(), task), actor, change);
            }
            if (held.assignment() != null) {
                var assignment = held.assignmentFor(Trigger.RELEASE);
                var worker = lock(assignment.worker());
                task.release(assignment.leave(worker, change), ReleaseCause.TRANSFERRED, move.reason(), actor, change);
                end(assignment, AssignmentState.TRANSFERRED, move.reason(), change);
                workers.save(List.of(worker), change);
            } else {
                task.require(Trigger.MOVE);
                ready.remove(List.of(task.id()), change);
            }
            task.moveTo(move.queue(), move.reason(), actor, change);
            tasks.save(List.of(task), change);
            tasks.savePlaces(List.of(task), change);
            ready.requeue(List.of(task), change);
        }
    }

    private static boolean is(Held held, AssignmentState state) {
        return held.assignment() != null && held.assignment().state() == state;
    }

    private void end(Assignment assignment, AssignmentState state, @Nullable String reason, Change change) {
        table.end(List.of(assignment.closed(state, reason, change.now())), change);
        if (assignment.isOnHold()) {
            holds.end(List.of(assignment.task()), change);
        }
    }

    private Worker lock(UUID id) {
        return Objects.requireNonNull(workers.lock(List.of(id)).get(id));
    }
}
