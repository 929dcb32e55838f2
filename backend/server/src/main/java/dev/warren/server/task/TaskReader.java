package dev.warren.server.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
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

    private final JdbcTemplate jdbc;
    private final TaskQueues queues;
    private final Requirements requirements;
    private final Tasks tasks;
    private final TaskSearch search;
    private final JsonMapper json;

    public Optional<TaskView> find(UUID id) {
        return jdbc.query("SELECT * FROM task WHERE id = ?", this::view, (Object) Ids.bytes(id)).stream()
                .findFirst();
    }

    /** Those of the tasks that exist, by id. */
    public Map<UUID, TaskView> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc.query("SELECT * FROM task WHERE id IN " + Sql.in(ids.size()), this::view, Sql.ids(ids)).stream()
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

    /** Tasks that failed and were not tried again, oldest first, at most that many. */
    public List<UUID> failed(int limit) {
        return jdbc.query(
                "SELECT id FROM task WHERE closed_status = ? ORDER BY id LIMIT ?",
                (row, number) -> Sql.id(row, "id"),
                TaskStatus.FAILED.ordinal() + 1,
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
                Sql.instantOrNull(row, "due_at"),
                estimate == 0 ? null : estimate,
                metadata == null ? Map.of() : json.readValue(metadata, new TypeReference<>() {}),
                row.getString("created_by"));
    }
}
