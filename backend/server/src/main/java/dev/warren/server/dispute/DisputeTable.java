package dev.warren.server.dispute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;

/** The rows of disputes. Ids rise with time, so their order is that of raising. */
@Component
@RequiredArgsConstructor
class DisputeTable {

    private static final String SELECT = """
            SELECT d.id, d.assignment, d.task, d.attempt, q.name AS queue, t.title, d.worker, w.display_name, d.reason, d.raised_at,
                d.answer, d.answered_by, d.answered_at
            FROM dispute d JOIN task t ON t.id = d.task JOIN task_queue q ON q.id = t.queue_id
            JOIN worker w ON w.id = d.worker WHERE\s""";

    private final JdbcTemplate jdbc;

    Optional<Dispute> find(UUID id) {
        return one("d.id = ?", id);
    }

    Optional<Dispute> ofAssignment(UUID assignment) {
        return one("d.assignment = ?", assignment);
    }

    private Optional<Dispute> one(String where, UUID id) {
        return jdbc.query(SELECT + where, DisputeTable::dispute, (Object) Ids.bytes(id)).stream()
                .findFirst();
    }

    /** The end of its chain of events. */
    byte[] chain(UUID id) {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT chain FROM dispute WHERE id = ?", byte[].class, (Object) Ids.bytes(id)));
    }

    /** Those of a worker before one of them, the newest first. */
    List<Dispute> of(UUID worker, @Nullable UUID before, int size) {
        return jdbc.query(
                SELECT + "d.worker = ? AND d.id < ? ORDER BY d.id DESC LIMIT ?",
                DisputeTable::dispute,
                Ids.bytes(worker),
                Ids.bytes(before == null ? new UUID(-1, -1) : before),
                size);
    }

    /** Those that wait for an answer after one of them, the longest first. */
    List<Dispute> open(@Nullable UUID after, int size) {
        return jdbc.query(
                SELECT + "d.answered_at IS NULL AND d.id > ? ORDER BY d.id LIMIT ?",
                DisputeTable::dispute,
                Ids.bytes(after == null ? new UUID(0, 0) : after),
                size);
    }

    /** Those that were answered before one of them was raised, the last raised first. */
    List<Dispute> answered(@Nullable UUID before, int size) {
        return jdbc.query(
                SELECT + "d.answered_at IS NOT NULL AND d.id < ? ORDER BY d.id DESC LIMIT ?",
                DisputeTable::dispute,
                Ids.bytes(before == null ? new UUID(-1, -1) : before),
                size);
    }

    private static Dispute dispute(ResultSet row, int number) throws SQLException {
        return new Dispute(
                Sql.id(row, "id"),
                Sql.id(row, "assignment"),
                Sql.id(row, "task"),
                row.getInt("attempt"),
                row.getString("queue"),
                row.getString("title"),
                Sql.id(row, "worker"),
                row.getString("display_name"),
                row.getString("reason"),
                Sql.instant(row, "raised_at"),
                row.getString("answer"),
                row.getString("answered_by"),
                Sql.instantOrNull(row, "answered_at"));
    }
}
