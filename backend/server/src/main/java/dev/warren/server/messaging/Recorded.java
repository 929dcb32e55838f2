package dev.warren.server.messaging;

import java.time.Instant;

import dev.warren.server.shared.Actor;
import dev.warren.server.shared.DomainEvent;

/**
 * An event as it stands in the log.
 *
 * @param writer the server's writer that recorded it
 * @param sequence its place in that writer's log, contiguous from 1
 */
public record Recorded(
        int writer, long sequence, Instant occurred, DomainEvent event, Actor actor, String payload, byte[] hash) {

    /** The id on the wire by which consumers drop repeats. */
    public String id() {
        return writer + "-" + sequence;
    }

    /** The same as a line of the log. */
    EventLog.Entry entry() {
        return new EventLog.Entry(
                writer,
                sequence,
                occurred,
                event.type(),
                event.subject(),
                event.version(),
                event.queue(),
                actor.account(),
                actor.name(),
                payload,
                hash);
    }
}
