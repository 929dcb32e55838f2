package dev.warren.server.workforce;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.CommitParticipant;
import dev.warren.server.messaging.Operation;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;

/**
 * Whether people can be reached. That counts only once it was proved: of somebody whose screen was never connected since
 * they came to work, nothing is missed. What was heard where is in the database, so that any server can tell who is lost.
 */
@Component
public class Reach implements CommitParticipant {

    private static final String SEEN = """
            INSERT INTO reach (worker, seen_at) SELECT id, ? FROM worker WHERE id = ? AND presence <> 'OFFLINE'
            ON DUPLICATE KEY UPDATE seen_at = GREATEST(seen_at, ?)""";

    private static final String LOST = """
            SELECT r.worker FROM reach r JOIN worker w ON w.id = r.worker
            WHERE r.seen_at <= ? AND w.presence IN ('AVAILABLE', 'BUSY', 'MEETING', 'BREAK')
            ORDER BY r.seen_at LIMIT ?""";

    private final JdbcTemplate jdbc;
    private final PresenceSettings settings;

    /** Lets somebody be unreachable, if still nothing was heard. */
    public final Operation<UUID, Boolean> lose;

    /** Lets somebody be where they were before they could not be reached. */
    public final Operation<UUID, Boolean> find;

    Reach(JdbcTemplate jdbc, PresenceSettings settings, Workers workers, Presences presences) {
        this.jdbc = jdbc;
        this.settings = settings;
        lose = new WorkerStep.Due(workers) {

            @Override
            boolean apply(Worker worker, Change change) {
                if (!worker.presence().isHere() || !isSilent(worker.id(), change.now())) {
                    return false;
                }
                worker.lose(change);
                return true;
            }
        };
        find = new WorkerStep.Due(workers) {

            @Override
            boolean apply(Worker worker, Change change) {
                if (worker.presence() != Presence.UNREACHABLE) {
                    return false;
                }
                worker.find(presences.groupShare(worker.id()), change);
                return true;
            }
        };
    }

    /** How long nothing may be heard of somebody. */
    public Duration grace() {
        return settings.grace();
    }

    /** Notes when the screens of people were last heard of; from now on they can be missed. */
    public void seen(Map<UUID, Instant> heard) {
        jdbc.batchUpdate(
                SEEN,
                heard.entrySet().stream()
                        .map(it -> new Object[] {Sql.at(it.getValue()), Ids.bytes(it.getKey()), Sql.at(it.getValue())})
                        .toList());
    }

    /** Notes when people have called in another way; of those whose screen was never connected it changes nothing. */
    public void called(Map<UUID, Instant> calls) {
        jdbc.batchUpdate(
                "UPDATE reach SET seen_at = GREATEST(seen_at, ?) WHERE worker = ?",
                calls.entrySet().stream()
                        .map(it -> new Object[] {Sql.at(it.getValue()), Ids.bytes(it.getKey())})
                        .toList());
    }

    /** Those of the people who count as unreachable. */
    public List<UUID> unreachable(Collection<UUID> people) {
        return people.isEmpty()
                ? List.of()
                : jdbc.query(
                        "SELECT id FROM worker WHERE presence = 'UNREACHABLE' AND id IN " + Sql.in(people.size()),
                        (row, number) -> Sql.id(row, "id"),
                        Sql.ids(people));
    }

    /** Those who are here, and of whom nothing was heard for too long; at most that many. */
    public List<UUID> lost(Instant now, int limit) {
        return jdbc.query(LOST, (row, number) -> Sql.id(row, "worker"), Sql.at(now.minus(settings.grace())), limit);
    }

    private boolean isSilent(UUID worker, Instant now) {
        return !jdbc.queryForList(
                        "SELECT worker FROM reach WHERE worker = ? AND seen_at <= ?",
                        Ids.bytes(worker),
                        Sql.at(now.minus(settings.grace())))
                .isEmpty();
    }

    /** Whoever comes to work, or says without a screen that they are back, has yet to prove that they can be reached. */
    @Override
    public void beforeCommit(Change change) {
        for (var recorded : change.events()) {
            if (recorded.event() instanceof WorkerEvent.PresenceChanged it
                    && !it.from().isHere()
                    && it.reason() == null) {
                change.write("DELETE FROM reach WHERE worker = ?", (Object) Ids.bytes(it.worker()));
            }
        }
    }
}
