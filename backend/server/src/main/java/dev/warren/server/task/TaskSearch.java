package dev.warren.server.task;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;
import dev.warren.server.skill.Skills;

/**
 * Finds and counts tasks by filter. Lists by status or priority are put together from ranges of one index, each read no
 * further than the page goes; all else is read in the order of the ids and tested row by row.
 */
@Component
@RequiredArgsConstructor
public class TaskSearch {

    private final JdbcTemplate jdbc;
    private final TaskQueues queues;
    private final Skills skills;
    private final Clock clock;

    /** The last task of the page before. */
    record After(Priority priority, UUID id) {}

    /** How many tasks of a queue have this status and this priority. */
    public record Count(String queue, TaskStatus status, Priority priority, long tasks) {}

    /** A statement with its arguments. */
    record Query(String sql, List<Object> arguments) {}

    /** Text of a statement and its arguments, as they grow together. */
    private static final class Conditions {

        private final List<String> texts = new ArrayList<>();
        private final List<Object> arguments = new ArrayList<>();

        void add(String text, Object... values) {
            texts.add(text);
            Collections.addAll(arguments, values);
        }

        void anyOf(String column, List<?> values) {
            add(values.isEmpty() ? "1 = 0" : column + " IN " + Sql.in(values.size()), values.toArray());
        }

        String where() {
            return texts.isEmpty() ? "" : " WHERE " + String.join(" AND ", texts);
        }
    }

    List<UUID> find(TaskFilter filter, TaskSort sort, @Nullable After after, int size) {
        var query = query(filter, sort, after, size);
        return jdbc.query(
                query.sql(),
                (row, number) -> Sql.id(row, "id"),
                query.arguments().toArray());
    }

    /** How many tasks match in each queue, status and priority, whatever the filter says about these three. */
    public List<Count> count(TaskFilter filter) {
        var conditions = new Conditions();
        test(filter, conditions);
        return jdbc.query(
                "SELECT queue_id, status, priority, COUNT(*) AS tasks FROM task" + conditions.where()
                        + " GROUP BY queue_id, status, priority",
                (row, number) -> new Count(
                        queues.get(row.getInt("queue_id")).name(),
                        TaskStatus.valueOf(row.getString("status")),
                        Priority.of(row.getInt("priority")),
                        row.getLong("tasks")),
                conditions.arguments.toArray());
    }

    Query query(TaskFilter filter, TaskSort sort, @Nullable After after, int size) {
        boolean anyState = Arrays.stream(TaskStatus.values()).allMatch(filter::allows)
                && Arrays.stream(Priority.values()).allMatch(filter::allows);
        return sort != TaskSort.PRIORITY && anyState
                ? inOrderOfIds(filter, sort, after, size)
                : fromRanges(filter, sort, after, size);
    }

    private Query inOrderOfIds(TaskFilter filter, TaskSort sort, @Nullable After after, int size) {
        var conditions = new Conditions();
        if (after != null) {
            beyond(after, sort, conditions);
        }
        test(filter, conditions);
        testQueue(filter, conditions);
        return new Query(
                "SELECT id FROM task%s ORDER BY %s LIMIT %d".formatted(conditions.where(), sort.order, size),
                conditions.arguments);
    }

    /** The first of each range, from which the first of all are taken. */
    private Query fromRanges(TaskFilter filter, TaskSort sort, @Nullable After after, int size) {
        var ranges = new ArrayList<String>();
        var arguments = new ArrayList<Object>();
        for (var statuses : groups(filter)) {
            for (var priority : Priority.values()) {
                int step = after == null ? 1 : priority.compareTo(after.priority());
                if (filter.allows(priority) && !(sort == TaskSort.PRIORITY && step < 0)) {
                    var conditions = range(statuses, priority);
                    if (after != null && !(sort == TaskSort.PRIORITY && step > 0)) {
                        beyond(after, sort, conditions);
                    }
                    test(filter, conditions);
                    testQueue(filter, conditions);
                    ranges.add("(SELECT id, priority FROM task FORCE INDEX (task_state_ix)%s ORDER BY %s LIMIT %d)"
                            .formatted(conditions.where(), sort == TaskSort.NEWEST ? "id DESC" : "id", size));
                    arguments.addAll(conditions.arguments);
                }
            }
        }
        if (ranges.isEmpty()) { // a cursor from beyond the priorities asked for
            ranges.add("(SELECT id, priority FROM task WHERE 1 = 0)");
        }
        return new Query(
                String.join(" UNION ALL ", ranges) + " ORDER BY %s LIMIT %d".formatted(sort.order, size), arguments);
    }

