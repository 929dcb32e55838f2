package dev.warren.server.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;

/**
 * The priority-sorted queue: one narrow row for each waiting task, in a table whose primary key is the order (effective
 * priority, then age). It is the truth about what waits; the broker never holds the order.
 */
@Component
@RequiredArgsConstructor
public class ReadyQueue {

    static final String HEAD = """
            (SELECT task, requirement_id, level, since, priority, cooled FROM ready
            WHERE queue_id = ? AND requirement_id = ? ORDER BY queue_id, requirement_id, level, since, task LIMIT %d)""";

    static final String OLDEST = """
            (SELECT task, requirement_id, level, since, priority, cooled FROM ready
            WHERE queue_id = ? AND requirement_id = ? AND level = ? AND since <= ?
            ORDER BY queue_id, requirement_id, level, since, task LIMIT %d)""";

    /** What was declined too often is not offered any more: ends the condition of HEAD and OLDEST in queues that ask. */
    private static final String NOT_SET_ASIDE = """
            AND NOT EXISTS (SELECT 1 FROM set_aside JOIN task ON task.id = set_aside.task
                AND task.attempt = set_aside.attempt WHERE set_aside.task = ready.task) ORDER BY""";

    /** Left to itself, MySQL takes the primary key and sorts the whole queue for each page. */
    static final String WAITING = """
            SELECT task, requirement_id, level, since, priority, cooled FROM ready FORCE INDEX (ready_order_ix)
            WHERE queue_id = ? AND (level, since, task) > (?, ?, ?) ORDER BY queue_id, level, since, task LIMIT ?""";

    static final String SINCE = """
            SELECT task, requirement_id, level, since, priority, cooled FROM ready FORCE INDEX (ready_order_ix)
            WHERE queue_id = ? AND level = ? AND since < ? ORDER BY queue_id, level, since, task LIMIT ?""";

    /** One step into the primary key for each requirement; grouped by the second column alone it would read every row. */
    static final String REQUIREMENTS =
            "SELECT queue_id, requirement_id FROM ready WHERE queue_id = ? GROUP BY queue_id, requirement_id";

    static final String AHEAD = """
            SELECT COUNT(*) FROM ready FORCE INDEX (ready_order_ix)
            WHERE queue_id = ? AND (level < ? OR level = ? AND (since < ? OR since = ? AND task < ?))""";

    /** Each level is a range of the index. */
    static final String OLDER = """
            SELECT requirement_id, COUNT(*) AS n FROM ready FORCE INDEX (ready_order_ix)
            WHERE queue_id = ? AND level IN (1, 2, 3, 4, 5) AND since < ? GROUP BY requirement_id""";

    private static final String INSERT = """
            INSERT INTO ready (queue_id, requirement_id, level, since, task, priority, ages_at, cooled)
            VALUES (?, ?, ?, ?, ?, ?, ?, %s)""";

    private final JdbcTemplate jdbc;
    private final Ageing ageing;
    private final TaskQueues queues;

    /**
     * A waiting task's place in the order.
     *
     * @param level the effective priority, 1 (most urgent) .. 5
     * @param since when the task was created: its age decides among equals
     * @param cooled somebody may be excluded from it for a while
     */
    public record Place(UUID task, int requirement, int level, Instant since, Priority priority, boolean cooled) {}

    /** A task that begins to wait. */
    record Arrival(UUID task, int queue, int requirement, Priority priority, Instant createdAt) {}

    void add(List<Arrival> arrivals, Change change) {
        change.write(
                INSERT.formatted("FALSE"),
                arrivals.stream().map(it -> row(it, change.now())).toList());
    }

    private @Nullable Object[] row(Arrival it, Instant now) {
        return new @Nullable Object[] {
            it.queue(),
            it.requirement(),
            ageing.level(it.priority(), it.createdAt(), now),
            Sql.at(it.createdAt()),
            Ids.bytes(it.task()),
            it.priority().level(),
            Sql.atOrNull(ageing.nextChange(it.priority(), it.createdAt(), now))
        };
    }

