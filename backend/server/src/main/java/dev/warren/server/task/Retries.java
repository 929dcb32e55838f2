package dev.warren.server.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import lombok.extern.slf4j.Slf4j;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Command;
import dev.warren.server.messaging.Operation;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.Sql;

/** Lets failed tasks wait again after a while, as often as their queue says. What fails once more is a dead letter. */
@Slf4j
@Component
public class Retries {

    static final String IS_DUE = "retry.attempt = task.attempt AND task.status = 'FAILED'";

    private static final int BATCH = 256;
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final double JITTER = 0.1;

    private final JdbcTemplate jdbc;
    private final TaskQueues queues;
    private final Tasks tasks;
    private final ReadyQueue ready;
    private final Writer writer;
    private final Clock clock;
    private final Again again = new Again();

    Retries(JdbcTemplate jdbc, TaskQueues queues, Tasks tasks, ReadyQueue ready, @Lazy Writer writer, Clock clock) {
        this.jdbc = jdbc;
        this.queues = queues;
        this.tasks = tasks;
        this.ready = ready;
        this.writer = writer;
        this.clock = clock;
    }

    /** When a task that fails now will be tried again; empty when it has been tried as often as its queue allows. */
    public Optional<Instant> next(Task task, Instant now) {
        var queue = queues.named(task.queue());
        return task.attempt() < queue.maxAttempts()
                ? Optional.of(Sql.micros(now.plus(delay(
                        queue.retrySeconds(),
                        task.attempt(),
                        ThreadLocalRandom.current().nextDouble()))))
                : Optional.empty();
    }

    /**
     * How long to wait: doubled with each attempt, at most a day, and up to a tenth more, so that what failed together
     * does not come back together.
     *
     * @param attempt the one that failed, from 1
     * @param random 0..1
     */
    static Duration delay(int seconds, int attempt, double random) {
        double doubled = seconds * Math.pow(2, attempt - 1);
        double bounded = Math.min(LONGEST.toSeconds(), doubled);
        return Duration.ofMillis(Math.round(bounded * (1 + JITTER * random) * 1e3));
    }

    public void note(Task task, Instant at, Change change) {
        change.write(
                "REPLACE INTO retry (task, attempt, at) VALUES (?, ?, ?)",
                Ids.bytes(task.id()),
                task.attempt(),
                Sql.at(at));
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        try {
            for (var due = due(); !due.isEmpty(); due = due.size() < BATCH ? List.of() : due()) {
                writer.write(again, due);
            }
        } catch (Problem e) {
            log.debug("Tried again in a second", e);
        }
    }

    private List<UUID> due() {
        return jdbc.query(
                "SELECT task FROM retry WHERE at <= ? ORDER BY at LIMIT ?",
                (row, number) -> Sql.id(row, "task"),
                Sql.at(clock.instant()),
                BATCH);
    }

    /** Queues those of the tasks again whose time has come, and forgets those that have moved on. */
    private final class Again implements Operation<List<UUID>, Integer> {

        @Override
        public Collection<UUID> subjects(List<UUID> due) {
            return due;
        }

        @Override
        public int weight(List<UUID> due) {
            return due.size();
        }

        @Override
        public void apply(List<Command<List<UUID>, Integer>> commands, Change change) {
            for (var command : commands) {
                var locked = tasks.lock(command.content());
                var back = new ArrayList<Task>();
                for (var id : waiting(command.content(), change.now())) {
                    var task = locked.get(id);
                    if (task != null) {
                        task.retry(Actor.SYSTEM, change);
                        back.add(task);
                    }
                }
                change.write(
                        "DELETE FROM retry WHERE at <= ? AND task = ?",
                        command.content().stream()
                                .map(it -> new Object[] {Sql.at(change.now()), Ids.bytes(it)})
                                .toList());
                tasks.save(back, change);
                ready.requeue(back, change);
                command.accept(back.size());
                change.flush();
            }
        }

        /** Read after the tasks were locked. */
        private List<UUID> waiting(Collection<UUID> ids, Instant now) {
            return jdbc.query(
                    "SELECT retry.task FROM retry JOIN task ON task.id = retry.task AND " + IS_DUE
                            + " WHERE retry.at <= ? AND retry.task IN " + Sql.in(ids.size()),
                    (row, number) -> Sql.id(row, "task"),
                    Sql.arguments(Sql.at(now), Sql.ids(ids)));
        }
    }
}
