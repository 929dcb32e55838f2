package dev.warren.server.workforce;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;
import dev.warren.server.skill.Skills;

/**
 * The busy shares by which the strategy is fair, of those who were at work lately. Somebody of whom less than a minute is
 * remembered (see {@link FairShare}) is left out: a share of nothing would distort the picture of the others.
 */
@Component
@RequiredArgsConstructor
public class Shares {

    private static final double REMEMBERED_SECONDS = 60;

    private static final String SELECT = """
            SELECT id, username, display_name, capacity, active, offered, presence, busy_seconds, present_seconds,
                share_as_of FROM worker WHERE present_seconds > 0""";

    private final JdbcTemplate jdbc;
    private final Skills skills;
    private final Clock clock;

    /** @param busyShare busy time over time at work, 0..1 */
    public record BusyShare(UUID workerId, String username, String displayName, double busyShare) {}

    /** Those who have a skill in common with the worker, with the worker among them. */
    public List<BusyShare> peers(UUID worker) {
        return read(
                " AND (id = ? OR id IN (SELECT other.worker FROM worker_skill other JOIN worker_skill mine"
                        + " ON mine.skill_id = other.skill_id AND mine.worker = ?))",
                Ids.bytes(worker),
                Ids.bytes(worker));
    }

    /** Everybody by each skill they have; skills of nobody are left out. */
    public SortedMap<String, List<BusyShare>> bySkill() {
        var known = new HashMap<UUID, BusyShare>();
        read("").forEach(it -> known.put(it.workerId(), it));
        var groups = new TreeMap<Integer, List<BusyShare>>();
        jdbc.query("SELECT worker, skill_id FROM worker_skill", row -> {
            var share = known.get(Sql.id(row, "worker"));
            if (share != null) {
                groups.computeIfAbsent(row.getInt("skill_id"), it -> new ArrayList<>())
                        .add(share);
            }
        });
        var named = new TreeMap<String, List<BusyShare>>();
        for (Map.Entry<Integer, List<BusyShare>> group : groups.entrySet()) {
            named.put(skills.nameOf(group.getKey()), group.getValue());
        }
        return named;
    }

    private List<BusyShare> read(String and, Object... arguments) {
        var now = clock.instant();
        var shares = new ArrayList<BusyShare>();
        jdbc.query(
                SELECT + and,
                row -> {
                    var share = WorkerReader.share(row, now);
                    if (share.presentSeconds() >= REMEMBERED_SECONDS) {
                        shares.add(new BusyShare(
                                Sql.id(row, "id"),
                                row.getString("username"),
                                row.getString("display_name"),
                                share.share()));
                    }
                },
                arguments);
        return shares;
    }
}
