package dev.warren.server.workforce;

import java.time.Instant;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;

/**
 * The moment after a task has ended, in which its worker notes, tidies up, breathes. The seat stays taken, so the time
 * counts as busy and nothing new comes on it.
 */
@Component
public class WrapUps {

    private final JdbcTemplate jdbc;
    private final Writer writer;

    private final End endNow;
    final WorkerStep.Due endDue;

    WrapUps(JdbcTemplate jdbc, Workers workers, Writer writer) {
        this.jdbc = jdbc;
        this.writer = writer;
        endNow = new End(workers);
        endDue = new WorkerStep.Due(workers) {

            @Override
            boolean apply(Worker worker, Change change) {
                return end(worker, change.now(), Actor.SYSTEM, change);
            }
        };
    }

    private record Wish(UUID worker, Actor actor) {}

    /**
     * Takes the seat again that the worker, whose row is locked, has just become free of; not of somebody who went home
     * with that.
     *
     * @param seconds for how long, 0 for not at all
     */
    public void begin(Worker worker, UUID assignment, int seconds, Change change) {
        if (seconds == 0 || !worker.presence().isHere()) {
            return;
        }
        var endsAt = change.now().plusSeconds(seconds);
        worker.wrapUp(assignment, endsAt, change);
        change.write(
                "INSERT INTO wrap_up (assignment, worker, ends_at) VALUES (?, ?, ?)",
                Ids.bytes(assignment),
                Ids.bytes(worker.id()),
                Sql.at(endsAt));
    }

    /** Ends all that the worker is wrapping up; nothing to end is fine. */
    void endNow(UUID worker, Actor actor) {
        writer.write(endNow, new Wish(worker, actor));
    }

    private final class End extends WorkerStep<Wish> {

        private End(Workers workers) {
            super(workers);
        }

        @Override
        UUID worker(Wish wish) {
            return wish.worker();
        }

        @Override
        boolean apply(Wish wish, Worker worker, Change change) {
            return end(worker, Instant.MAX, wish.actor(), change);
        }
    }

    private boolean end(Worker worker, Instant dueBy, Actor actor, Change change) {
        var ending = jdbc
                .query(
                        "SELECT assignment, ends_at FROM wrap_up WHERE worker = ? ORDER BY ends_at",
                        (row, number) -> new Ending(Sql.id(row, "assignment"), Sql.instant(row, "ends_at")),
                        (Object) Ids.bytes(worker.id()))
                .stream()
                .filter(it -> !it.at().isAfter(dueBy))
                .toList();
        for (var it : ending) {
            worker.endWrapUp(it.assignment(), actor, change);
            change.write("DELETE FROM wrap_up WHERE assignment = ?", (Object) Ids.bytes(it.assignment()));
        }
        return !ending.isEmpty();
    }

    private record Ending(UUID assignment, Instant at) {}
}
