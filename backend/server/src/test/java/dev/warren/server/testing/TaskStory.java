package dev.warren.server.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.warren.server.shared.Ids;
import dev.warren.server.task.DeadlineEvent;
import dev.warren.server.task.Escalation;
import dev.warren.server.task.EscalationEvent;
import dev.warren.server.task.HoldEvent;
import dev.warren.server.task.OfferEvent;
import dev.warren.server.task.Priority;
import dev.warren.server.task.TaskEvent;
import dev.warren.server.task.TaskStatus;

/** The events of one task that one worker gets, told step by step; each call is the next version. */
public final class TaskStory {

    public static final Instant CREATED = Instant.parse("2026-01-02T03:04:05.678901Z");

    /** Why what is escalated is escalated. */
    public static final Escalation LATE = new Escalation(2, DeadlineEvent.Kind.RESOLVE, Escalation.Point.BREACH);

    private final UUID task = Ids.next();
    private final UUID assignment = Ids.next();
    private final UUID worker;
    private final String queue;
    private Priority priority;
    private int version;
    private TaskStatus status = TaskStatus.QUEUED;

    public TaskStory(UUID worker, String queue, Priority priority) {
        this.worker = worker;
        this.queue = queue;
        this.priority = priority;
    }

    public TaskStory(UUID worker) {
        this(worker, "default", Priority.P2);
    }

    public UUID task() {
        return task;
    }

    public UUID assignment() {
        return assignment;
    }

    public TaskStatus status() {
        return status;
    }

    public Priority priority() {
        return priority;
    }

    public String title() {
        return "Task " + task;
    }

    public TaskEvent queued() {
        return new TaskEvent.Queued(
                task,
                ++version,
                queue,
                title(),
                priority,
                TaskStatus.QUEUED,
                List.of("java"),
                1,
                null,
                null,
                "repair",
                null,
                null,
                Map.of(),
                CREATED);
    }

    public TaskEvent assigned() {
        return new TaskEvent.Assigned(
                task,
                ++version,
                queue,
                title(),
                priority,
                status,
                move(TaskStatus.ASSIGNED),
                assignment,
                worker,
                1,
                List.of("java"),
                "repair",
                priority.level(),
                false,
                null,
                null,
                CREATED,
                1,
                1);
    }

    public OfferEvent offered() {
        return new OfferEvent.Offered(
                task,
                ++version,
                queue,
                title(),
                priority,
                status,
                move(TaskStatus.OFFERED),
                assignment,
                worker,
                List.of("java"),
                "repair",
                priority.level(),
                false,
                task,
                CREATED,
                CREATED.plusSeconds(30),
                1,
                1);
    }

    public OfferEvent declined() {
        return new OfferEvent.Declined(
                task,
                ++version,
                queue,
                title(),
                priority,
                status,
                move(TaskStatus.QUEUED),
                assignment,
                worker,
                "Not now",
                1,
                false,
                0,
                2);
    }

    public OfferEvent offerExpired() {
        return new OfferEvent.Expired(
                task, ++version, queue, title(), priority, status, move(TaskStatus.QUEUED), assignment, worker, 0, 2);
    }

    public OfferEvent offerRevoked() {
        return new OfferEvent.Revoked(
                task,
                ++version,
                queue,
                title(),
                priority,
                status,
                move(TaskStatus.QUEUED),
                assignment,
                worker,
                OfferEvent.Revocation.PRESENCE,
                0,
                2);
    }

    public TaskEvent started() {
        return new TaskEvent.Started(
                task, ++version, queue, title(), priority, status, move(TaskStatus.IN_PROGRESS), assignment, worker);
    }

    public TaskEvent progressed() {
        return new TaskEvent.Progressed(
                task, ++version, queue, title(), priority, status, status, assignment, worker, 50, null);
    }

    public TaskEvent completed() {
        return new TaskEvent.Completed(
                task,
                ++version,
                queue,
                title(),
                priority,
                status,
                move(TaskStatus.COMPLETED),
                assignment,
                worker,
                "Done",
                null,
                0,
                2);
    }

    public TaskEvent failed() {
        return new TaskEvent.Failed(
                task,
                ++version,
                queue,
                title(),
                priority,
                status,
                move(TaskStatus.FAILED),
                assignment,
                worker,
                "No part",
                null,
                0,
                2);
    }

    public TaskEvent requeued() {
        return new TaskEvent.Requeued(task, ++version, queue, title(), priority, status, move(TaskStatus.QUEUED));
    }

    public TaskEvent released() {
        return new TaskEvent.Released(
                task,
                ++version,
                queue,
                title(),
                priority,
                status,
                move(TaskStatus.QUEUED),
                TaskEvent.ReleaseCause.UNDO,
                null,
                worker,
                assignment,
                0,
                2);
    }

    public HoldEvent held() {
        boolean held = status.isHeld();
        return new HoldEvent.Held(
                task,
                ++version,
                queue,
                title(),
                priority,
                status,
                move(TaskStatus.ON_HOLD),
                "Waits for a part",
                CREATED,
                held ? assignment : null,
                held ? worker : null,
                held ? 0 : null,
                held ? 2L : null);
    }

    public HoldEvent resumed() {
        return new HoldEvent.Resumed(
                task,
                ++version,
                queue,
                title(),
                priority,
                status,
                move(TaskStatus.IN_PROGRESS),
                assignment,
                worker,
                1,
                3);
    }

    public TaskEvent moved(String to) {
        return new TaskEvent.Moved(task, ++version, queue, to, title(), priority, status, status, null, null);
    }

    public TaskEvent cancelled() {
        boolean held = status.isTaken();
        return new TaskEvent.Cancelled(
                task,
                ++version,
                queue,
                title(),
                priority,
                status,
                move(TaskStatus.CANCELLED),
                held ? worker : null,
                held ? assignment : null,
                held ? 0 : null,
                held ? 2L : null);
    }

    public TaskEvent reprioritised(Priority to) {
        var before = priority;
        priority = to;
        return new TaskEvent.Reprioritised(
                task, ++version, queue, title(), before, to, status, status, status.isTaken() ? worker : null, null);
    }

    public DeadlineEvent atRisk() {
        return new DeadlineEvent.AtRisk(
                task, ++version, queue, title(), priority, status, status, LATE.kind(), CREATED, holder());
    }

    public DeadlineEvent breached() {
        return new DeadlineEvent.Breached(
                task,
                ++version,
                queue,
                title(),
                priority,
                status,
                status,
                LATE.kind(),
                CREATED,
                DeadlineEvent.Cause.ALL_BUSY,
                holder());
    }

    public EscalationEvent escalated(UUID... accounts) {
        return new EscalationEvent.Notified(
                task, ++version, queue, title(), priority, status, status, List.of(accounts), LATE);
    }

    public EscalationEvent relaxed() {
        return new EscalationEvent.Relaxed(
                task, ++version, queue, title(), priority, status, status, List.of("java"), 1, List.of(), 1, LATE);
    }

    public EscalationEvent escalationSkipped() {
        return new EscalationEvent.Skipped(
                task, ++version, queue, title(), priority, status, status, EscalationEvent.Skip.URGENT_ALREADY, LATE);
    }

    private @Nullable UUID holder() {
        return status.isTaken() ? worker : null;
    }

    private TaskStatus move(TaskStatus to) {
        status = to;
        return to;
    }
}
