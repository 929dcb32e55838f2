package dev.warren.server.notification;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.warren.server.task.HoldEvent;
import dev.warren.server.task.OfferEvent;
import dev.warren.server.task.Priority;
import dev.warren.server.task.TaskEvent;
import dev.warren.server.task.TaskStatus;
import dev.warren.server.workforce.Presence;
import dev.warren.server.workforce.PresenceReason;
import dev.warren.server.workforce.WorkerEvent;

/**
 * What one event means to the worker whom it concerns.
 *
 * @param account the worker's account
 * @param type the type of the feed entry
 * @param data its data, as JSON writes the record
 */
record Notice(UUID account, String type, Object data) {

    record AssignmentCreated(
            UUID assignmentId,
            UUID taskId,
            String title,
            Priority priority,
            List<String> requiredSkills,
            @Nullable String category,
            int attempt,
            String queue,
            Instant createdAt,
            Instant assignedAt) {}

    record AssignmentStarted(UUID assignmentId, UUID taskId) {}

    record AssignmentClosed(@Nullable UUID assignmentId, UUID taskId, TaskStatus state) {}

    record OfferIssued(
            UUID offerId,
            UUID taskId,
            String title,
            Priority priority,
            List<String> requiredSkills,
            @Nullable String category,
            String queue,
            Instant createdAt,
            Instant expiresAt) {}

    /** @param reason PRESENCE, BY_HAND or CANCELLED for an offer that was revoked, else null */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfferClosed(
            UUID offerId,
            UUID taskId,
            String title,
            @Nullable String reason) {}

    record PresenceChanged(Presence from, Presence to, PresenceReason reason) {}

    record WrapUpBegan(UUID assignmentId, Instant endsAt) {}

    record WrapUpEnded(UUID assignmentId) {}

    record PresenceOverdue(Presence presence, Instant until) {}

    record TaskReprioritised(UUID taskId, Priority previousPriority, Priority priority) {}

    record AssignmentHeld(
            UUID assignmentId,
            UUID taskId,
            String title,
            @Nullable Instant until) {}

    record AssignmentResumed(UUID assignmentId, UUID taskId, String title) {}

    /** The notice that an event gives rise to; null when it concerns no worker or only says what the worker did. */
    static @Nullable Notice of(TaskEvent event, Instant at) {
        if (event instanceof HoldEvent it) {
            return ofHold(it);
        }
        if (event instanceof TaskEvent.Assigned it) {
            return new Notice(
                    it.workerId(),
                    "assignment.created",
                    new AssignmentCreated(
                            it.assignmentId(),
                            it.task(),
                            it.title(),
                            it.priority(),
                            it.requiredSkills(),
                            it.category(),
                            it.attempt(),
                            it.queue(),
                            it.createdAt(),
                            at));
        }
        if (event instanceof TaskEvent.Started it) {
            return new Notice(it.workerId(), "assignment.started", new AssignmentStarted(it.assignmentId(), it.task()));
        }
        if (event instanceof TaskEvent.Completed it) {
            return closed(it.workerId(), it.assignmentId(), it);
        }
        if (event instanceof TaskEvent.Failed it) {
            return closed(it.workerId(), it.assignmentId(), it);
        }
        if (event instanceof OfferEvent it) {
            return ofOffer(it);
        }
        if (event instanceof TaskEvent.Cancelled it && it.from() == TaskStatus.OFFERED) {
            return new Notice(
                    Objects.requireNonNull(it.workerId()),
                    "offer.revoked",
                    new OfferClosed(Objects.requireNonNull(it.assignmentId()), it.task(), it.title(), "CANCELLED"));
        }
        if (event instanceof TaskEvent.Cancelled it && it.workerId() != null) {
            return closed(it.workerId(), it.assignmentId(), it);
        }
        if (event instanceof TaskEvent.Released it) {
            return closed(it.workerId(), it.assignmentId(), it);
        }
        if (event instanceof TaskEvent.Reprioritised it && it.workerId() != null) {
            return new Notice(
                    it.workerId(),
                    "task.reprioritised",
                    new TaskReprioritised(it.task(), it.previousPriority(), it.priority()));
        }
        return null;
    }

    private static @Nullable Notice ofHold(HoldEvent event) {
        if (event instanceof HoldEvent.Held it && it.workerId() != null) {
            var assignment = Objects.requireNonNull(it.assignmentId());
            return new Notice(
                    it.workerId(),
                    "assignment.held",
                    new AssignmentHeld(assignment, it.task(), it.title(), it.until()));
        }
        return event instanceof HoldEvent.Resumed it
                ? new Notice(
                        it.workerId(),
                        "assignment.resumed",
                        new AssignmentResumed(it.assignmentId(), it.task(), it.title()))
                : null;
    }

    private static Notice ofOffer(OfferEvent event) {
        if (event instanceof OfferEvent.Offered it) {
            return new Notice(
                    it.workerId(),
                    "offer.issued",
                    new OfferIssued(
                            it.offerId(),
                            it.task(),
                            it.title(),
                            it.priority(),
                            it.requiredSkills(),
                            it.category(),
                            it.queue(),
                            it.createdAt(),
                            it.expiresAt()));
        }
        var reason = event instanceof OfferEvent.Revoked it ? it.reason().name() : null;
        var type = event instanceof OfferEvent.Declined
                ? "offer.declined"
                : event instanceof OfferEvent.Expired ? "offer.expired" : "offer.revoked";
        return new Notice(
                event.workerId(), type, new OfferClosed(event.offerId(), event.task(), event.title(), reason));
    }

    /** What happened to a worker by itself has to be known to them; null when it was their own doing. */
    static @Nullable Notice of(WorkerEvent event) {
        if (event instanceof WorkerEvent.WrapUpBegan it) {
            return new Notice(it.worker(), "wrap-up.began", new WrapUpBegan(it.assignmentId(), it.endsAt()));
        }
        if (event instanceof WorkerEvent.WrapUpEnded it) {
            return new Notice(it.worker(), "wrap-up.ended", new WrapUpEnded(it.assignmentId()));
        }
        if (event instanceof WorkerEvent.PresenceOverdue it) {
            return new Notice(it.worker(), "presence.overdue", new PresenceOverdue(it.presence(), it.until()));
        }
        return event instanceof WorkerEvent.PresenceChanged it && it.reason() != null
                ? new Notice(it.worker(), "presence.changed", new PresenceChanged(it.from(), it.to(), it.reason()))
                : null;
    }

    private static Notice closed(UUID worker, @Nullable UUID assignment, TaskEvent event) {
        return new Notice(worker, "assignment.closed", new AssignmentClosed(assignment, event.task(), event.to()));
    }
}
