package dev.warren.server.workforce;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;
import dev.warren.server.skill.Skills;

/** Reads workers for screens and callers. */
@Component
@RequiredArgsConstructor
public class WorkerReader {

    private static final String SELECT =
            "SELECT worker.*, (SELECT MAX(ends_at) FROM wrap_up WHERE wrap_up.worker = worker.id) AS wrap_up_until"
                    + " FROM worker ";

    private final JdbcTemplate jdbc;
    private final Skills skills;
    private final Clock clock;

    public Optional<WorkerView> find(UUID id) {
        return read("WHERE id = ?", Ids.bytes(id)).stream().findFirst();
    }

    /** Those of the workers that exist. */
    public List<WorkerView> all(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : read("WHERE id IN " + Sql.in(ids.size()), Sql.ids(ids));
    }

    /** The workers by their user names, after the given one. */
    public List<WorkerView> list(WorkerFilter filter, @Nullable String afterUsername, int size) {
        var where = new StringBuilder("WHERE username > ?");
        var arguments = new ArrayList<Object>(List.of(afterUsername == null ? "" : afterUsername));
        if (filter.presence() != null) {
            where.append(" AND presence = ?");
            arguments.add(filter.presence().name());
        }
        if (filter.skill() != null) {
            where.append(" AND id IN (SELECT worker FROM worker_skill WHERE skill_id = ?)");
            arguments.addAll(skills.numbersOf(List.of(filter.skill()), "skill"));
        }
        if (filter.text() != null) {
            where.append(" AND (username COLLATE utf8mb4_unicode_ci LIKE ? ESCAPE '!'"
                    + " OR display_name COLLATE utf8mb4_unicode_ci LIKE ? ESCAPE '!')");
            arguments.addAll(Collections.nCopies(2, Sql.containing(filter.text())));
        }
        arguments.add(size);
        return read(where + " ORDER BY username LIMIT ?", arguments.toArray());
    }

    private List<WorkerView> read(String where, Object... arguments) {
        var now = clock.instant();
        var rows = jdbc.query(SELECT + where, (row, number) -> view(row, now), arguments);
        if (!rows.isEmpty()) {
            var byId = new HashMap<UUID, WorkerView>();
            rows.forEach(it -> byId.put(it.id(), it));
            jdbc.query(
                    "SELECT worker, skill_id, level FROM worker_skill WHERE worker IN " + Sql.in(rows.size()),
                    row -> {
                        var skill =
                                new WorkerView.SkillLevel(skills.nameOf(row.getInt("skill_id")), row.getInt("level"));
                        Objects.requireNonNull(byId.get(Sql.id(row, "worker")))
                                .skills()
                                .add(skill);
                    },
                    Sql.ids(byId.keySet()));
            rows.forEach(it -> it.skills().sort(Comparator.comparing(WorkerView.SkillLevel::name)));
        }
        return rows;
    }

    private static WorkerView view(ResultSet row, Instant now) throws SQLException {
        var whereabouts = whereabouts(row);
        return new WorkerView(
                Sql.id(row, "id"),
                row.getString("username"),
                row.getString("display_name"),
                new ArrayList<>(),
                row.getInt("capacity"),
                row.getString("region"),
                whereabouts.presence(),
                whereabouts.reason(),
                whereabouts.kind(),
                whereabouts.note(),
                whereabouts.until(),
                whereabouts.isOverdue(now),
                Sql.instant(row, "presence_since"),
                row.getInt("active"),
                Sql.instantOrNull(row, "wrap_up_until"),
                share(row, now).share(),
                row.getInt("version"),
                Sql.instant(row, "created_at"));
    }

    /** The share up to now of the worker in the row. */
    static FairShare share(ResultSet row, Instant now) throws SQLException {
        return new FairShare(
                        row.getDouble("busy_seconds"),
                        row.getDouble("present_seconds"),
                        Sql.instant(row, "share_as_of"))
                .advance(
                        now,
                        row.getInt("active"),
                        row.getInt("offered"),
                        row.getInt("capacity"),
                        Presence.valueOf(row.getString("presence")).isAtWork());
    }

    static Whereabouts whereabouts(ResultSet row) throws SQLException {
        var kind = row.getString("presence_kind");
        return new Whereabouts(
                Presence.valueOf(row.getString("presence")),
                reason(row.getString("presence_reason")),
                kind == null ? null : BreakKind.valueOf(kind),
                row.getString("presence_note"),
                Sql.instantOrNull(row, "presence_until"));
    }

    static @Nullable PresenceReason reason(@Nullable String reason) {
        return reason == null ? null : PresenceReason.valueOf(reason);
    }

    /** The skills of a worker by name, for changing some other thing about the worker. */
    static Map<String, Integer> levels(WorkerView worker) {
        var levels = new HashMap<String, Integer>();
        worker.skills().forEach(it -> levels.put(it.name(), it.level()));
        return levels;
    }
}
