package dev.warren.server.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;

/** The rows of offers: {@code open_offer} while they wait for an answer, {@code closed_offer} afterwards. */
@Component
@RequiredArgsConstructor
class OfferTable {

    private static final String OPEN =
            "SELECT id, task, worker, level, rescue, round, issued_at, expires_at FROM open_offer ";

    private final JdbcTemplate jdbc;

    /** How an offer ended. */
    record Ended(UUID id, UUID task, UUID worker, Offer.State state, Instant closedAt) {}

    Map<UUID, Offer> open(Collection<UUID> ids) {
        return by(Offer::id, "id", ids);
    }

    Map<UUID, Offer> openOfTasks(Collection<UUID> tasks) {
        return by(Offer::task, "task", tasks);
    }

    List<Offer> openOfWorkers(Collection<UUID> workers) {
        return workers.isEmpty()
                ? List.of()
                : jdbc.query(
                        OPEN + "WHERE worker IN " + Sql.in(workers.size()) + " ORDER BY id",
                        OfferTable::open,
                        Sql.ids(workers));
    }

    /** Those that nobody has answered in time, the first first. */
    List<UUID> due(Instant now, int limit) {
        return jdbc.query(
                "SELECT id FROM open_offer WHERE expires_at <= ? ORDER BY expires_at LIMIT ?",
                (row, number) -> Sql.id(row, "id"),
                Sql.at(now),
                limit);
    }

    /** The workers who have open offers but take nothing new. */
    List<UUID> absent(int limit) {
        return jdbc.query("""
                SELECT DISTINCT o.worker FROM open_offer o JOIN worker w ON w.id = o.worker
                WHERE w.presence <> 'AVAILABLE' LIMIT ?""", (row, number) -> Sql.id(row, "worker"), limit);
    }

    Map<UUID, Ended> ended(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .query(
                                "SELECT id, task, worker, status, closed_at FROM closed_offer WHERE id IN "
                                        + Sql.in(ids.size()),
                                (row, number) -> new Ended(
                                        Sql.id(row, "id"),
                                        Sql.id(row, "task"),
                                        Sql.id(row, "worker"),
                                        Offer.State.valueOf(row.getString("status")),
                                        Sql.instant(row, "closed_at")),
                                Sql.ids(ids))
                        .stream()
                        .collect(Collectors.toMap(Ended::id, Function.identity()));
    }

    void issue(List<Offer> offers, Change change) {
        change.write(
                """
                INSERT INTO open_offer (task, id, worker, level, rescue, round, issued_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                offers.stream()
                        .map(it -> new @Nullable Object[] {
                            Ids.bytes(it.task()),
                            Ids.bytes(it.id()),
                            Ids.bytes(it.worker()),
                            it.level(),
                            it.rescue(),
                            Ids.bytes(it.round()),
                            Sql.at(it.issuedAt()),
                            Sql.at(it.expiresAt())
                        })
                        .toList());
    }

    void close(List<Offer> offers, Change change) {
        if (offers.isEmpty()) {
            return;
        }
        change.write(
                "DELETE FROM open_offer WHERE task IN " + Sql.in(offers.size()),
                Sql.ids(offers.stream().map(Offer::task).toList()));
        change.write(
                """
                INSERT INTO closed_offer (id, task, worker, status, reason, issued_at, closed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                offers.stream()
                        .map(it -> new @Nullable Object[] {
                            Ids.bytes(it.id()),
                            Ids.bytes(it.task()),
                            Ids.bytes(it.worker()),
                            it.state().name(),
                            it.reason(),
                            Sql.at(it.issuedAt()),
                            Sql.atOrNull(it.closedAt())
                        })
                        .toList());
    }

    private Map<UUID, Offer> by(Function<Offer, UUID> key, String column, Collection<UUID> values) {
        return values.isEmpty()
                ? Map.of()
                : jdbc
                        .query(
                                OPEN + "WHERE " + column + " IN " + Sql.in(values.size()),
                                OfferTable::open,
                                Sql.ids(values))
                        .stream()
                        .collect(Collectors.toMap(key, Function.identity()));
    }

    private static Offer open(ResultSet row, int number) throws SQLException {
        return new Offer(
                Sql.id(row, "id"),
                Sql.id(row, "task"),
                Sql.id(row, "worker"),
                Offer.State.ISSUED,
                row.getInt("level"),
                row.getBoolean("rescue"),
                Sql.id(row, "round"),
                Sql.instant(row, "issued_at"),
                Sql.instant(row, "expires_at"),
                null,
                null);
    }
}
