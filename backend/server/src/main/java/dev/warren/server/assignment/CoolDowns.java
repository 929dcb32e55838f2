package dev.warren.server.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;

/** Who does not get which task for a while, because they said no, did not answer or gave it back. Never a ban: it ends. */
@Component
@RequiredArgsConstructor
public class CoolDowns {

    /** How long somebody is not asked again for the same task. */
    public static final Duration TIME = Duration.ofMinutes(30);

    private final JdbcTemplate jdbc;

    /**
     * One pair.
     *
     * @param attempt of the task when the offer ended
     * @param declines how often the worker declined it within that attempt; 0 when the offers were only missed
     */
    record CoolDown(UUID task, UUID worker, int attempt, int declines, Instant endsAt) {}

    /** Whom of the workers not to ask now, by task. */
    public Map<UUID, Set<UUID>> ofWorkers(Collection<UUID> workers, Instant now) {
        return excluded("worker", workers, now);
    }

    /** Whom not to ask now for the tasks, by task. */
    public Map<UUID, Set<UUID>> ofTasks(Collection<UUID> tasks, Instant now) {
        return excluded("task", tasks, now);
    }

    private Map<UUID, Set<UUID>> excluded(String column, Collection<UUID> ids, Instant now) {
        var excluded = new HashMap<UUID, Set<UUID>>();
        if (!ids.isEmpty()) {
            jdbc.query(
                    "SELECT task, worker FROM cool_down WHERE " + column + " IN " + Sql.in(ids.size())
                            + " AND ends_at > ?",
                    row -> {
                        excluded.computeIfAbsent(Sql.id(row, "task"), it -> new HashSet<>())
                                .add(Sql.id(row, "worker"));
                    },
                    Sql.arguments(Sql.ids(ids), Sql.at(now)));
        }
        return excluded;
    }

    /** A task that waits, and the set of its needs. */
    record Waiting(UUID task, int requirement) {}

    /** The tasks that wait though somebody is not to be asked for them now. */
    List<Waiting> waiting(Instant now, int limit) {
        return jdbc.query(
                """
                SELECT DISTINCT r.task, r.requirement_id FROM cool_down c JOIN ready r ON r.task = c.task
                WHERE c.ends_at > ? LIMIT ?""",
                (row, number) -> new Waiting(Sql.id(row, "task"), row.getInt("requirement_id")),
                Sql.at(now),
                limit);
    }

    /** All that is known of the tasks, by task and worker. */
    Map<UUID, Map<UUID, CoolDown>> all(Collection<UUID> tasks) {
        var all = new HashMap<UUID, Map<UUID, CoolDown>>();
        if (!tasks.isEmpty()) {
            jdbc.query(
                    "SELECT task, worker, attempt, declines, ends_at FROM cool_down WHERE task IN "
                            + Sql.in(tasks.size()),
                    row -> {
                        var it = new CoolDown(
                                Sql.id(row, "task"),
                                Sql.id(row, "worker"),
                                row.getInt("attempt"),
                                row.getInt("declines"),
                                Sql.instant(row, "ends_at"));
                        all.computeIfAbsent(it.task(), task -> new HashMap<>()).put(it.worker(), it);
                    },
                    Sql.ids(tasks));
        }
        return all;
    }

    void begin(List<CoolDown> coolDowns, Change change) {
        change.write(
                "REPLACE INTO cool_down (task, worker, attempt, declines, ends_at) VALUES (?, ?, ?, ?, ?)",
                coolDowns.stream()
                        .map(it -> new @Nullable Object[] {
                            Ids.bytes(it.task()),
                            Ids.bytes(it.worker()),
                            it.attempt(),
                            it.declines(),
                            Sql.at(it.endsAt())
                        })
                        .toList());
    }

    /** Whoever is here again is asked again for what was only missed. */
    void forgetMissed(UUID worker, Change change) {
        change.write("DELETE FROM cool_down WHERE worker = ? AND declines = 0", (Object) Ids.bytes(worker));
    }

    /** Everybody may be asked for the task. */
    void forget(UUID task, Change change) {
        change.write("DELETE FROM cool_down WHERE task = ?", (Object) Ids.bytes(task));
    }

    /** Removes what ended before that time. */
    void sweep(Instant before) {
        jdbc.update("DELETE FROM cool_down WHERE ends_at < ?", Sql.at(before));
    }
}