    /** The open statuses asked for together, as the index knows them, and each closed one by itself. */
    private static List<List<TaskStatus>> groups(TaskFilter filter) {
        var groups = new ArrayList<List<TaskStatus>>();
        var open = new ArrayList<TaskStatus>();
        for (var status : TaskStatus.values()) {
            if (filter.allows(status)) {
                if (status.isClosed()) {
                    groups.add(List.of(status));
                } else {
                    open.add(status);
                }
            }
        }
        if (!open.isEmpty()) {
            groups.add(open);
        }
        return groups;
    }

    private static Conditions range(List<TaskStatus> statuses, Priority priority) {
        var conditions = new Conditions();
        if (statuses.get(0).isClosed()) {
            conditions.add("closed_status = ?", statuses.get(0).closedNumber());
        } else {
            conditions.add("closed_status IS NULL");
        }
        conditions.add("priority = ?", priority.level());
        long open =
                Arrays.stream(TaskStatus.values()).filter(it -> !it.isClosed()).count();
        if (!statuses.get(0).isClosed() && statuses.size() < open) {
            conditions.anyOf("status", statuses.stream().map(Enum::name).toList());
        }
        return conditions;
    }

    private static void beyond(After after, TaskSort sort, Conditions conditions) {
        conditions.add(sort == TaskSort.NEWEST ? "id < ?" : "id > ?", Ids.bytes(after.id()));
    }

    private void testQueue(TaskFilter filter, Conditions conditions) {
        if (filter.queue() != null) {
            conditions.add("queue_id = ?", queues.named(filter.queue(), "queue").id());
        }
    }

    /** Everything but status, priority and queue. */
    private void test(TaskFilter filter, Conditions conditions) {
        var now = Sql.micros(clock.instant());
        if (filter.category() != null) {
            conditions.add("category = ?", filter.category());
        }
        if (filter.skill() != null) {
            conditions.anyOf("requirement_id", requirements(filter.skill()));
        }
        if (filter.assignee() != null) {
            conditions.add("assignee = ?", Ids.bytes(filter.assignee()));
        }
        if (filter.unassigned() != null) {
            conditions.add(filter.unassigned() ? "assignee IS NULL" : "assignee IS NOT NULL");
        }
        if (filter.createdBy() != null) {
            conditions.add("created_by = ?", filter.createdBy());
        }
        if (filter.createdFrom() != null) {
            conditions.add("created_at >= ?", Sql.at(filter.createdFrom()));
        }
        if (filter.createdBefore() != null) {
            conditions.add("created_at < ?", Sql.at(filter.createdBefore()));
        }
        if (filter.minAgeSeconds() != null) {
            conditions.add("created_at <= ?", Sql.at(now.minusSeconds(filter.minAgeSeconds())));
        }
        if (filter.maxAgeSeconds() != null) {
            conditions.add("created_at >= ?", Sql.at(now.minusSeconds(filter.maxAgeSeconds())));
        }
        if (filter.dueBefore() != null) {
            conditions.add("due_at < ?", Sql.at(filter.dueBefore()));
        }
        if (filter.text() != null) {
            conditions.add("LOWER(title) LIKE LOWER(?) ESCAPE '!'", "%" + literally(filter.text()) + "%");
        }
    }

    /** Found beforehand: in a join, the databases would not keep to the order of the index. */
    private List<Integer> requirements(String skill) {
        return jdbc.queryForList(
                "SELECT id FROM requirement WHERE FIND_IN_SET(?, skills) > 0",
                Integer.class,
                String.valueOf(skills.numbersOf(List.of(skill), "skill").get(0)));
    }

    private static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
