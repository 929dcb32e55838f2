package dev.warren.server.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.shared.Sql;
import dev.warren.server.task.Priority;

/** What became of the work of everybody, for figures: each question is one step into an index, and bounded. */
@Component
@RequiredArgsConstructor
public class Outcomes {

    private static final String ENDED = """
            SELECT t.priority, t.created_at, a.attempt, a.state, a.assigned_at, a.started_at, a.closed_at
            FROM (SELECT task, attempt, state, assigned_at, started_at, closed_at FROM assignment
                WHERE closed_at >= ? ORDER BY closed_at DESC LIMIT ?) a JOIN task t ON t.id = a.task""";

    private static final String OPEN = """
            SELECT t.priority, t.created_at, a.attempt, a.state, a.assigned_at, a.started_at, NULL AS closed_at
            FROM (SELECT task, attempt, state, assigned_at, started_at FROM active LIMIT ?) a
            JOIN task t ON t.id = a.task WHERE a.assigned_at >= ?""";

    private final JdbcTemplate jdbc;

    /**
     * The times of one assignment.
     *
     * @param createdAt when its task was
     * @param attempt which try of the task it is, from 1
     */
    public record Times(
            Priority priority,
            Instant createdAt,
            int attempt,
            AssignmentState state,
            Instant assignedAt,
            @Nullable Instant startedAt,
            @Nullable Instant closedAt) {}

    /** A task that somebody got, for the how manieth time. */
    public record Taken(Instant at, Priority priority, int attempt) {

        /** Whether whoever waits on that level at that time is not the next because of it, however long they wait. */
        public boolean overtakes(int level) {
            return priority.level() < level || attempt > 1 && priority.level() == level;
        }
    }

    /** The last {@code limit} tasks that some workers got since then, the newest first. */
    public List<Taken> taken(Collection<UUID> workers, Instant from, int limit) {
        var ids = Sql.ids(workers);
        var since = Sql.at(from);
        return jdbc.query(
                """
                SELECT t.priority, a.assigned_at, a.attempt FROM (
                    SELECT task, assigned_at, attempt FROM active WHERE worker IN %1$s
                    UNION ALL (SELECT task, assigned_at, attempt FROM assignment
                        WHERE worker IN %1$s AND closed_at >= ? ORDER BY closed_at DESC LIMIT ?)
                ) a JOIN task t ON t.id = a.task WHERE a.assigned_at >= ? ORDER BY a.assigned_at DESC LIMIT ?""".formatted(Sql.in(workers.size())),
                (row, number) -> new Taken(
                        Sql.instant(row, "assigned_at"), Priority.of(row.getInt("priority")), row.getInt("attempt")),
                Sql.arguments(ids, ids, since, limit, since, limit));
    }

    /** How many ended how, from the first instant up to the second. */
    public Map<AssignmentState, Long> count(Instant from, Instant until) {
        var counts = new EnumMap<AssignmentState, Long>(AssignmentState.class);
        jdbc.query(
                "SELECT state, COUNT(*) AS n FROM assignment WHERE closed_at >= ? AND closed_at < ? GROUP BY state",
                row -> {
                    counts.put(AssignmentState.valueOf(row.getString("state")), row.getLong("n"));
                },
                Sql.at(from),
                Sql.at(until));
        return counts;
    }

    /** The newest {@code limit} that ended since then, and as many of those that were assigned since then and last. */
    public List<Times> since(Instant from, int limit) {
        var times = new ArrayList<>(jdbc.query(ENDED, Outcomes::times, Sql.at(from), limit));
        times.addAll(jdbc.query(OPEN, Outcomes::times, limit, Sql.at(from)));
        return times;
    }

    private static Times times(ResultSet row, int number) throws SQLException {
        return new Times(
                Priority.of(row.getInt("priority")),
                Sql.instant(row, "created_at"),
                row.getInt("attempt"),
                AssignmentState.valueOf(row.getString("state")),
                Sql.instant(row, "assigned_at"),
                Sql.instantOrNull(row, "started_at"),
                Sql.instantOrNull(row, "closed_at"));
    }
}
