package dev.warren.server.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;

/**
 * Who waits for help with what they hold. A request counts for one attempt only, so nobody has to remove it when the task
 * moves on.
 */
@Component
@RequiredArgsConstructor
public class HelpRequests {

    static final String IS_OPEN =
            "help.attempt = task.attempt AND task.status IN ('ASSIGNED', 'IN_PROGRESS', 'ON_HOLD')";

    private final JdbcTemplate jdbc;

    /** One that nobody has answered. */
    public record Request(UUID task, UUID worker, String reason, Instant since) {}

    public void add(Task task, String reason, Change change) {
        change.write(
                "REPLACE INTO help (task, attempt, reason, since) VALUES (?, ?, ?, ?)",
                Ids.bytes(task.id()),
                task.attempt(),
                reason,
                Sql.at(change.now()));
    }

    void answered(UUID task, Change change) {
        change.write("DELETE FROM help WHERE task = ?", (Object) Ids.bytes(task));
    }

    /** The longest first, at most that many. */
    public List<Request> open(int limit) {
        return jdbc.query(
                "SELECT help.task, task.assignee, help.reason, help.since FROM help JOIN task ON task.id = help.task AND "
                        + IS_OPEN + " ORDER BY help.since, help.task LIMIT ?",
                (row, number) -> new Request(
                        Sql.id(row, "task"),
                        Sql.id(row, "assignee"),
                        row.getString("reason"),
                        Sql.instant(row, "since")),
                limit);
    }

    /** Forgets the requests of tasks that have moved on, from before that time. */
    public void sweep(Instant before) {
        jdbc.update(
                "DELETE help FROM help JOIN task ON task.id = help.task WHERE help.since < ? AND NOT (" + IS_OPEN + ")",
                Sql.at(before));
    }
}
