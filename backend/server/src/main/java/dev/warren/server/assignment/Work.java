package dev.warren.server.assignment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import dev.warren.server.task.Holds;
import dev.warren.server.task.Retries;
import dev.warren.server.task.Task;
import dev.warren.server.task.TaskQueues;
import dev.warren.server.task.Tasks;
import dev.warren.server.task.Trigger;
import dev.warren.server.workforce.Worker;
import dev.warren.server.workforce.Workers;
import dev.warren.server.workforce.WrapUps;

/** What the holder of an assignment reports: began, came so far, done, given up. */
@Component
@RequiredArgsConstructor
class Work implements Operation<Work.Report, Assignment> {

    private final Tasks tasks;
    private final Workers workers;
    private final AssignmentTable table;
    private final Holds holds;
    private final Retries retries;
    private final TaskQueues queues;
    private final WrapUps wrapUps;

    /** The worker's verbs. */
    enum Verb {
        START(Trigger.START),
        PROGRESS(Trigger.PROGRESS),
        COMPLETE(Trigger.COMPLETE),
        FAIL(Trigger.FAIL);

        private final Trigger trigger;

        Verb(Trigger trigger) {
            this.trigger = trigger;
        }
    }

    /**
     * One report.
     *
     * @param percent for {@link Verb#PROGRESS}, 0..100
     * @param comment the note of a progress, the mandatory comment of an end
     * @param disposition how it ends, for {@link Verb#COMPLETE} in a queue that asks for it
     */
    record Report(
            UUID assignment,
            UUID worker,
            Verb verb,
            int percent,
            @Nullable String comment,
            @Nullable String disposition,
            Actor actor) {}

    @Override
    public Collection<UUID> subjects(Report report) {
        return List.of(report.assignment());
    }

    @Override
    public void apply(List<Command<Report, Assignment>> commands, Change change) {
        var active = table.active(
                commands.stream().map(it -> it.content().assignment()).toList());
        var held = tasks.lock(active.values().stream().map(Assignment::task).toList());
        var released = workers.lock(commands.stream()
                .map(Command::content)
                .filter(it -> it.verb() == Verb.COMPLETE || it.verb() == Verb.FAIL)
                .map(Report::worker)
                .distinct()
                .toList());
        var batch = new Batch(held, released, change);
        var late = new ArrayList<Command<Report, Assignment>>();
        for (var command : commands) {
            var assignment = active.get(command.content().assignment());
            if (assignment == null || !batch.isCurrent(assignment)) {
                late.add(command);
            } else if (!assignment.worker().equals(command.content().worker())) {
                command.refuse(Problem.notFound("assignment", assignment.id()));
            } else {
                batch.apply(command, assignment);
            }
        }
        batch.write();
        answerLate(late);
    }

    /** The effects of one transaction, gathered so that each table is written once. */
    @RequiredArgsConstructor
    private final class Batch {

        private final Map<UUID, Task> held;
        private final Map<UUID, Worker> released;
        private final Change change;
        private final List<Task> movedTasks = new ArrayList<>();
        private final List<Assignment> moved = new ArrayList<>();
        private final List<Assignment> ended = new ArrayList<>();
        private final LinkedHashSet<Worker> freed = new LinkedHashSet<>();
        private final List<UUID> goneOn = new ArrayList<>();

        /** The assignment was read before the task was locked: meanwhile it may have ended. */
        boolean isCurrent(Assignment assignment) {
            var task = held.get(assignment.task());
            return task != null && !task.status().isClosed() && task.attempt() == assignment.attempt();
        }

        void apply(Command<Report, Assignment> command, Assignment assignment) {
            var report = command.content();
            var task = Objects.requireNonNull(held.get(assignment.task()));
            if (report.verb() == Verb.START && assignment.state() == AssignmentState.IN_PROGRESS) {
                command.accept(assignment); // said twice
                return;
            }
            try {
                command.accept(
                        switch (report.verb()) {
                            case START -> start(task, assignment, report);
                            case PROGRESS -> progress(task, assignment, report);
                            case COMPLETE, FAIL -> end(task, assignment, report);
                        });
            } catch (Problem refusal) {
                command.refuse(refusal);
            }
        }

