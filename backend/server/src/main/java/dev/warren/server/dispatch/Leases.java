package dev.warren.server.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import dev.warren.server.messaging.ServerIdentity;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;
import dev.warren.server.task.TaskQueue;

/**
 * Elects one dispatcher for each queue. A held, renewed Redisson lock elects quickly; it is only a hint. Every take-over
 * raises the epoch in the database, and a round of an older epoch is refused there. Without Redis the lease in the
 * database elects alone, a little slower.
 *
 * <p>Used by the dispatcher's thread only: a Redisson lock belongs to a thread.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class Leases {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final RedissonClient redisson;
    private final JdbcTemplate jdbc;
    private final ServerIdentity server;
    private final DispatchSettings settings;
    private final Clock clock;
    private final Map<Integer, State> states = new HashMap<>();

    private volatile boolean redisAway;

    /** What is known of one queue's lease. */
    private record State(OptionalLong epoch, Instant lookAgainAt) {}

    /** The epoch under which this server may dispatch the queue now, or empty when another one does. */
    OptionalLong epoch(TaskQueue queue) {
        var now = clock.instant();
        var state = states.get(queue.id());
        if (state != null && now.isBefore(state.lookAgainAt())) {
            return state.epoch();
        }
        var epoch = elect(queue, state == null ? OptionalLong.empty() : state.epoch(), now);
        states.put(queue.id(), new State(epoch, now.plus(epoch.isPresent() ? settings.renewal() : RETRY)));
        return epoch;
    }

    /** A round was refused: another server has taken over. */
    void lost(TaskQueue queue) {
        states.remove(queue.id());
    }

    /** Whether the election has to do without Redis. */
    boolean isRedisAway() {
        return redisAway;
    }

    /** Gives everything back, so that another server can go on at once. */
    void release(Iterable<TaskQueue> queues) {
        for (var queue : queues) {
            var state = states.remove(queue.id());
            if (state != null && state.epoch().isPresent()) {
                jdbc.update(
                        "UPDATE dispatch_lease SET expires_at = ? WHERE queue_id = ? AND holder = ?",
                        Sql.at(clock.instant()),
                        queue.id(),
                        Ids.bytes(server.id()));
                try {
                    var lock = lock(queue);
                    if (lock.isHeldByCurrentThread()) {
                        lock.unlock();
                    }
                } catch (RedisException e) {
                    log.debug("Redis is away: its lock runs out by itself", e);
                }
            }
        }
    }

    private OptionalLong elect(TaskQueue queue, OptionalLong held, Instant now) {
        try {
            var lock = lock(queue);
            boolean kept = lock.isHeldByCurrentThread();
            boolean mine = kept || lock.tryLock();
            noteRedis(false);
            if (!mine) {
                return OptionalLong.empty();
            }
            return kept && held.isPresent() && renew(queue, held.getAsLong(), now) ? held : takeOver(queue, now);
        } catch (RedisException e) {
            log.debug("Redis is away", e);
            noteRedis(true);
            return electByDatabase(queue, held, now);
        }
    }

    private OptionalLong electByDatabase(TaskQueue queue, OptionalLong held, Instant now) {
        if (held.isPresent() && renew(queue, held.getAsLong(), now)) {
            return held;
        }
        int expired = jdbc.update(
                "UPDATE dispatch_lease SET epoch = epoch + 1, holder = ?, expires_at = ? WHERE queue_id = ? AND expires_at < ?",
                Ids.bytes(server.id()),
                Sql.at(now.plus(settings.lease())),
                queue.id(),
                Sql.at(now));
        return expired == 1 || insert(queue, now) ? readEpoch(queue) : OptionalLong.empty();
    }

    private boolean renew(TaskQueue queue, long epoch, Instant now) {
        return jdbc.update(
                        "UPDATE dispatch_lease SET expires_at = ? WHERE queue_id = ? AND holder = ? AND epoch = ?",
                        Sql.at(now.plus(settings.lease())),
                        queue.id(),
                        Ids.bytes(server.id()),
                        epoch)
                == 1;
    }

    private OptionalLong takeOver(TaskQueue queue, Instant now) {
        int raised = jdbc.update(
                "UPDATE dispatch_lease SET epoch = epoch + 1, holder = ?, expires_at = ? WHERE queue_id = ?",
                Ids.bytes(server.id()),
                Sql.at(now.plus(settings.lease())),
                queue.id());
        var epoch = raised == 1 || insert(queue, now) ? readEpoch(queue) : OptionalLong.empty();
        log.info("Dispatches queue {} in epoch {}", queue.name(), epoch);
        return epoch;
    }

    private boolean insert(TaskQueue queue, Instant now) {
        try {
            return jdbc.update(
                            "INSERT INTO dispatch_lease (queue_id, epoch, holder, expires_at) VALUES (?, 1, ?, ?)",
                            queue.id(),
                            Ids.bytes(server.id()),
                            Sql.at(now.plus(settings.lease())))
                    == 1;
        } catch (DuplicateKeyException e) {
            log.debug("Another server was first", e);
            return false;
        }
    }

    private OptionalLong readEpoch(TaskQueue queue) {
        return jdbc
                .queryForList(
                        "SELECT epoch FROM dispatch_lease WHERE queue_id = ? AND holder = ?",
                        Long.class,
                        queue.id(),
                        Ids.bytes(server.id()))
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private RLock lock(TaskQueue queue) {
        return redisson.getLock("warren:dispatch:" + queue.name());
    }

    private void noteRedis(boolean away) {
        if (away != redisAway) {
            redisAway = away;
            log.warn(away ? "Redis is away: the database elects the dispatcher" : "Redis is back");
        }
    }
}
