package dev.warren.server.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;

/** The rows of assignments: the narrow {@code active} table while they last, the {@code assignment} table afterwards. */
@Component
@RequiredArgsConstructor
class AssignmentTable {

    private static final String ACTIVE = """
            SELECT assignment AS id, task, worker, attempt, state, assigned_at, started_at, NULL AS closed_at, percent,
                note AS comment, NULL AS disposition, seat_kept FROM active""";

    private static final String CLOSED = """
            SELECT a.id, a.task, a.worker, a.attempt, a.state, a.assigned_at, a.started_at, a.closed_at, a.percent,
                a.comment, a.disposition, FALSE AS seat_kept FROM assignment a""";

    private final JdbcTemplate jdbc;

    /** The place of an ended assignment in the history of its worker. */
    record Ended(Instant closedAt, UUID id) {}

    Map<UUID, Assignment> active(Collection<UUID> ids) {
        return byKey(ACTIVE + " WHERE assignment IN ", ids, Assignment::id);
    }

    Map<UUID, Assignment> activeOfTasks(Collection<UUID> tasks) {
        return byKey(ACTIVE + " WHERE task IN ", tasks, Assignment::task);
    }

    Map<UUID, Assignment> closed(Collection<UUID> ids) {
        return byKey(CLOSED + " WHERE a.id IN ", ids, Assignment::id);
    }

    /** The open assignments of a worker in the order in which they were assigned. */
    List<Assignment> open(UUID worker, @Nullable UUID after, int size) {
        return jdbc.query(
                ACTIVE + " WHERE worker = ? AND assignment > ? ORDER BY assignment LIMIT ?",
                AssignmentTable::assignment,
                Ids.bytes(worker),
                Ids.bytes(after == null ? new UUID(0, 0) : after),
                size);
    }

    /** The ended assignments of a worker that match, the last one that ended first. */
    List<Assignment> ended(UUID worker, EndedFilter filter, @Nullable Ended before, int size) {
        var sql = new StringBuilder(CLOSED).append(filter.text() == null ? "" : " JOIN task t ON t.id = a.task");
        var arguments = new ArrayList<Object>();
        with(sql.append(" WHERE "), arguments, "a.worker = ?", Ids.bytes(worker));
        if (filter.outcome() != null) {
            with(sql.append(" AND "), arguments, "a.state = ?", filter.outcome().name());
        }
        if (filter.from() != null) {
            with(sql.append(" AND "), arguments, "a.closed_at >= ?", Sql.at(filter.from()));
        }
        if (filter.before() != null) {
            with(sql.append(" AND "), arguments, "a.closed_at < ?", Sql.at(filter.before()));
        }
        if (filter.text() != null) {
            var found = "(t.title COLLATE utf8mb4_unicode_ci LIKE ? ESCAPE '!'"
                    + " OR a.comment COLLATE utf8mb4_unicode_ci LIKE ? ESCAPE '!')";
            var text = Sql.containing(filter.text());
            with(sql.append(" AND "), arguments, found, text, text);
        }
        if (before != null) { // the first condition is implied, but lets the index begin there
            var earlier = "a.closed_at <= ? AND (a.closed_at < ? OR a.id < ?)";
            var at = Sql.at(before.closedAt());
            with(sql.append(" AND "), arguments, earlier, at, at, Ids.bytes(before.id()));
        }
        with(sql, arguments, " ORDER BY a.closed_at DESC, a.id DESC LIMIT ?", size);
        return jdbc.query(sql.toString(), AssignmentTable::assignment, arguments.toArray());
    }

    /** How many of each outcome a worker has had since then. */
    Map<AssignmentState, Long> endedByState(UUID worker, Instant from) {
        var counts = new EnumMap<AssignmentState, Long>(AssignmentState.class);
        jdbc.query(
                "SELECT state, COUNT(*) AS n FROM assignment WHERE worker = ? AND closed_at >= ? GROUP BY state",
                row -> {
                    counts.put(AssignmentState.valueOf(row.getString("state")), row.getLong("n"));
                },
                Ids.bytes(worker),
                Sql.at(from));
        return counts;
    }

