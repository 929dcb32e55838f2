package dev.warren.server.workforce;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;
import dev.warren.server.skill.Requirement;

/** Reads who could take work. */
@Component
@RequiredArgsConstructor
public class Bench {

    private static final String SELECT = """
            SELECT w.id, w.capacity, w.active, w.offered, w.kept, w.region, w.presence, w.idle_since, w.busy_seconds,
                w.present_seconds, w.share_as_of, s.skill_id, s.level
            FROM worker w LEFT JOIN worker_skill s ON s.worker = w.id WHERE %s ORDER BY w.id""";

    private final JdbcTemplate jdbc;

    /**
     * Somebody who could take work.
     *
     * @param load how many seats are taken, or kept for tasks on hold
     * @param skills level 1..5 by number of the skill
     * @param region where the worker serves, or null for everywhere
     * @param busyShare busy time over time at work at that time, 0..1
     */
    public record Player(
            UUID id,
            int capacity,
            int load,
            Presence presence,
            Map<Integer, Integer> skills,
            @Nullable String region,
            double busyShare,
            Instant idleSince) {

        /** Available and below capacity. */
        public boolean isFree() {
            return presence == Presence.AVAILABLE && load < capacity;
        }

        /** Here, and doing work, whether new work comes or not. */
        public boolean isAtWork() {
            return presence.isAtWork();
        }

        /** Able to do what is needed, whether free or not. */
        public boolean canServe(Requirement requirement) {
            return requirement.isWithin(skills) && requirement.isServedFrom(region);
        }
    }

    /** Those who are available and below capacity. */
    public List<Player> free(Instant now) {
        return read("w.free = 1", now);
    }

    /** Those who are available, busy to the brim or not. */
    public List<Player> available(Instant now) {
        return read("w.presence = 'AVAILABLE'", now);
    }

    /** All there are, here or not. */
    public List<Player> everybody(Instant now) {
        return read("TRUE", now);
    }

    /** One worker, here or not; empty when there is none of that id. */
    public List<Player> one(UUID worker, Instant now) {
        return read("w.id = ?", now, Ids.bytes(worker));
    }

    private List<Player> read(String where, Instant now, Object... arguments) {
        var players = new ArrayList<Player>();
        jdbc.query(
                SELECT.formatted(where),
                row -> {
                    var id = Sql.id(row, "id");
                    var last = players.isEmpty() ? null : players.get(players.size() - 1);
                    if (last == null || !last.id().equals(id)) {
                        last = player(id, row, now);
                        players.add(last);
                    }
                    int skill = row.getInt("skill_id");
                    if (!row.wasNull()) {
                        last.skills().put(skill, row.getInt("level"));
                    }
                },
                arguments);
        return players;
    }

    private static Player player(UUID id, ResultSet row, Instant now) throws SQLException {
        int load = row.getInt("active");
        int capacity = row.getInt("capacity");
        var presence = Presence.valueOf(row.getString("presence"));
        var share = new FairShare(
                        row.getDouble("busy_seconds"),
                        row.getDouble("present_seconds"),
                        Sql.instant(row, "share_as_of"))
                .advance(now, load, row.getInt("offered"), capacity, presence.isAtWork())
                .share();
        return new Player(
                id,
                capacity,
                load + row.getInt("kept"),
                presence,
                new TreeMap<>(),
                row.getString("region"),
                share,
                Sql.instant(row, "idle_since"));
    }
}
