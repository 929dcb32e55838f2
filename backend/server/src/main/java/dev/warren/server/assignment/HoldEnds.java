package dev.warren.server.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import dev.warren.server.assignment.HeldTasks.Held;
import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Command;
import dev.warren.server.messaging.Operation;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.Sql;
import dev.warren.server.task.HoldVerbs;
import dev.warren.server.task.Holds;
import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.Task;
import dev.warren.server.task.TaskEvent.ReleaseCause;
import dev.warren.server.task.Tasks;
import dev.warren.server.task.Trigger;
import dev.warren.server.workforce.Presence;
import dev.warren.server.workforce.Worker;
import dev.warren.server.workforce.Workers;

/** How tasks on hold go on: with their holder, or in the queue. */
@Component
class HoldEnds {

    /** How long after its time a task waits for a holder who is not here, before it goes back to the queue. */
    static final Duration GRACE = Duration.ofMinutes(15);

    private final JdbcTemplate jdbc;
    private final Tasks tasks;
    private final Workers workers;
    private final ReadyQueue ready;
    private final AssignmentTable table;
    private final Holds holds;

    final Resume resume;
    final Wake wake = new Wake();

    HoldEnds(
            JdbcTemplate jdbc,
            HeldTasks held,
            Tasks tasks,
            Workers workers,
            ReadyQueue ready,
            AssignmentTable table,
            Holds holds) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.workers = workers;
        this.ready = ready;
        this.table = table;
        this.holds = holds;
        resume = new Resume(held);
    }

    /** By hand. The holder must have a seat; a task that nobody holds waits again. */
    final class Resume extends HeldTasks.Verb<Trigger> {

        private Resume(HeldTasks held) {
            super(held);
        }

        @Override
        boolean isSaid(Held held, Trigger resume) {
            return held.assignment() != null && held.assignment().state() == AssignmentState.IN_PROGRESS;
        }

        @Override
        void apply(Held held, Trigger resume, Actor actor, Change change) {
            held.task().require(resume);
            if (held.assignment() == null) {
                queue(held.task(), actor, change);
                return;
            }
            var assignment = held.assignmentFor(resume);
            var worker = lock(assignment);
            if (!worker.hasSeat()) {
                throw new Problem(
                        ProblemCode.NO_SEAT,
                        "%s holds %d of %d tasks: one of them has to end, or to be put on hold, before."
                                .formatted(worker.displayName(), worker.load(), worker.capacity()));
            }
            goOn(held.task(), assignment, worker, actor, change);
        }
    }

    /**
     * By time. When the holder has no seat, or is away for a moment, the next one is kept for the task, so that no new work
     * gets between; when the holder is gone for longer, it goes back to the queue.
     */
    final class Wake implements Operation<List<UUID>, Integer> {

        @Override
        public Collection<UUID> subjects(List<UUID> due) {
            return due;
        }

        @Override
        public void apply(List<Command<List<UUID>, Integer>> commands, Change change) {
            for (var command : commands) {
                for (var task : tasks.lock(command.content()).values()) {
                    holds.wakeAt(task.id())
                            .filter(it -> !it.isAfter(change.now()))
                            .ifPresent(it -> wake(task, it, change));
                    change.flush();
                }
                command.accept(command.content().size());
            }
        }

        private void wake(Task task, Instant wakeAt, Change change) {
            var assignment = table.activeOfTasks(List.of(task.id())).get(task.id());
            if (assignment == null) {
                queue(task, Actor.SYSTEM, change);
                return;
            }
            var worker = lock(assignment);
            if (isHere(worker) && worker.hasSeat()) {
                goOn(task, assignment, worker, Actor.SYSTEM, change);
            } else if (!worker.presence().isHere() && wakeAt.plus(GRACE).isBefore(change.now())) {
                takeBack(task, assignment, worker, change);
            } else if (!assignment.seatKept()) {
                worker.keepSeat();
                table.move(List.of(assignment.withSeatKept()), change);
                workers.save(List.of(worker), change);
            }
        }

        private static boolean isHere(Worker worker) {
            return worker.presence() == Presence.AVAILABLE || worker.presence() == Presence.BUSY;
        }

        private void takeBack(Task task, Assignment assignment, Worker worker, Change change) {
            var reason = "It should have gone on %d minutes ago.".formatted(GRACE.toMinutes());
            task.release(assignment.leave(worker, change), ReleaseCause.HOLD_OVER, reason, Actor.SYSTEM, change);
            table.end(List.of(assignment.closed(AssignmentState.RETURNED, reason, change.now())), change);
            holds.end(List.of(task.id()), change);
            tasks.save(List.of(task), change);
            ready.requeue(List.of(task), change);
            workers.save(List.of(worker), change);
        }
    }

    /** The tasks on hold for which {@link #wake} has something to do. */
    List<UUID> due(Instant now, int limit) {
        return jdbc.query("""
                SELECT h.task FROM hold h LEFT JOIN active a ON a.task = h.task LEFT JOIN worker w ON w.id = a.worker
                WHERE h.wake_at <= ? AND (a.task IS NULL OR NOT a.seat_kept
                    OR w.presence IN ('AVAILABLE', 'BUSY') AND w.active < w.capacity
                    OR w.presence IN ('OFFLINE', 'UNREACHABLE') AND h.wake_at < ?)
                ORDER BY h.wake_at LIMIT ?""", (row, number) -> Sql.id(row, "task"), Sql.at(now), Sql.at(now.minus(GRACE)), limit);
    }

    private void queue(Task task, Actor actor, Change change) {
        HoldVerbs.wake(task, actor, change);
        holds.end(List.of(task.id()), change);
        tasks.save(List.of(task), change);
        ready.requeue(List.of(task), change);
    }

    private void goOn(Task task, Assignment assignment, Worker worker, Actor actor, Change change) {
        worker.take(change);
        if (assignment.seatKept()) {
            worker.giveUpSeat();
        }
        HoldVerbs.resume(task, assignment.holder(worker), actor, change);
        table.move(List.of(assignment.started(change.now())), change);
        holds.end(List.of(task.id()), change);
        tasks.save(List.of(task), change);
        workers.save(List.of(worker), change);
    }

    private Worker lock(Assignment assignment) {
        return Objects.requireNonNull(workers.lock(List.of(assignment.worker())).get(assignment.worker()));
    }
}
