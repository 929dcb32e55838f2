package dev.warren.server.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import lombok.experimental.Accessors;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.skill.Requirement;

/**
 * A task while it is being changed: its row is locked, every verb moves it one version on and leaves exactly one event.
 * Obtained from {@link Tasks#lock}, written back by {@link Tasks#save}. For reading there is {@link TaskView}.
 */
@Getter
@Accessors(fluent = true)
@AllArgsConstructor(access = AccessLevel.PACKAGE)
public final class Task {

    private final UUID id;
    private String queue;
    private Requirement requirement;
    private List<String> requiredSkills;
    private final String title;
    private final @Nullable String category;
    private final Instant createdAt;
    private TaskStatus status;
    private Priority priority;
    private int attempt;
    private int version;

    @Getter(AccessLevel.PACKAGE)
    private int edited;

    private @Nullable UUID assignee;
    private @Nullable Instant closedAt;

    @Getter(AccessLevel.PACKAGE)
    private byte[] chain;

    @Getter(AccessLevel.NONE)
    private final TaskStateMachine machine;

    /** How and by whom a task is assigned, beside what it knows of itself. */
    public record Assignee(
            UUID assignmentId,
            UUID workerId,
            int level,
            boolean rescue,
            @Nullable UUID round,
            @Nullable String reason,
            int workerLoad,
            long workerLoadVersion) {}

    /** A worker's hold on the task, or the offer to a worker, when a verb begins, moves or ends it. */
    public record Holder(UUID assignmentId, UUID workerId, int workerLoad, long workerLoadVersion) {}

    public void assign(Assignee to, Actor actor, Change change) {
        assigned(Trigger.ASSIGN, to, actor, change);
    }

    /** The offer was accepted. */
    public void accept(Assignee to, Actor actor, Change change) {
        assigned(Trigger.ACCEPT, to, actor, change);
    }

    private void assigned(Trigger trigger, Assignee to, Actor actor, Change change) {
        var from = move(trigger);
        attempt++;
        assignee = to.workerId();
        record(
                new TaskEvent.Assigned(
                        id,
                        version,
                        queue,
                        title,
                        priority,
                        from,
                        status,
                        to.assignmentId(),
                        to.workerId(),
                        attempt,
                        requiredSkills,
                        category,
                        to.level(),
                        to.rescue(),
                        to.round(),
                        to.reason(),
                        createdAt,
                        to.workerLoad(),
                        to.workerLoadVersion()),
                actor,
                change);
    }

    public void start(UUID assignmentId, UUID workerId, Actor actor, Change change) {
        var from = move(Trigger.START);
        record(
                new TaskEvent.Started(id, version, queue, title, priority, from, status, assignmentId, workerId),
                actor,
                change);
    }

    /** @param percent 0..100 */
    public void progress(
            UUID assignmentId, UUID workerId, int percent, @Nullable String note, Actor actor, Change change) {
        var from = move(Trigger.PROGRESS);
        record(
                new TaskEvent.Progressed(
                        id, version, queue, title, priority, from, status, assignmentId, workerId, percent, note),
                actor,
                change);
    }

    /** @param disposition how it ended, in the words of its queue, or null */
    public void complete(Holder by, String comment, @Nullable String disposition, Actor actor, Change change) {
        var from = close(Trigger.COMPLETE, change);
        record(
                new TaskEvent.Completed(
                        id,
                        version,
                        queue,
                        title,
                        priority,
                        from,
                        status,
                        by.assignmentId(),
                        by.workerId(),
                        comment,
                        disposition,
                        by.workerLoad(),
                        by.workerLoadVersion()),
                actor,
                change);
    }

    /** @param retryAt when it will wait again by itself, or null */
    public void fail(Holder by, String comment, @Nullable Instant retryAt, Actor actor, Change change) {
        var from = close(Trigger.FAIL, change);
        record(
                new TaskEvent.Failed(
                        id,
                        version,
                        queue,
                        title,
                        priority,
                        from,
                        status,
                        by.assignmentId(),
                        by.workerId(),
                        comment,
                        retryAt,
                        by.workerLoad(),
                        by.workerLoadVersion()),
                actor,
                change);
    }

    /** @param by whose assignment ends with the task, or null when nobody holds it */
    public void cancel(@Nullable Holder by, Actor actor, Change change) {
        var from = close(Trigger.CANCEL, change);
        record(
                new TaskEvent.Cancelled(
                        id,
                        version,
                        queue,
                        title,
                        priority,
                        from,
                        status,
                        by == null ? null : by.workerId(),
                        by == null ? null : by.assignmentId(),
                        by == null ? null : by.workerLoad(),
                        by == null ? null : by.workerLoadVersion()),
                actor,
                change);
    }

