package dev.warren.server.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.warren.server.shared.DomainEvent;

/**
 * All that can happen to a task. Each event is one step of the task's version; {@code from} and {@code to} are its
 * status before and after, {@code priority} the one it has afterwards.
 */
public sealed interface TaskEvent extends DomainEvent
        permits OfferEvent,
                HoldEvent,
                TalkEvent,
                DeadlineEvent,
                EscalationEvent,
                TaskEvent.Queued,
                TaskEvent.Requeued,
                TaskEvent.Released,
                TaskEvent.Reprioritised,
                TaskEvent.Moved,
                TaskEvent.Cancelled,
                TaskEvent.Assigned,
                TaskEvent.Started,
                TaskEvent.Progressed,
                TaskEvent.Completed,
                TaskEvent.Failed {

    UUID task();

    String title();

    Priority priority();

    /** The status before, null for a new task. */
    @Nullable
    TaskStatus from();

    TaskStatus to();

    @Override
    default UUID subject() {
        return task();
    }

    /** A new task waits in its queue. */
    record Queued(
            UUID task,
            int version,
            String queue,
            String title,
            Priority priority,
            TaskStatus to,
            List<String> requiredSkills,
            int minSkillLevel,
            @Nullable String region,
            @Nullable String description,
            @Nullable String category,
            @Nullable Instant dueAt,
            @Nullable Integer estimateSeconds,
            Map<String, Object> metadata,
            Instant createdAt)
            implements TaskEvent {

        @Override
        public String type() {
            return "task.queued";
        }

        @Override
        public @Nullable TaskStatus from() {
            return null;
        }
    }

    /**
     * A task that had failed, was called off by mistake, was set aside, or was on hold without a holder, waits in its queue
     * again, with its original age.
     */
    record Requeued(
            UUID task, int version, String queue, String title, Priority priority, TaskStatus from, TaskStatus to)
            implements TaskEvent {

        @Override
        public String type() {
            return "task.requeued";
        }
    }

    /** Why a worker no longer has a task that is not done. */
    enum ReleaseCause {
        /** Whoever assigned it by hand took that back. */
        UNDO,
        /** It was given back to the queue. */
        RETURNED,
        /** It goes to somebody else, or to another queue. */
        TRANSFERRED,
        /** It was on hold, its time had come, and its holder was not there. */
        HOLD_OVER
    }

    /**
     * Its assignment ended without an outcome; it waits in its queue again, with its original age.
     *
     * @param reason what was said about it, if anything
     */
    record Released(
            UUID task,
            int version,
            String queue,
            String title,
            Priority priority,
            TaskStatus from,
            TaskStatus to,
            ReleaseCause cause,
            @Nullable String reason,
            UUID workerId,
            UUID assignmentId,
            int workerLoad,
            long workerLoadVersion)
            implements TaskEvent {

        @Override
        public String type() {
            return "task.released";
        }
    }

    /** Its urgency was changed, by hand or by an escalation. */
    record Reprioritised(
            UUID task,
            int version,
            String queue,
            String title,
            Priority previousPriority,
            Priority priority,
            TaskStatus from,
            TaskStatus to,
            @Nullable UUID workerId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Escalation escalation)
            implements TaskEvent {

        @Override
        public String type() {
            return "task.reprioritised";
        }
    }

    /** It waits in another queue now, with its original age. */
    record Moved(
            UUID task,
            int version,
            String fromQueue,
            String queue,
            String title,
            Priority priority,
            TaskStatus from,
            TaskStatus to,
            @Nullable String reason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Escalation escalation)
            implements TaskEvent {

        @Override
        public String type() {
            return "task.moved";
        }
    }

    /** It was called off; if a worker held it, or was asked, the assignment or the offer of that id ended with it. */
    record Cancelled(
            UUID task,
            int version,
            String queue,
            String title,
            Priority priority,
            TaskStatus from,
            TaskStatus to,
            @Nullable UUID workerId,
            @Nullable UUID assignmentId,
            @Nullable Integer workerLoad,
            @Nullable Long workerLoadVersion)
            implements TaskEvent {

        @Override
        public String type() {
            return "task.cancelled";
        }
    }

    /**
     * A worker got it.
     *
     * @param attempt which try of the task this is, from 1
     * @param level the effective priority by which it was picked, 1..5
     * @param rescue whether the rescue rule put it before more urgent ones
     * @param round the dispatch round that decided, null when it was assigned by hand
     * @param reason why this worker, when somebody who assigned it by hand said so
     * @param workerLoad how many tasks the worker holds now
     * @param workerLoadVersion the step of the worker's load that this assignment made
     */
    record Assigned(
            UUID task,
            int version,
            String queue,
            String title,
            Priority priority,
            TaskStatus from,
            TaskStatus to,
            UUID assignmentId,
            UUID workerId,
            int attempt,
            List<String> requiredSkills,
            @Nullable String category,
            int level,
            boolean rescue,
            @Nullable UUID round,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason,

            Instant createdAt,
            int workerLoad,
            long workerLoadVersion)
            implements TaskEvent {

        @Override
        public String type() {
            return "task.assigned";
        }
    }

    /** Its worker began. */
    record Started(
            UUID task,
            int version,
            String queue,
            String title,
            Priority priority,
            TaskStatus from,
            TaskStatus to,
            UUID assignmentId,
            UUID workerId)
            implements TaskEvent {

        @Override
        public String type() {
            return "task.started";
        }
    }

    /** Its worker reported how far it is, in percent. */
    record Progressed(
            UUID task,
            int version,
            String queue,
            String title,
            Priority priority,
            TaskStatus from,
            TaskStatus to,
            UUID assignmentId,
            UUID workerId,
            int percent,
            @Nullable String note)
            implements TaskEvent {

        @Override
        public String type() {
            return "task.progressed";
        }
    }

    /**
     * Its worker has done it.
     *
     * @param disposition how, in the words of its queue
     */
    record Completed(
            UUID task,
            int version,
            String queue,
            String title,
            Priority priority,
            TaskStatus from,
            TaskStatus to,
            UUID assignmentId,
            UUID workerId,
            String comment,
            @Nullable String disposition,
            int workerLoad,
            long workerLoadVersion)
            implements TaskEvent {

        @Override
        public String type() {
            return "task.completed";
        }
    }

    /**
     * Its worker gave it up.
     *
     * @param retryAt when it waits again by itself, null when somebody has to decide
     */
    record Failed(
            UUID task,
            int version,
            String queue,
            String title,
            Priority priority,
            TaskStatus from,
            TaskStatus to,
            UUID assignmentId,
            UUID workerId,
            String comment,
            @Nullable Instant retryAt,
            int workerLoad,
            long workerLoadVersion)
            implements TaskEvent {

        @Override
        public String type() {
            return "task.failed";
        }
    }
}
