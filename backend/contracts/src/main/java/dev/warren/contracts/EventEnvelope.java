package dev.warren.contracts;

import java.time.Instant;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

/**
 * A domain event as it travels on {@code warren.events}; schema {@link Schemas#EVENT_ENVELOPE}.
 *
 * @param specversion {@link #SPECVERSION}; a reader refuses what it does not know
 * @param id the same on every repeat: readers drop what they have seen
 * @param type {@code <kind of subject>.<what happened>}, for example {@code task.queued}
 * @param subject the task or worker it happened to
 * @param version the version of the subject that this event made, contiguous from 1; a reader applies only newer ones
 * @param queue the task queue it concerns
 * @param actor who caused it: a user name, {@code system} or {@code amqp:<user>}
 * @param data what is particular to the type
 */
public record EventEnvelope(
        String specversion,
        String id,
        String type,
        UUID subject,
        int version,
        String queue,
        Instant occurredAt,
        String actor,
        JsonNode data) {

    public static final String SPECVERSION = "1";
}