    /** Lets tasks wait again, with their original age. Who is excluded from them for a while must be written before. */
    public void requeue(Collection<Task> tasks, Change change) {
        change.write(
                INSERT.formatted("EXISTS (SELECT 1 FROM cool_down WHERE cool_down.task = ?)"),
                tasks.stream()
                        .map(it -> {
                            var arrival = new Arrival(
                                    it.id(),
                                    queues.named(it.queue()).id(),
                                    it.requirement().id(),
                                    it.priority(),
                                    it.createdAt());
                            return Sql.arguments(row(arrival, change.now()), Ids.bytes(it.id()));
                        })
                        .toList());
    }

    /** Takes tasks out of the queue; inside the transaction that moves them on. */
    public void remove(Collection<UUID> tasks, Change change) {
        if (!tasks.isEmpty()) {
            change.write("DELETE FROM ready WHERE task IN " + Sql.in(tasks.size()), Sql.ids(tasks));
        }
    }

    /** The requirements that tasks of the queue wait with. */
    public List<Integer> requirements(int queue) {
        return jdbc.query(REQUIREMENTS, (row, number) -> row.getInt("requirement_id"), queue);
    }

    /** The first {@code limit} waiting tasks of each of the requirements, all in one statement. */
    public List<Place> heads(int queue, Collection<Integer> requirements, int limit) {
        return heads(HEAD, queue, requirements, limit);
    }

    /** As {@link #heads}, without those that are set aside. */
    public List<Place> offerableHeads(int queue, Collection<Integer> requirements, int limit) {
        return heads(offerable(HEAD), queue, requirements, limit);
    }

    static String offerable(String select) {
        return select.replace("ORDER BY", NOT_SET_ASIDE);
    }

    private List<Place> heads(String select, int queue, Collection<Integer> requirements, int limit) {
        if (requirements.isEmpty()) {
            return List.of();
        }
        var sql = String.join(" UNION ALL ", Collections.nCopies(requirements.size(), select.formatted(limit)));
        var arguments = new ArrayList<Object>();
        for (var requirement : requirements) {
            arguments.add(queue);
            arguments.add(requirement);
        }
        return jdbc.query(sql, ReadyQueue::place, arguments.toArray());
    }

    /**
     * The oldest waiting tasks of each of the requirements that were created before that time. Whoever waits that long
     * has aged to the floor, and an older P1 is a head anyway, so the step into the floor's level finds them.
     */
    public List<Place> oldest(int queue, Collection<Integer> requirements, Instant createdBefore, int limit) {
        return oldest(OLDEST, queue, requirements, ageing.floor(), createdBefore, limit);
    }

    /** As {@link #oldest}, without those that are set aside. */
    public List<Place> oldestOfferable(int queue, Collection<Integer> requirements, Instant createdBefore, int limit) {
        return oldest(offerable(OLDEST), queue, requirements, ageing.floor(), createdBefore, limit);
    }

    private List<Place> oldest(
            String select, int queue, Collection<Integer> requirements, int level, Instant createdBefore, int limit) {
        if (requirements.isEmpty()) {
            return List.of();
        }
        var sql = String.join(" UNION ALL ", Collections.nCopies(requirements.size(), select.formatted(limit)));
        var arguments = new ArrayList<Object>();
        for (var requirement : requirements) {
            arguments.addAll(List.of(queue, requirement, level, Sql.at(createdBefore)));
        }
        return jdbc.query(sql, ReadyQueue::place, arguments.toArray());
    }

    /** The oldest of all that wait on one level since before that time, oldest first. */
    public List<Place> waitingSince(int queue, int level, Instant createdBefore, int limit) {
        return jdbc.query(SINCE, ReadyQueue::place, queue, level, Sql.at(createdBefore), limit);
    }

    /** The live order of the queue after a place in it; null for the beginning. */
    public List<Place> waiting(int queue, @Nullable Place after, int size) {
        return jdbc.query(
                WAITING,
                ReadyQueue::place,
                queue,
                after == null ? 0 : after.level(),
                Sql.at(after == null ? Instant.EPOCH : after.since()),
                Ids.bytes(after == null ? new UUID(0, 0) : after.task()),
                size);
    }

