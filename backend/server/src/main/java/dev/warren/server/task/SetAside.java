package dev.warren.server.task;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;

/**
 * Waiting tasks that were declined too often: they keep their place in the queue, but nobody is asked any more until a
 * coordinator decides. An entry counts for one attempt only, so nobody has to remove it when the task moves on.
 */
@Component
@RequiredArgsConstructor
public class SetAside {

    private static final String SELECT = """
            SELECT s.task, s.since, s.declines FROM set_aside s
            JOIN task t ON t.id = s.task AND t.attempt = s.attempt AND t.status = 'QUEUED'
            JOIN task_queue q ON q.id = t.queue_id AND q.acceptance = 'MANUAL'""";

    private final JdbcTemplate jdbc;

    /** @param declines how often it was declined before that */
    public record Entry(UUID task, Instant since, int declines) {}

    public void add(Task task, int declines, Change change) {
        change.write(
                "REPLACE INTO set_aside (task, attempt, declines, since) VALUES (?, ?, ?, ?)",
                Ids.bytes(task.id()),
                task.attempt(),
                declines,
                Sql.at(change.now()));
    }

    public void remove(UUID task, Change change) {
        change.write("DELETE FROM set_aside WHERE task = ?", (Object) Ids.bytes(task));
    }

    /** The longest of them first, at most that many. */
    public List<Entry> list(int limit) {
        return jdbc.query(
                SELECT + " ORDER BY s.since, s.task LIMIT ?",
                (row, number) -> new Entry(Sql.id(row, "task"), Sql.instant(row, "since"), row.getInt("declines")),
                limit);
    }

    /** Those of the tasks that are set aside, with how often they were declined. */
    public Map<UUID, Integer> among(Collection<UUID> tasks) {
        return tasks.isEmpty()
                ? Map.of()
                : jdbc
                        .query(
                                SELECT + " WHERE s.task IN " + Sql.in(tasks.size()),
                                (row, number) -> new Entry(
                                        Sql.id(row, "task"), Sql.instant(row, "since"), row.getInt("declines")),
                                Sql.ids(tasks))
                        .stream()
                        .collect(Collectors.toMap(Entry::task, Entry::declines));
    }

    /** Forgets the entries of tasks that have moved on, from before that time. */
    public void sweep(Instant before) {
        jdbc.update("""
                DELETE FROM set_aside WHERE since < ?
                    AND NOT EXISTS (SELECT 1 FROM ready WHERE ready.task = set_aside.task)""", Sql.at(before));
    }
}