        private Assignment start(Task task, Assignment assignment, Report report) {
            task.start(assignment.id(), assignment.worker(), report.actor(), change);
            return moved(task, assignment.started(change.now()));
        }

        private Assignment progress(Task task, Assignment assignment, Report report) {
            task.progress(
                    assignment.id(), assignment.worker(), report.percent(), report.comment(), report.actor(), change);
            return moved(task, assignment.progressed(report.percent(), report.comment()));
        }

        private Assignment end(Task task, Assignment assignment, Report report) {
            var worker = Objects.requireNonNull(released.get(assignment.worker()));
            var end = report.verb() == Verb.COMPLETE
                    ? complete(task, assignment, worker, report)
                    : fail(task, assignment, worker, report);
            if (assignment.isOnHold()) {
                goneOn.add(task.id());
            } else {
                wrapUps.begin(
                        worker, assignment.id(), queues.named(task.queue()).wrapUpSeconds(), change);
            }
            movedTasks.add(task);
            freed.add(worker);
            ended.add(end);
            return end;
        }

        private Assignment complete(Task task, Assignment assignment, Worker worker, Report report) {
            requireDisposition(task, report.disposition());
            var comment = Objects.requireNonNull(report.comment());
            task.complete(assignment.leave(worker, change), comment, report.disposition(), report.actor(), change);
            return assignment.closed(AssignmentState.COMPLETED, comment, report.disposition(), change.now());
        }

        private Assignment fail(Task task, Assignment assignment, Worker worker, Report report) {
            var comment = Objects.requireNonNull(report.comment());
            var retryAt = retries.next(task, change.now());
            retryAt.ifPresent(at -> retries.note(task, at, change));
            task.fail(assignment.leave(worker, change), comment, retryAt.orElse(null), report.actor(), change);
            return assignment.closed(AssignmentState.FAILED, comment, change.now());
        }

        private Assignment moved(Task task, Assignment assignment) {
            movedTasks.add(task);
            moved.add(assignment);
            return assignment;
        }

        void write() {
            table.move(moved, change);
            table.end(ended, change);
            holds.end(goneOn, change);
            tasks.save(movedTasks, change);
            workers.save(freed, change);
        }
    }

    private void requireDisposition(Task task, @Nullable String disposition) {
        var known = queues.named(task.queue()).dispositions();
        if (disposition == null ? !known.isEmpty() : !known.contains(disposition)) {
            throw Problem.of(
                    ProblemCode.RULE_VIOLATED,
                    "/disposition",
                    known.isEmpty()
                            ? "must be absent: the queue '%s' has none".formatted(task.queue())
                            : "must be one of %s".formatted(known));
        }
    }

    /** The assignment has ended: the same end said again by its holder is answered as before, all else is refused. */
    private void answerLate(List<Command<Report, Assignment>> late) {
        if (late.isEmpty()) {
            return;
        }
        var closed =
                table.closed(late.stream().map(it -> it.content().assignment()).toList());
        var states = new HashMap<UUID, Task>(
                tasks.lock(closed.values().stream().map(Assignment::task).toList()));
        for (var command : late) {
            var report = command.content();
            var assignment = closed.get(report.assignment());
            if (assignment == null || !assignment.worker().equals(report.worker())) {
                command.refuse(Problem.notFound("assignment", report.assignment()));
            } else if (isRepeat(report, assignment)) {
                command.accept(assignment);
            } else {
                var task = Objects.requireNonNull(states.get(assignment.task()));
                command.refuse(task.refusal(report.verb().trigger));
            }
        }
    }

    private static boolean isRepeat(Report report, Assignment assignment) {
        return report.verb() == Verb.COMPLETE && assignment.state() == AssignmentState.COMPLETED
                || report.verb() == Verb.FAIL && assignment.state() == AssignmentState.FAILED;
    }
}