    /** The place of a task; empty when it does not wait. */
    public Optional<Place> find(UUID task) {
        return jdbc
                .query(
                        "SELECT task, requirement_id, level, since, priority, cooled FROM ready WHERE task = ?",
                        ReadyQueue::place,
                        (Object) Ids.bytes(task))
                .stream()
                .findFirst();
    }

    /** How many tasks of the queue come before a place in its order. */
    public int ahead(int queue, int level, Instant since, UUID task) {
        var at = Sql.at(since);
        return Objects.requireNonNull(
                jdbc.queryForObject(AHEAD, Integer.class, queue, level, level, at, at, Ids.bytes(task)));
    }

    /** How many tasks of the queue come before a place in its order, by the set of their needs. */
    public Map<Integer, Integer> aheadByRequirement(int queue, Place place) {
        var counts = new HashMap<Integer, Integer>();
        var at = Sql.at(place.since());
        jdbc.query(
                AHEAD.replace("COUNT(*)", "requirement_id, COUNT(*) AS n") + " GROUP BY requirement_id",
                row -> {
                    counts.put(row.getInt("requirement_id"), row.getInt("n"));
                },
                queue,
                place.level(),
                place.level(),
                at,
                at,
                Ids.bytes(place.task()));
        return counts;
    }

    /** How many tasks of the queue are older than that one, by the set of their needs. */
    public Map<Integer, Integer> olderByRequirement(int queue, Place place) {
        var counts = new HashMap<Integer, Integer>();
        jdbc.query(
                OLDER,
                row -> {
                    counts.merge(row.getInt("requirement_id"), row.getInt("n"), Integer::sum);
                },
                queue,
                Sql.at(place.since()));
        return counts;
    }

    /** The oldest of each of the requirements. */
    public Collection<Place> eldest(int queue, Collection<Integer> requirements, Instant now) {
        var eldest = new HashMap<Integer, Place>();
        for (var priority : Priority.values()) {
            for (var it : oldest(OLDEST, queue, requirements, priority.level(), now, 1)) {
                eldest.merge(it.requirement(), it, (one, other) -> one.since().isAfter(other.since()) ? other : one);
            }
        }
        return eldest.values();
    }

    /**
     * Moves up the tasks whose time has come, at most {@code limit} at once.
     *
     * @return how many were moved
     */
    @Transactional
    public int age(Instant now, int limit) {
        var due = jdbc.query("""
                SELECT task, requirement_id, level, since, priority, cooled FROM ready
                WHERE ages_at <= ? ORDER BY ages_at LIMIT ? FOR UPDATE""", ReadyQueue::place, Sql.at(now), limit);
        jdbc.batchUpdate(
                "UPDATE ready SET level = ?, ages_at = ? WHERE task = ?",
                due.stream()
                        .map(it -> new Object[] {
                            ageing.level(it.priority(), it.since(), now),
                            Sql.atOrNull(ageing.nextChange(it.priority(), it.since(), now)),
                            Ids.bytes(it.task())
                        })
                        .toList());
        return due.size();
    }

    /** Gives waiting tasks another priority. */
    public void reprioritise(Collection<Task> tasks, Change change) {
        for (var it : tasks) {
            change.update(
                    "UPDATE ready SET level = ?, priority = ?, ages_at = ? WHERE task = ?",
                    ageing.level(it.priority(), it.createdAt(), change.now()),
                    it.priority().level(),
                    Sql.atOrNull(ageing.nextChange(it.priority(), it.createdAt(), change.now())),
                    Ids.bytes(it.id()));
        }
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(
                Sql.id(row, "task"),
                row.getInt("requirement_id"),
                row.getInt("level"),
                Sql.instant(row, "since"),
                Priority.of(row.getInt("priority")),
                row.getBoolean("cooled"));
    }
}
