package dev.warren.server.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;
import dev.warren.server.skill.Requirement;
import dev.warren.server.skill.Skills;

/** The tasks' rows, many at a time: locked in the order of their ids, written back by version. */
@Component
@RequiredArgsConstructor
public class Tasks {

    private static final String UPDATE = """
            UPDATE task JOIN JSON_TABLE(?, '$[*]' COLUMNS (
                id CHAR(32) PATH '$.id', status VARCHAR(12) PATH '$.status', priority INT PATH '$.priority',
                attempt INT PATH '$.attempt', version INT PATH '$.version', edited INT PATH '$.edited',
                assignee CHAR(32) PATH '$.assignee', updated DATETIME(6) PATH '$.updated', closed DATETIME(6) PATH '$.closed', chain CHAR(64) PATH '$.chain'
            )) moved ON task.id = UNHEX(moved.id)
            SET task.status = moved.status, task.priority = moved.priority, task.attempt = moved.attempt,
                task.version = moved.version, task.edited = moved.edited, task.assignee = UNHEX(moved.assignee),
                task.updated_at = moved.updated, task.closed_at = moved.closed, task.chain = UNHEX(moved.chain)
            WHERE task.version < moved.version""";

    /** What moves in a row, as {@link #UPDATE} reads it. */
    private record Moved(
            String id,
            String status,
            int priority,
            int attempt,
            int version,
            int edited,
            @Nullable String assignee,
            LocalDateTime updated,
            @Nullable LocalDateTime closed,
            String chain) {}

    private final JdbcTemplate jdbc;
    private final TaskStateMachine machine;
    private final TaskQueues queues;
    private final Requirements requirements;
    private final Skills skills;

    /** Locks those of the tasks that exist, until the end of the transaction. */
    public Map<UUID, Task> lock(Collection<UUID> ids) {
        var tasks = new LinkedHashMap<UUID, Task>();
        if (!ids.isEmpty()) {
            jdbc.query(
                    """
                    SELECT id, queue_id, requirement_id, status, priority, attempt, version, edited, assignee, created_at,
                        closed_at, chain, title, category
                    FROM task WHERE id IN %s ORDER BY id FOR UPDATE""".formatted(Sql.in(ids.size())),
                    row -> {
                        var task = task(row);
                        tasks.put(task.id(), task);
                    },
                    Sql.ids(ids));
        }
        return tasks;
    }

    /** Writes back what was changed. */
    public void save(Collection<Task> tasks, Change change) {
        var now = Sql.at(change.now());
        change.updateAll(
                UPDATE,
                tasks.stream()
                        .map(it -> new Moved(
                                Ids.hex(it.id()),
                                it.status().name(),
                                it.priority().level(),
                                it.attempt(),
                                it.version(),
                                it.edited(),
                                it.assignee() == null ? null : Ids.hex(it.assignee()),
                                now,
                                Sql.atOrNull(it.closedAt()),
                                HexFormat.of().formatHex(it.chain())))
                        .toList());
    }

    /** Writes back in which queues they are, and in which line there. */
    public void savePlaces(Collection<Task> tasks, Change change) {
        change.write(
                "UPDATE task SET queue_id = ?, requirement_id = ? WHERE id = ?",
                tasks.stream()
                        .map(it -> new @Nullable Object[] {
                            queues.named(it.queue()).id(), it.requirement().id(), Ids.bytes(it.id())
                        })
                        .toList());
    }

    private Task task(ResultSet row) throws SQLException {
        var requirement = requirements.get(row.getInt("requirement_id"));
        return new Task(
                Sql.id(row, "id"),
                queues.get(row.getInt("queue_id")).name(),
                requirement,
                names(requirement),
                row.getString("title"),
                row.getString("category"),
                Sql.instant(row, "created_at"),
                TaskStatus.valueOf(row.getString("status")),
                Priority.of(row.getInt("priority")),
                row.getInt("attempt"),
                row.getInt("version"),
                row.getInt("edited"),
                Sql.idOrNull(row, "assignee"),
                Sql.instantOrNull(row, "closed_at"),
                row.getBytes("chain"),
                machine);
    }

    List<String> names(Requirement requirement) {
        return requirement.skills().stream().map(skills::nameOf).toList();
    }
}
