package dev.warren.server.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What happens to a task while it is offered. An offer that is accepted becomes an assignment of the same id, and is told
 * as {@link TaskEvent.Assigned}.
 */
public sealed interface OfferEvent extends TaskEvent {

    UUID offerId();

    /** To whom it is, or was, offered. */
    UUID workerId();

    /** Why an offer was taken back. */
    enum Revocation {
        /** The worker takes nothing new any more. */
        PRESENCE,
        /** An admin gave the task to somebody. */
        BY_HAND
    }

    /**
     * It is held out to a worker, who has a seat for it and answers before it expires.
     *
     * @param level the effective priority by which it was picked, 1..5
     * @param rescue whether the rescue rule put it before more urgent ones
     * @param round the dispatch round that decided
     * @param workerLoad how many tasks the worker holds now, this one included
     * @param workerLoadVersion the step of the worker's load that this offer made
     */
    record Offered(
            @JsonUnwrapped Step step,
            UUID offerId,
            UUID workerId,
            List<String> requiredSkills,
            @Nullable String category,
            int level,
            boolean rescue,
            UUID round,
            Instant createdAt,
            Instant expiresAt,
            int workerLoad,
            long workerLoadVersion)
            implements OfferEvent {

        @Override
        public String type() {
            return "task.offered";
        }
    }

    /**
     * The worker said no; it waits again, with its original age.
     *
     * @param declines how often it was declined since it was assigned last
     * @param setAside whether that was once too often: nobody is asked any more until a coordinator decides
     */
    record Declined(
            @JsonUnwrapped Step step,
            UUID offerId,
            UUID workerId,
            String reason,
            int declines,
            boolean setAside,
            int workerLoad,
            long workerLoadVersion)
            implements OfferEvent {

        @Override
        public String type() {
            return "task.declined";
        }
    }

    /** The worker did not answer in time; it waits again, with its original age. */
    record Expired(@JsonUnwrapped Step step, UUID offerId, UUID workerId, int workerLoad, long workerLoadVersion)
            implements OfferEvent {

        @Override
        public String type() {
            return "task.offer-expired";
        }
    }

    /** The offer was taken back before it was answered; it waits again, with its original age. */
    record Revoked(
            @JsonUnwrapped Step step,
            UUID offerId,
            UUID workerId,
            Revocation reason,
            int workerLoad,
            long workerLoadVersion)
            implements OfferEvent {

        @Override
        public String type() {
            return "task.offer-revoked";
        }
    }
}
