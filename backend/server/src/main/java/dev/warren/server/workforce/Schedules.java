package dev.warren.server.workforce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.Sql;

/** The schedules of the workers, and what becomes of those whose shift is over. */
@Component
public class Schedules {

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Writer writer;
    private final ShiftSettings settings;
    private final Clock clock;
    private final Put put;

    final EndShift endShift;

    Schedules(JdbcTemplate jdbc, JsonMapper json, Workers workers, Writer writer, ShiftSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.writer = writer;
        this.settings = settings;
        this.clock = clock;
        put = new Put(workers);
        endShift = new EndShift(workers);
    }

    /** @param version rises by one with each change; 0 when nothing was planned yet */
    record Kept(Schedule schedule, int version) {

        static final Kept NONE = new Kept(Schedule.NONE, 0);
    }

    private record Plan(
            UUID worker, Schedule schedule, @Nullable Integer expectedVersion, Actor actor) {}

    Kept of(UUID worker) {
        return of(List.of(worker)).getOrDefault(worker, Kept.NONE);
    }

    /** The schedules of those who have one. */
    Map<UUID, Kept> of(Collection<UUID> workers) {
        var schedules = new HashMap<UUID, Kept>();
        if (!workers.isEmpty()) {
            jdbc.query(
                    "SELECT worker, document, version FROM schedule WHERE worker IN " + Sql.in(workers.size()),
                    row -> {
                        schedules.put(
                                Sql.id(row, "worker"),
                                new Kept(
                                        json.readValue(row.getString("document"), Schedule.class),
                                        row.getInt("version")));
                    },
                    Sql.ids(workers));
        }
        return schedules;
    }

    /** Whose shift ends so soon that not every task would be done before, and when. */
    public Map<UUID, Instant> endingSoon(Instant now) {
        var ending = new HashMap<UUID, Instant>();
        jdbc.query(
                "SELECT worker, shift_ends FROM schedule WHERE shift_ends <= ?",
                row -> {
                    ending.put(Sql.id(row, "worker"), Sql.instant(row, "shift_ends"));
                },
                Sql.at(now.plus(settings.ending())));
        return ending;
    }

    /** How long a task is thought to take of which nobody has said it. */
    public Duration usualEstimate() {
        return settings.estimate();
    }

    /** Plans the work of somebody anew, as a whole. */
    void plan(UUID worker, Schedule schedule, @Nullable Integer expectedVersion, Actor actor) {
        schedule.requirePossible(clock.instant());
        writer.write(put, new Plan(worker, schedule, expectedVersion, actor));
    }

    private final class Put extends WorkerStep<Plan> {

        private Put(Workers workers) {
            super(workers);
        }

        @Override
        UUID worker(Plan plan) {
            return plan.worker();
        }

        @Override
        boolean apply(Plan plan, Worker worker, Change change) {
            int version = of(worker.id()).version();
            if (plan.expectedVersion() != null && plan.expectedVersion() != version) {
                throw new Problem(
                        ProblemCode.VERSION_MISMATCH,
                        "The schedule has version %d, not %d: read it again."
                                .formatted(version, plan.expectedVersion()));
            }
            change.write(
                    "REPLACE INTO schedule (worker, document, version, shift_ends) VALUES (?, ?, ?, ?)",
                    Ids.bytes(worker.id()),
                    json.writeValueAsString(plan.schedule()),
                    version + 1,
                    Sql.atOrNull(plan.schedule().nextEnd(change.now()).orElse(null)));
            worker.plan(plan.schedule(), plan.actor(), change);
            return true;
        }
    }

    /** Lets those go home whose shift is over. Whoever says afterwards that they are here is here. */
    final class EndShift extends WorkerStep.Due {

        private EndShift(Workers workers) {
            super(workers);
        }

        @Override
        boolean apply(Worker worker, Change change) {
            var id = Ids.bytes(worker.id());
            var ended = jdbc
                    .query(
                            "SELECT shift_ends FROM schedule WHERE worker = ? AND shift_ends <= ?",
                            (row, number) -> Sql.instant(row, "shift_ends"),
                            id,
                            Sql.at(change.now()))
                    .stream()
                    .findFirst();
            if (ended.isEmpty()) {
                return false;
            }
            change.write(
                    "UPDATE schedule SET shift_ends = ? WHERE worker = ?",
                    Sql.atOrNull(
                            of(worker.id()).schedule().nextEnd(change.now()).orElse(null)),
                    id);
            return worker.presenceSince().isBefore(ended.get()) && worker.endShift(change);
        }
    }
}
