package dev.warren.server.workforce;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.warren.server.shared.DomainEvent;

/** All that can happen to a worker, beside the assignments, which are events of the task. */
public sealed interface WorkerEvent extends DomainEvent {

    UUID worker();

    @Override
    default UUID subject() {
        return worker();
    }

    @Override
    default String queue() {
        return "all";
    }

    /** Somebody new is here to work. */
    record Joined(
            UUID worker,
            int version,
            String username,
            String displayName,
            Map<String, Integer> skills,
            int capacity,
            @Nullable String region)
            implements WorkerEvent {

        @Override
        public String type() {
            return "worker.joined";
        }
    }

    /** What the worker can do, or how much at once, was changed. */
    record Changed(
            UUID worker,
            int version,
            String displayName,
            Map<String, Integer> skills,
            int capacity,
            @Nullable String region)
            implements WorkerEvent {

        @Override
        public String type() {
            return "worker.changed";
        }
    }

    /**
     * The worker came, went, or takes a break.
     *
     * @param reason why, when it was not the worker's own doing
     * @param kind of a break
     * @param note what a break of kind OTHER is for
     * @param until when a break or a meeting shall be over
     */
    record PresenceChanged(
            UUID worker,
            int version,
            Presence from,
            Presence to,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            PresenceReason reason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            BreakKind kind,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String note,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant until)
            implements WorkerEvent {

        @Override
        public String type() {
            return "worker.presence-changed";
        }
    }

    /** A break or a meeting should be over; the worker has not said anything else. */
    record PresenceOverdue(UUID worker, int version, Presence presence, Instant until) implements WorkerEvent {

        @Override
        public String type() {
            return "worker.presence-overdue";
        }
    }

    /** The worker works at other times. */
    record ScheduleChanged(UUID worker, int version, Schedule schedule) implements WorkerEvent {

        @Override
        public String type() {
            return "worker.schedule-changed";
        }
    }

    /** A task has ended, and its worker keeps the seat for a while. */
    record WrapUpBegan(UUID worker, int version, UUID assignmentId, Instant endsAt) implements WorkerEvent {

        @Override
        public String type() {
            return "worker.wrap-up-began";
        }
    }

    /** The seat is free again. */
    record WrapUpEnded(UUID worker, int version, UUID assignmentId) implements WorkerEvent {

        @Override
        public String type() {
            return "worker.wrap-up-ended";
        }
    }
}
