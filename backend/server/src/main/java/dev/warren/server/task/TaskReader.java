package dev.warren.server.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;

/** Reads tasks for screens and callers. */
@Component
@RequiredArgsConstructor
public class TaskReader {

    private static final String SELECT = """
            SELECT task.*, hold.reason AS hold_reason, hold.since AS hold_since, hold.wake_at, help.reason AS help_reason,
                help.since AS help_since, retry.at AS retry_at
            FROM task LEFT JOIN hold ON hold.task = task.id AND hold.ended_at IS NULL
                LEFT JOIN help ON help.task = task.id AND %s LEFT JOIN retry ON retry.task = task.id AND %s
            WHERE task.id""".formatted(HelpRequests.IS_OPEN, Retries.IS_DUE);

    private final JdbcTemplate jdbc;
    private final TaskQueues queues;
    private final Requirements requirements;
    private final Tasks tasks;
    private final TaskSearch search;
    private final JsonMapper json;

    public Optional<TaskView> find(UUID id) {
        return jdbc.query(SELECT + " = ?", this::view, (Object) Ids.bytes(id)).stream()
                .findFirst();
    }

    /** Those of the tasks that exist, by id. */
    public Map<UUID, TaskView> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc.query(SELECT + " IN " + Sql.in(ids.size()), this::view, Sql.ids(ids)).stream()
                        .collect(Collectors.toMap(TaskView::id, Function.identity()));
    }

    /**
     * The tasks that match.
     *
     * @param after the last one of the page before, or null
     */
    List<TaskView> list(TaskFilter filter, TaskSort sort, TaskSearch.@Nullable After after, int size) {
        var ids = search.find(filter, sort, after, size);
        var found = all(ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** How long those of the tasks are thought to take of which somebody has said it. */
    public Map<UUID, Duration> estimates(Collection<UUID> ids) {
        var estimates = new HashMap<UUID, Duration>();
        if (!ids.isEmpty()) {
            jdbc.query(
                    "SELECT id, estimate_seconds FROM task WHERE estimate_seconds IS NOT NULL AND id IN "
                            + Sql.in(ids.size()),
                    row -> {
                        estimates.put(Sql.id(row, "id"), Duration.ofSeconds(row.getInt("estimate_seconds")));
                    },
                    Sql.ids(ids));
        }
        return estimates;
    }

    /** Tasks that failed and were not tried again, oldest first, at most that many. */
    public List<UUID> failed(int limit) {
        return jdbc.query(
                "SELECT id FROM task WHERE closed_status = ? ORDER BY id LIMIT ?",
                (row, number) -> Sql.id(row, "id"),
                TaskStatus.FAILED.closedNumber(),
                limit);
    }

    private TaskView view(ResultSet row, int number) throws SQLException {
        var requirement = requirements.get(row.getInt("requirement_id"));
        var metadata = row.getString("metadata");
        int estimate = row.getInt("estimate_seconds");
        return new TaskView(
                Sql.id(row, "id"),
                TaskStatus.valueOf(row.getString("status")),
                Priority.of(row.getInt("priority")),
                row.getString("title"),
                row.getString("description"),
                queues.get(row.getInt("queue_id")).name(),
                row.getString("category"),
                tasks.names(requirement),
                requirement.minLevel(),
                requirement.region(),
                Sql.idOrNull(row, "assignee"),
                row.getInt("attempt"),
                row.getInt("version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"),
                Sql.instantOrNull(row, "closed_at"),
                hold(row),
                help(row),
                Sql.instantOrNull(row, "retry_at"),
                Sql.instantOrNull(row, "due_at"),
                estimate == 0 ? null : estimate,
                metadata == null ? Map.of() : json.readValue(metadata, new TypeReference<>() {}),
                row.getString("created_by"));
    }

    private static TaskView.@Nullable Hold hold(ResultSet row) throws SQLException {
        var reason = row.getString("hold_reason");
        return reason == null
                ? null
                : new TaskView.Hold(reason, Sql.instant(row, "hold_since"), Sql.instantOrNull(row, "wake_at"));
    }

    private static TaskView.@Nullable HelpRequest help(ResultSet row) throws SQLException {
        var reason = row.getString("help_reason");
        return reason == null ? null : new TaskView.HelpRequest(reason, Sql.instant(row, "help_since"));
    }
}
