package dev.warren.server.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;

/** What somebody did to a task by hand and may take back for a short while, from any tab and through any server. */
@Component
@RequiredArgsConstructor
public class Undos {

    /** How long an action can be taken back. */
    public static final Duration TIME = Duration.ofSeconds(10);

    /** How long it is known that it was taken back, so that saying it twice is saying it once. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final int SWEEP = 1_000;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    /** What can be taken back. */
    public enum Action {
        CANCEL,
        PRIORITY,
        ASSIGN
    }

    /**
     * One action.
     *
     * @param version of the task after the action: when it was edited later, something else has happened since
     * @param previous the priority before, when that was changed
     * @param done it was taken back
     */
    public record Undo(
            UUID id,
            Action action,
            UUID task,
            int version,
            @Nullable Priority previous,
            Instant until,
            boolean done) {}

    /** One that can still be taken back. */
    public record OpenUndo(UUID id, Action action, UUID taskId, String title, Instant until) {}

    /** Notes an action in its own transaction; empty when it was nobody's. */
    public Optional<UUID> note(
            Action action, UUID task, int version, @Nullable Priority previous, Actor actor, Change change) {
        if (actor.account() == null) {
            return Optional.empty();
        }
        var id = Ids.next();
        change.write(
                """
                INSERT INTO undoable (id, account, action, task, version, previous_priority, expires_at, done)
                VALUES (?, ?, ?, ?, ?, ?, ?, FALSE)""",
                Ids.bytes(id),
                Ids.bytes(actor.account()),
                action.name(),
                Ids.bytes(task),
                version,
                previous == null ? null : previous.level(),
                Sql.at(change.now().plus(TIME)));
        return Optional.of(id);
    }

    /** What the account can take back now, the latest first. */
    public List<OpenUndo> open(UUID account) {
        return jdbc.query(
                """
                SELECT u.id, u.action, u.task, t.title, u.expires_at FROM undoable u
                JOIN task t ON t.id = u.task AND t.edited <= u.version
                WHERE u.account = ? AND u.expires_at >= ? AND NOT u.done ORDER BY u.id DESC LIMIT 100""",
                (row, number) -> new OpenUndo(
                        Sql.id(row, "id"),
                        Action.valueOf(row.getString("action")),
                        Sql.id(row, "task"),
                        row.getString("title"),
                        Sql.instant(row, "expires_at")),
                Ids.bytes(account),
                Sql.at(clock.instant()));
    }

    public Optional<Undo> find(UUID id, UUID account) {
        return jdbc
                .query(
                        "SELECT * FROM undoable WHERE id = ? AND account = ?",
                        Undos::undo,
                        Ids.bytes(id),
                        Ids.bytes(account))
                .stream()
                .findFirst();
    }

    public void done(Undo undo, Change change) {
        change.update("UPDATE undoable SET done = TRUE WHERE id = ?", (Object) Ids.bytes(undo.id()));
    }

    @Scheduled(initialDelay = 6, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        var before = Sql.at(clock.instant().minus(KEPT));
        while (jdbc.update("DELETE FROM undoable WHERE expires_at < ? LIMIT " + SWEEP, before) == SWEEP) {
            // the next batch
        }
    }

    private static Undo undo(ResultSet row, int number) throws SQLException {
        int previous = row.getInt("previous_priority");
        return new Undo(
                Sql.id(row, "id"),
                Action.valueOf(row.getString("action")),
                Sql.id(row, "task"),
                row.getInt("version"),
                previous == 0 ? null : Priority.of(previous),
                Sql.instant(row, "expires_at"),
                row.getBoolean("done"));
    }
}
