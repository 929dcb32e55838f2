package dev.warren.server.servicelevel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.servicelevel.Deadline.State;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;
import dev.warren.server.task.DeadlineEvent.Cause;
import dev.warren.server.task.DeadlineEvent.Kind;
import dev.warren.server.task.Priority;

/** The deadlines' rows. Whoever changes one has locked its task. */
@Component
@RequiredArgsConstructor
class Deadlines {

    private final JdbcTemplate jdbc;

    /** Where a page of {@link #list} ended. */
    record After(Instant targetAt, UUID task, Kind kind) {}

    /** How many promises were kept. */
    record Kept(String queue, Priority priority, Kind kind, long met, long missed) {}

    List<Deadline> of(Collection<UUID> tasks) {
        return tasks.isEmpty()
                ? List.of()
                : jdbc.query(
                        "SELECT * FROM deadline WHERE task IN " + Sql.in(tasks.size()) + " ORDER BY task, kind",
                        Deadlines::deadline,
                        Sql.ids(tasks));
    }

    /** Tasks of which something has to be told by now, the longest due first. */
    List<UUID> due(Instant now, int limit) {
        return jdbc
                .query(
                        "SELECT task FROM deadline WHERE due_at <= ? ORDER BY due_at LIMIT ?",
                        (row, number) -> Sql.id(row, "task"),
                        Sql.at(now),
                        limit)
                .stream()
                .distinct()
                .toList();
    }

    /** Clocks in that state, the soonest target first. */
    List<Deadline> list(State state, @Nullable String queue, @Nullable After after, int limit) {
        var sql = new StringBuilder("SELECT * FROM deadline WHERE state = ?");
        var arguments = new ArrayList<Object>(List.of(state.name()));
        if (queue != null) {
            sql.append(" AND queue = ?");
            arguments.add(queue);
        }
        if (after != null) {
            sql.append(" AND (target_at > ? OR target_at = ? AND (task > ? OR task = ? AND kind > ?))");
            var at = Sql.at(after.targetAt());
            var task = Ids.bytes(after.task());
            arguments.addAll(Arrays.asList(at, at, task, task, after.kind().name()));
        }
        arguments.add(limit);
        return jdbc.query(
                sql.append(" ORDER BY target_at, task, kind LIMIT ?").toString(),
                Deadlines::deadline,
                arguments.toArray());
    }

    /** Of the clocks that stopped in that time. */
    List<Kept> kept(Instant from, Instant to) {
        return jdbc.query(
                """
                SELECT queue, priority, kind, SUM(state = 'MET') AS met, SUM(state = 'MISSED') AS missed
                FROM deadline WHERE stopped_at >= ? AND stopped_at < ? AND state IN ('MET', 'MISSED')
                GROUP BY queue, priority, kind ORDER BY queue, priority, kind""",
                (row, number) -> new Kept(
                        row.getString("queue"),
                        Priority.of(row.getInt("priority")),
                        Kind.valueOf(row.getString("kind")),
                        row.getLong("met"),
                        row.getLong("missed")),
                Sql.at(from),
                Sql.at(to));
    }

    void write(Collection<Deadline> deadlines, Change change) {
        change.write(
                """
                REPLACE INTO deadline (task, kind, queue, priority, state, target_seconds, spent_seconds, counted_from,
                    risk_at, target_at, due_at, risked_at, breached_at, cause, stopped_at,
                    escalated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                deadlines.stream()
                        .map(it -> new @Nullable Object[] {
                            Ids.bytes(it.task()),
                            it.kind().name(),
                            it.queue(),
                            it.priority().level(),
                            it.state().name(),
                            it.targetSeconds(),
                            it.spentSeconds(),
                            Sql.at(it.countedFrom()),
                            Sql.at(it.riskAt()),
                            Sql.at(it.targetAt()),
                            Sql.atOrNull(it.dueAt()),
                            Sql.atOrNull(it.riskedAt()),
                            Sql.atOrNull(it.breachedAt()),
                            it.cause() == null ? null : it.cause().name(),
                            Sql.atOrNull(it.stoppedAt()),
                            Sql.atOrNull(it.escalatedAt())
                        })
                        .toList());
    }

    private static Deadline deadline(ResultSet row, int number) throws SQLException {
        var cause = row.getString("cause");
        return new Deadline(
                Sql.id(row, "task"),
                Kind.valueOf(row.getString("kind")),
                row.getString("queue"),
                Priority.of(row.getInt("priority")),
                State.valueOf(row.getString("state")),
                row.getInt("target_seconds"),
                row.getInt("spent_seconds"),
                Sql.instant(row, "counted_from"),
                Sql.instant(row, "risk_at"),
                Sql.instant(row, "target_at"),
                Sql.instantOrNull(row, "due_at"),
                Sql.instantOrNull(row, "risked_at"),
                Sql.instantOrNull(row, "breached_at"),
                cause == null ? null : Cause.valueOf(cause),
                Sql.instantOrNull(row, "stopped_at"),
                Sql.instantOrNull(row, "escalated_at"));
    }
}
