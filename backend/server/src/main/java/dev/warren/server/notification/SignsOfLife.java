package dev.warren.server.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import lombok.extern.slf4j.Slf4j;

import dev.warren.server.messaging.Operation;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Sql;
import dev.warren.server.workforce.Reach;

/**
 * Notes of whom this server hears, lets those be unreachable of whom no server hears any more, and lets them be back as
 * soon as one does. The heart-beats of a session are signs of life; of a client that sends none, that it is connected.
 */
@Slf4j
@Component
class SignsOfLife {

    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final int BATCH = 256;

    private final StompSessions sessions;
    private final ApiCalls calls;
    private final Reach reach;
    private final Writer writer;
    private final Clock clock;

    private Instant lastBeat = Instant.EPOCH;

    /** Since when this server has heard without a gap: after a start or a failure people need time to connect again. */
    private Instant hearsSince;

    SignsOfLife(StompSessions sessions, ApiCalls calls, Reach reach, Writer writer, Clock clock) {
        this.sessions = sessions;
        this.calls = calls;
        this.reach = reach;
        this.writer = writer;
        this.clock = clock;
        this.hearsSince = clock.instant();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void listen() {
        var now = Sql.micros(clock.instant());
        try {
            var lately = now.minus(reach.grace());
            var callers = calls.take(BATCH);
            reach.called(callers);
            var heard = new ArrayList<UUID>();
            callers.forEach((caller, at) -> {
                if (at.isAfter(lately)) {
                    heard.add(caller);
                }
            });
            if (Duration.between(lastBeat, now).abs().compareTo(BEAT) >= 0) { // also when the clock was set back
                var living = sessions.heardSince(lately);
                reach.seen(living);
                heard.addAll(living.keySet());
                lastBeat = now;
            }
            all(reach.find, reach.unreachable(heard));
            if (!now.isBefore(hearsSince.plus(reach.grace()))) {
                all(reach.lose, reach.lost(now, BATCH));
            }
        } catch (CompletionException | DataAccessException e) {
            hearsSince = now;
            log.debug("Tried again in a second", e);
        }
    }

    private void all(Operation<UUID, Boolean> step, List<UUID> people) {
        CompletableFuture.allOf(
                        people.stream().map(it -> writer.submit(step, it)).toArray(CompletableFuture[]::new))
                .join();
    }
}
