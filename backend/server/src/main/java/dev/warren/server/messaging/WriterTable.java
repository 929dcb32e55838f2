package dev.warren.server.messaging;

import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.shared.Sql;

/** One line per writer that ever wrote: how far its log goes, how far it is published, and whether it lives. */
@Component
@RequiredArgsConstructor
class WriterTable {

    /** A writer that did not stir for so long is taken for dead. The servers' clocks must agree to a few seconds. */
    static final Duration DEAD_AFTER = Duration.ofSeconds(15);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    /** A new writer number; numbers only grow. */
    int open(String server) {
        var now = now();
        var keys = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var insert = connection.prepareStatement(
                            "INSERT INTO writer (server, started_at, alive_at) VALUES (?, ?, ?)",
                            Statement.RETURN_GENERATED_KEYS);
                    insert.setString(1, server);
                    insert.setObject(2, now);
                    insert.setObject(3, now);
                    return insert;
                },
                keys);
        return Objects.requireNonNull(keys.getKey()).intValue();
    }

    /**
     * Moves the writer's marks with the rest of what a change writes. The change fails and is tried again, under another
     * number, when somebody has taken over this writer's log: nothing may be committed under its number.
     */
    void advance(Change change, long published) {
        change.update("""
                UPDATE writer SET last_seq = ?, published_seq = GREATEST(published_seq, ?), alive_at = ?
                WHERE id = ? AND closed_at IS NULL""", change.lastSequence(), published, now(), change.writer());
    }

    /** The last event committed under this number, waiting for a commit in progress; empty when the log is closed. */
    OptionalLong committedOf(int writer) {
        return jdbc
                .queryForList(
                        "SELECT last_seq FROM writer WHERE id = ? AND closed_at IS NULL FOR UPDATE", Long.class, writer)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Stores how far a log is published, and that somebody cares for it. */
    void published(int writer, long sequence) {
        jdbc.update(
                "UPDATE writer SET published_seq = GREATEST(published_seq, ?), alive_at = ? WHERE id = ?",
                sequence,
                now(),
                writer);
    }

    /** Ends a log: nothing is committed under this number any more. */
    void close(int writer, long published) {
        published(writer, published);
        jdbc.update("UPDATE writer SET closed_at = ? WHERE id = ? AND closed_at IS NULL", now(), writer);
    }

    /**
     * Closes logs for which nobody cares, one conditional update each: of two servers one gets it, and keeps it as long
     * as it stirs. A paused server's transaction in progress either commits before, or fails in {@link #advance}.
     */
    List<Integer> adopt(int own) {
        var before = Sql.at(clock.instant().minus(DEAD_AFTER));
        return jdbc.queryForList("""
                        SELECT id FROM writer
                        WHERE id <> ? AND alive_at < ? AND (closed_at IS NULL OR published_seq < last_seq)
                        ORDER BY id""", Integer.class, own, before).stream()
                .filter(it -> jdbc.update("""
                        UPDATE writer SET closed_at = COALESCE(closed_at, ?), alive_at = ?
                        WHERE id = ? AND alive_at < ?""", now(), now(), it, before) == 1)
                .toList();
    }

    long publishedOf(int writer) {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT published_seq FROM writer WHERE id = ?", Long.class, writer));
    }

    private Object now() {
        return Sql.at(clock.instant());
    }
}
