package dev.warren.server.assignment;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A task held out to a worker: one row of {@code open_offer} while it waits for an answer, of {@code closed_offer}
 * afterwards. When it is accepted, the assignment has its id.
 *
 * @param level the effective priority by which the task was picked, 1..5
 * @param reason why it was declined or revoked
 */
record Offer(
        UUID id,
        UUID task,
        UUID worker,
        State state,
        int level,
        boolean rescue,
        UUID round,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant closedAt,
        @Nullable String reason) {

    /** How an offer stands; all but the first are final. */
    enum State {
        ISSUED,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        REVOKED
    }

    Offer closed(State end, @Nullable String why, Instant at) {
        return new Offer(id, task, worker, end, level, rescue, round, issuedAt, expiresAt, at, why);
    }

    boolean isDue(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