    private static void with(StringBuilder sql, List<Object> arguments, String condition, Object... values) {
        sql.append(condition);
        Collections.addAll(arguments, values);
    }

    void begin(List<Assignment> assignments, Change change) {
        change.write("""
                INSERT INTO offer (task, id, worker, status, issued_at, answered_at)
                VALUES (?, ?, ?, 'ACCEPTED', ?, ?)""", rows(assignments, it -> new @Nullable Object[] {
            Ids.bytes(it.task()),
            Ids.bytes(it.id()),
            Ids.bytes(it.worker()),
            Sql.at(it.assignedAt()),
            Sql.at(it.assignedAt())
        }));
        activate(assignments, change);
    }

    /** Of those that were offered before, which is noted elsewhere. */
    void activate(List<Assignment> assignments, Change change) {
        change.write("""
                INSERT INTO active (task, assignment, worker, attempt, state, assigned_at, percent)
                VALUES (?, ?, ?, ?, 'ASSIGNED', ?, 0)""", rows(assignments, it -> new @Nullable Object[] {
            Ids.bytes(it.task()), Ids.bytes(it.id()), Ids.bytes(it.worker()), it.attempt(), Sql.at(it.assignedAt())
        }));
    }

    void move(List<Assignment> assignments, Change change) {
        for (var it : assignments) {
            change.update(
                    """
                    UPDATE active SET state = ?, started_at = ?, percent = ?, note = ?, seat_kept = ?
                    WHERE task = ? AND attempt = ?""",
                    it.state().name(),
                    Sql.atOrNull(it.startedAt()),
                    it.percent(),
                    it.comment(),
                    it.seatKept(),
                    Ids.bytes(it.task()),
                    it.attempt());
        }
    }

    void end(List<Assignment> assignments, Change change) {
        if (assignments.isEmpty()) {
            return;
        }
        change.write(
                "DELETE FROM active WHERE task IN " + Sql.in(assignments.size()),
                Sql.ids(assignments.stream().map(Assignment::task).toList()));
        change.write("""
                INSERT INTO assignment (id, task, worker, attempt, state, assigned_at, started_at, closed_at, percent,
                    comment, disposition) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows(assignments, it -> new @Nullable Object[] {
            Ids.bytes(it.id()),
            Ids.bytes(it.task()),
            Ids.bytes(it.worker()),
            it.attempt(),
            it.state().name(),
            Sql.at(it.assignedAt()),
            Sql.atOrNull(it.startedAt()),
            Sql.atOrNull(it.closedAt()),
            it.percent(),
            it.comment(),
            it.disposition()
        }));
    }

    private static List<@Nullable Object[]> rows(
            List<Assignment> assignments, Function<Assignment, @Nullable Object[]> row) {
        return assignments.stream().map(row).toList();
    }

    private Map<UUID, Assignment> byKey(String select, Collection<UUID> ids, Function<Assignment, UUID> key) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc.query(select + Sql.in(ids.size()), AssignmentTable::assignment, Sql.ids(ids)).stream()
                        .collect(Collectors.toMap(key, it -> it));
    }

    private static Assignment assignment(ResultSet row, int number) throws SQLException {
        Instant closedAt = Sql.instantOrNull(row, "closed_at");
        return new Assignment(
                Sql.id(row, "id"),
                Sql.id(row, "task"),
                Sql.id(row, "worker"),
                row.getInt("attempt"),
                AssignmentState.valueOf(row.getString("state")),
                Sql.instant(row, "assigned_at"),
                Sql.instantOrNull(row, "started_at"),
                closedAt,
                row.getInt("percent"),
                row.getString("comment"),
                row.getString("disposition"),
                row.getBoolean("seat_kept"));
    }
}
