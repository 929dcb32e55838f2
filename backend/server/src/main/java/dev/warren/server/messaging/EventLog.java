package dev.warren.server.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;

/** The append-only log: audit trail, event store and outbox in one table, written in the transaction of the change. */
@Component
@RequiredArgsConstructor
public class EventLog {

    private static final String INSERT = """
            INSERT INTO event (writer, seq, occurred, type, subject, version, queue, actor, actor_name, payload, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;

    /** One line of the log as it was written. */
    public record Entry(
            int writer,
            long sequence,
            Instant occurred,
            String type,
            UUID subject,
            int version,
            String queue,
            @Nullable UUID actor,
            String actorName,
            String payload,
            byte[] hash) {

        /** The id on the wire by which consumers drop repeats. */
        public String id() {
            return writer + "-" + sequence;
        }
    }

    /** The history of one subject by version, after the given version; at most {@code size} lines. */
    public List<Entry> history(UUID subject, int afterVersion, int size) {
        return jdbc.query(
                "SELECT * FROM event WHERE subject = ? AND version > ? ORDER BY version LIMIT ?",
                EventLog::entry,
                Ids.bytes(subject),
                afterVersion,
                size);
    }

    /** What one writer recorded, in its order, after the given sequence number; at most {@code size} lines. */
    List<Entry> after(int writer, long sequence, int size) {
        return jdbc.query(
                "SELECT * FROM event WHERE writer = ? AND seq > ? ORDER BY seq LIMIT ?",
                EventLog::entry,
                writer,
                sequence,
                size);
    }

    void append(Change change) {
        change.write(
                INSERT,
                change.events().stream()
                        .map(Recorded::entry)
                        .map(it -> new @Nullable Object[] {
                            it.writer(),
                            it.sequence(),
                            Sql.at(it.occurred()),
                            it.type(),
                            Ids.bytes(it.subject()),
                            it.version(),
                            it.queue(),
                            Sql.bytesOrNull(it.actor()),
                            it.actorName(),
                            it.payload(),
                            it.hash()
                        })
                        .toList());
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getInt("writer"),
                row.getLong("seq"),
                Sql.instant(row, "occurred"),
                row.getString("type"),
                Sql.id(row, "subject"),
                row.getInt("version"),
                row.getString("queue"),
                Sql.idOrNull(row, "actor"),
                row.getString("actor_name"),
                row.getString("payload"),
                row.getBytes("hash"));
    }
}
