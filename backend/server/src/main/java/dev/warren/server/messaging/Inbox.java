package dev.warren.server.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.shared.Sql;

/**
 * Which messages a consumer has applied, so that one delivered twice takes effect once. Called inside the transaction
 * of the effect; a message is acknowledged after its commit.
 */
@Component
@RequiredArgsConstructor
public class Inbox {

    /** How long a repeat is recognised. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final int SWEEP = 1_000;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    /** Whether this is the first time; a second transaction at the same moment fails with a duplicate key. */
    public boolean firstTime(String consumer, String messageId) {
        return !firstTimes(consumer, List.of(messageId)).isEmpty();
    }

    /** Those of the ids that come for the first time. */
    public Set<String> firstTimes(String consumer, Collection<String> messageIds) {
        var fresh = new LinkedHashSet<>(messageIds);
        if (fresh.isEmpty()) {
            return fresh;
        }
        var arguments = new ArrayList<Object>(fresh);
        arguments.add(0, consumer);
        fresh.removeAll(new HashSet<>(jdbc.queryForList(
                "SELECT message_id FROM inbox WHERE consumer = ? AND message_id IN " + Sql.in(fresh.size()),
                String.class,
                arguments.toArray())));
        var now = Sql.at(clock.instant());
        jdbc.batchUpdate(
                "INSERT INTO inbox (consumer, message_id, seen_at) VALUES (?, ?, ?)",
                fresh.stream().map(it -> new Object[] {consumer, it, now}).toList());
        return fresh;
    }

    /** An id already applied that begins so; the beginning holds no wildcards. */
    Optional<String> known(String consumer, String beginning) {
        return jdbc
                .queryForList(
                        "SELECT message_id FROM inbox WHERE consumer = ? AND message_id LIKE ? LIMIT 1",
                        String.class,
                        consumer,
                        beginning + "%")
                .stream()
                .findFirst();
    }

    /** Forgets what is too old to be repeated, in small bites. */
    int sweep() {
        var before = Sql.at(clock.instant().minus(KEPT));
        int swept = 0;
        int bite;
        do {
            bite = jdbc.update("DELETE FROM inbox WHERE seen_at < ? LIMIT " + SWEEP, before);
            swept += bite;
        } while (bite == SWEEP);
        return swept;
    }
}
