package dev.warren.server.dispute;

import java.util.UUID;

import dev.warren.server.shared.DomainEvent;

/** What happens to a dispute: it is raised, and answered once. */
public sealed interface DisputeEvent extends DomainEvent {

    UUID dispute();

    UUID taskId();

    String title();

    /** Who raised it. */
    UUID workerId();

    String text();

    @Override
    default UUID subject() {
        return dispute();
    }

    /** Somebody thinks that an assignment was decided wrongly. */
    record Raised(
            UUID dispute,
            String queue,
            UUID taskId,
            String title,
            UUID assignmentId,
            int attempt,
            UUID workerId,
            String text)
            implements DisputeEvent {

        @Override
        public String type() {
            return "dispute.raised";
        }

        @Override
        public int version() {
            return 1;
        }
    }

    /** Somebody who may has said what is to be said about it. */
    record Answered(
            UUID dispute, String queue, UUID taskId, String title, UUID assignmentId, UUID workerId, String text)
            implements DisputeEvent {

        @Override
        public String type() {
            return "dispute.answered";
        }

        @Override
        public int version() {
            return 2;
        }
    }
}