    public void reprioritise(Priority to, Actor actor, Change change) {
        reprioritise(to, null, actor, change);
    }

    void reprioritise(Priority to, @Nullable Escalation why, Actor actor, Change change) {
        var previous = priority;
        var from = move(Trigger.REPRIORITISE);
        priority = to;
        record(
                new TaskEvent.Reprioritised(id, version, queue, title, previous, priority, from, status, holder(), why),
                actor,
                change);
    }

    void retry(Actor actor, Change change) {
        requeue(Trigger.RETRY, actor, change);
    }

    /** Lets a task be offered again that was declined too often. */
    public void reoffer(Actor actor, Change change) {
        requeue(Trigger.REOFFER, actor, change);
    }

    /** Takes a cancellation back; whoever held the task does not get it back. */
    public void reopen(Actor actor, Change change) {
        requeue(Trigger.REOPEN, actor, change);
    }

    /** Takes it from its holder; it waits again. */
    public void release(
            Holder from, TaskEvent.ReleaseCause cause, @Nullable String reason, Actor actor, Change change) {
        var before = move(Trigger.RELEASE);
        assignee = null;
        record(
                new TaskEvent.Released(
                        id,
                        version,
                        queue,
                        title,
                        priority,
                        before,
                        status,
                        cause,
                        reason,
                        from.workerId(),
                        from.assignmentId(),
                        from.workerLoad(),
                        from.workerLoadVersion()),
                actor,
                change);
    }

    /** Lets it wait in another queue. */
    public void moveTo(TaskQueue to, @Nullable String reason, Actor actor, Change change) {
        moveTo(to, reason, null, actor, change);
    }

    void moveTo(TaskQueue to, @Nullable String reason, @Nullable Escalation why, Actor actor, Change change) {
        var from = move(Trigger.MOVE);
        var left = queue;
        queue = to.name();
        record(
                new TaskEvent.Moved(id, version, left, queue, title, priority, from, status, reason, why),
                actor,
                change);
    }

    /** Asks less of whoever does it. */
    TaskStatus relax(Requirement to, List<String> skills) {
        var from = move(Trigger.RELAX);
        requirement = to;
        requiredSkills = skills;
        return from;
    }

    void requeue(Trigger trigger, Actor actor, Change change) {
        var from = move(trigger);
        assignee = null;
        closedAt = null;
        record(new TaskEvent.Requeued(id, version, queue, title, priority, from, status), actor, change);
    }

    /** Who has it, or is asked; null when nobody does. On hold it may have either. */
    @Nullable
    UUID holder() {
        return status.isClosed() ? null : assignee;
    }

    /** Refuses with {@code version-mismatch} when the asker has seen something else; null asks for nothing. */
    public void requireVersion(@Nullable Integer expected) {
        if (expected != null && !isAsSeenAt(expected)) {
            throw new Problem(
                    ProblemCode.VERSION_MISMATCH,
                    "Task %s has version %d, not %d: read it again.".formatted(id, version, expected));
        }
    }

    /** Whether nothing but the telling of its clocks has happened since that version: what people see is the same. */
    public boolean isAsSeenAt(int seen) {
        return edited <= seen && seen <= version;
    }

    /** The refusal of a verb that the lifecycle does not allow now. */
    public Problem refusal(Trigger trigger) {
        return new Problem(
                ProblemCode.ILLEGAL_TRANSITION,
                "Task %s is %s: %s is not possible now.".formatted(id, status, trigger),
                List.of(),
                Map.of(
                        "taskStatus", status.name(),
                        "trigger", trigger.name(),
                        "legal", machine.legal(status).stream().map(Enum::name).toList()));
    }

    /** Refuses a verb that the lifecycle does not allow now, before anything is changed for it. */
    public void require(Trigger trigger) {
        next(trigger);
    }

    private TaskStatus next(Trigger trigger) {
        var to = machine.next(status, trigger);
        if (to == null) {
            throw refusal(trigger);
        }
        return to;
    }

    TaskStatus move(Trigger trigger) {
        var to = next(trigger);
        var from = status;
        status = to;
        version++;
        if (trigger != Trigger.CLOCK) {
            edited = version;
        }
        return from;
    }

    private TaskStatus close(Trigger trigger, Change change) {
        var from = move(trigger);
        closedAt = change.now();
        return from;
    }

    void belongTo(@Nullable UUID worker) {
        assignee = worker;
    }

    void record(TaskEvent event, Actor actor, Change change) {
        chain = change.record(event, actor, chain);
    }
}
