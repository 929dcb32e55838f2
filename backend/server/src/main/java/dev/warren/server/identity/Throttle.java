package dev.warren.server.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.Sql;

/**
 * Counts what went wrong, by account and by address, in the database: one count for all servers, which no restart and no
 * loss of Redis resets. Each allowance comes back one by one, so nobody is ever locked out for good.
 */
@Component
@RequiredArgsConstructor
class Throttle {

    private final JdbcClient database;
    private final Clock clock;

    /** An allowance of so many at once, of which one comes back per interval. */
    record Allowance(String kind, int burst, Duration interval) {

        static final Allowance ACCOUNT = new Allowance("account", 10, Duration.ofSeconds(30));
        static final Allowance ADDRESS = new Allowance("address", 60, Duration.ofSeconds(2));
        static final Allowance REGISTRATION = new Allowance("registration", 30, Duration.ofSeconds(10));

        String key(String subject) {
            return kind + ":" + subject;
        }
    }

    /** Throws {@code too-many-requests} when the allowance is used up. */
    void check(Allowance allowance, String subject) {
        var now = clock.instant();
        var spentUntil = database.sql("SELECT spent_until FROM throttle WHERE subject = ?")
                .param(allowance.key(subject))
                .query((row, number) -> Sql.instant(row, "spent_until"))
                .optional()
                .orElse(now);
        var full = now.plus(allowance.interval().multipliedBy(allowance.burst() - 1L));
        if (spentUntil.isAfter(full)) {
            long seconds = Math.max(
                    1, Duration.between(full, spentUntil).plusMillis(999).toSeconds());
            throw new Problem(
                    ProblemCode.TOO_MANY_REQUESTS,
                    "Too many attempts. Try again in %d seconds.".formatted(seconds),
                    List.of(),
                    Map.of("retryAfter", seconds));
        }
    }

    /** Takes one off the allowance. */
    void spend(Allowance allowance, String subject) {
        var now = Sql.micros(clock.instant());
        long interval = allowance.interval().toNanos() / 1000;
        database.sql("""
                        INSERT INTO throttle (subject, spent_until) VALUES (?, ?)
                        ON DUPLICATE KEY UPDATE spent_until = GREATEST(spent_until, ?) + INTERVAL ? MICROSECOND
                        """)
                .param(allowance.key(subject))
                .param(Sql.at(now.plus(allowance.interval())))
                .param(Sql.at(now))
                .param(interval)
                .update();
        if (ThreadLocalRandom.current().nextInt(100) == 0) {
            database.sql("DELETE FROM throttle WHERE spent_until < ? LIMIT 1000")
                    .param(Sql.at(now))
                    .update();
        }
    }
}
