package dev.warren.server.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.shared.Actor;
import dev.warren.server.shared.DomainEvent;

/** The transaction in progress: its time and the events of its changes. */
public final class Change {

    private final int writer;
    private final Instant now;
    private final JsonMapper json;
    private final Writes writes;
    private final List<Recorded> events = new ArrayList<>();
    private final List<Live.Item> hints = new ArrayList<>();
    private long lastSequence;

    Change(int writer, long lastSequence, Instant now, JsonMapper json, Writes writes) {
        this.writer = writer;
        this.lastSequence = lastSequence;
        this.now = now;
        this.json = json;
        this.writes = writes;
    }

    /** The one time of everything in this transaction, in microseconds. */
    public Instant now() {
        return now;
    }

    /**
     * Adds an event to the log.
     *
     * @param chain the hash of the subject's previous event, {@link EventHash#START} for its first
     * @return the hash that the subject has to keep as its new end of the chain
     */
    public byte[] record(DomainEvent event, Actor actor, byte[] chain) {
        var payload = json.writeValueAsString(event);
        var hash = EventHash.of(chain, event.type(), event.version(), now, actor.name(), payload);
        events.add(new Recorded(writer, ++lastSequence, now, event, actor, payload, hash));
        return hash;
    }

    /**
     * Writes rows, later: together with everything else that the transaction writes. Only {@link #flush} makes what was
     * kept back visible to the transaction's own reads.
     *
     * @param sql one statement for one row
     */
    public void write(String sql, List<@Nullable Object[]> rows) {
        writes.add(sql, rows);
    }

    /** Runs a statement, later; it may change any number of rows. */
    public void write(String sql, @Nullable Object... arguments) {
        writes.add(sql, Collections.singletonList(arguments));
    }

    /** Changes one row, later; the transaction fails and is tried again when that row is not found. */
    public void update(String sql, @Nullable Object... arguments) {
        writes.update(sql, 1, arguments);
    }

    /**
     * Changes many rows by one statement, later; the transaction fails and is tried again when not all of them are found.
     *
     * @param sql takes the rows as one JSON array, to be opened by {@code JSON_TABLE}: for the database that is several
     *     times cheaper than as many statements
     */
    public void updateAll(String sql, Collection<?> rows) {
        if (!rows.isEmpty()) {
            writes.update(sql, rows.size(), json.writeValueAsString(rows));
        }
    }

    /** Sends what was kept back, before a read that must see it. */
    public void flush() {
        writes.flush();
    }

    /** What has been recorded so far, in order. */
    public List<Recorded> events() {
        return Collections.unmodifiableList(events);
    }

    /**
     * Tells the other servers after the commit, in the one message of this commit. A hint: it may get lost.
     *
     * @param topic which {@link LiveListener}s hear it
     * @param payload immutable; written as JSON later, on another thread
     */
    public void hint(String topic, Object payload) {
        hints.add(new Live.Item(topic, payload));
    }

    List<Live.Item> hints() {
        return Collections.unmodifiableList(hints);
    }

    /** The writer's number; with the sequence it identifies an event. */
    public int writer() {
        return writer;
    }

    long lastSequence() {
        return lastSequence;
    }
}
