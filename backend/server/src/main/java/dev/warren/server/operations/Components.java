package dev.warren.server.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.redisson.api.RedissonClient;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import dev.warren.server.messaging.MessagingHealth;

/** How what this server depends on is, as it sees it. */
@Slf4j
@Service
@RequiredArgsConstructor
class Components {

    static final String DATABASE = "database";
    static final String RABBITMQ = "rabbitmq";
    static final String REDIS = "redis";

    private static final long REDIS_MILLIS = 500;

    private final JdbcTemplate jdbc;
    private final RedissonClient redisson;
    private final MessagingHealth messaging;

    enum Status {
        UP,
        DEGRADED,
        DOWN
    }

    record Component(Status status, Map<String, Object> details) {}

    /** Asks all of them now; by name, the indispensable one first. */
    Map<String, Component> ask() {
        var components = new LinkedHashMap<String, Component>();
        components.put(DATABASE, component(database()));
        components.put(RABBITMQ, rabbit());
        components.put(REDIS, component(redis()));
        return components;
    }

    private Component rabbit() {
        var state = messaging.state();
        return new Component(
                state.up() ? Status.UP : Status.DOWN,
                Map.of("eventsBehind", state.eventsBehind(), "oldestEventSeconds", state.oldestSeconds()));
    }

    private boolean database() {
        try {
            return Integer.valueOf(1).equals(jdbc.queryForObject("SELECT 1", Integer.class));
        } catch (DataAccessException | TransactionException e) {
            log.debug("The database is away", e);
            return false;
        }
    }

    private boolean redis() {
        try {
            redisson.getKeys().countExistsAsync("warren:health").get(REDIS_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) { // whatever it is, Redis did not answer
            log.debug("Redis is away", e);
            return false;
        }
    }

    private static Component component(boolean up) {
        return new Component(up ? Status.UP : Status.DOWN, Map.of());
    }
}
