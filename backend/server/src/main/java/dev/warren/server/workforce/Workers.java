package dev.warren.server.workforce;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;

/** The workers' rows, many at a time: locked in the order of their ids, always after the tasks' rows. */
@Component
@RequiredArgsConstructor
public class Workers {

    private static final String UPDATE = """
            UPDATE worker SET display_name = ?, region = ?, capacity = ?, active = ?, offered = ?, kept = ?,
                load_version = ?, missed_offers = ?, presence = ?, presence_reason = ?, presence_kind = ?,
                presence_note = ?, presence_until = ?, overdue_told = ?, before_lost = ?, reason_before = ?,
                presence_since = ?, idle_since = ?, busy_seconds = ?, present_seconds = ?, share_as_of = ?, version = ?,
                chain = ? WHERE id = ?""";

    private final JdbcTemplate jdbc;

    /** Locks those of the workers that exist, until the end of the transaction. */
    public Map<UUID, Worker> lock(Collection<UUID> ids) {
        var workers = new LinkedHashMap<UUID, Worker>();
        if (!ids.isEmpty()) {
            jdbc.query(
                    "SELECT * FROM worker WHERE id IN " + Sql.in(ids.size()) + " ORDER BY id FOR UPDATE",
                    row -> {
                        var worker = worker(row);
                        workers.put(worker.id(), worker);
                    },
                    Sql.ids(ids));
        }
        return workers;
    }

    /** Writes back what was changed. */
    public void save(Collection<Worker> workers, Change change) {
        for (var it : workers) {
            change.update(
                    UPDATE,
                    it.displayName(),
                    it.region(),
                    it.capacity(),
                    it.load(),
                    it.offered(),
                    it.kept(),
                    it.loadVersion(),
                    it.missedOffers(),
                    it.presence().name(),
                    name(it.whereabouts().reason()),
                    name(it.whereabouts().kind()),
                    it.whereabouts().note(),
                    Sql.atOrNull(it.whereabouts().until()),
                    it.overdueTold(),
                    it.beforeLost() == null ? null : it.beforeLost().presence().name(),
                    it.beforeLost() == null ? null : name(it.beforeLost().reason()),
                    Sql.at(it.presenceSince()),
                    Sql.at(it.idleSince()),
                    it.share().busySeconds(),
                    it.share().presentSeconds(),
                    Sql.at(it.share().asOf()),
                    it.version(),
                    it.chain(),
                    Ids.bytes(it.id()));
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static Worker worker(ResultSet row) throws SQLException {
        var whereabouts = WorkerReader.whereabouts(row);
        var before = row.getString("before_lost");
        return new Worker(
                Sql.id(row, "id"),
                row.getString("username"),
                row.getString("display_name"),
                row.getString("region"),
                row.getInt("capacity"),
                row.getInt("active"),
                row.getInt("offered"),
                row.getInt("kept"),
                row.getLong("load_version"),
                row.getInt("missed_offers"),
                whereabouts,
                row.getBoolean("overdue_told"),
                before == null
                        ? null
                        : whereabouts.become(
                                Presence.valueOf(before), WorkerReader.reason(row.getString("reason_before"))),
                Sql.instant(row, "presence_since"),
                Sql.instant(row, "idle_since"),
                new FairShare(
                        row.getDouble("busy_seconds"),
                        row.getDouble("present_seconds"),
                        Sql.instant(row, "share_as_of")),
                row.getInt("version"),
                row.getBytes("chain"));
    }
}
