package dev.warren.server.task;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;

/** Notes since when, why and until when tasks are on hold; what is over is kept, for figures. */
@Component
@RequiredArgsConstructor
public class Holds {

    private final JdbcTemplate jdbc;

    /**
     * @param worker who holds the task meanwhile, or null
     * @param until when it shall go on by itself, or null
     */
    public void begin(Task task, @Nullable UUID worker, String reason, @Nullable Instant until, Change change) {
        change.write(
                "INSERT INTO hold (task, since, worker, reason, wake_at) VALUES (?, ?, ?, ?, ?)",
                Ids.bytes(task.id()),
                Sql.at(change.now()),
                Sql.bytesOrNull(worker),
                reason,
                Sql.atOrNull(until));
    }

    /** @param until null while it lasts */
    public record Past(Instant since, @Nullable Instant until) {}

    /** When a worker's tasks were on hold since then. */
    public List<Past> of(UUID worker, Instant from) {
        return jdbc.query(
                "SELECT since, ended_at FROM hold WHERE worker = ? AND (ended_at IS NULL OR ended_at > ?)",
                (row, number) -> new Past(Sql.instant(row, "since"), Sql.instantOrNull(row, "ended_at")),
                Ids.bytes(worker),
                Sql.at(from));
    }

    /** When a task that is on hold shall go on by itself. */
    public Optional<Instant> wakeAt(UUID task) {
        return jdbc
                .query(
                        "SELECT wake_at FROM hold WHERE task = ? AND ended_at IS NULL AND wake_at IS NOT NULL",
                        (row, number) -> Sql.instant(row, "wake_at"),
                        (Object) Ids.bytes(task))
                .stream()
                .findFirst();
    }

    public void end(Collection<UUID> tasks, Change change) {
        change.write(
                "UPDATE hold SET ended_at = ?, wake_at = NULL WHERE task = ? AND ended_at IS NULL",
                tasks.stream()
                        .map(it -> new @Nullable Object[] {Sql.at(change.now()), Ids.bytes(it)})
                        .toList());
    }
}
