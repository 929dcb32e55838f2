package dev.warren.server.workforce;

import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Ids;

/** What changes who is here. */
@Component
class Presences {

    private final JdbcTemplate jdbc;

    final Attend attend;
    final TellOverdue tellOverdue;

    Presences(JdbcTemplate jdbc, Workers workers) {
        this.jdbc = jdbc;
        attend = new Attend(workers);
        tellOverdue = new TellOverdue(workers);
    }

    /** Somebody comes, goes or takes a break. */
    record Attendance(UUID id, Whereabouts to, Actor actor) {}

    /** Notes who is here. */
    final class Attend extends WorkerStep<Attendance> {

        private Attend(Workers workers) {
            super(workers);
        }

        @Override
        UUID worker(Attendance attendance) {
            return attendance.id();
        }

        @Override
        boolean apply(Attendance it, Worker worker, Change change) {
            return worker.goes(it.to(), groupShare(worker.id()), it.actor(), change);
        }
    }

    /** Tells that a break or a meeting should be over. */
    static final class TellOverdue extends WorkerStep.Due {

        private TellOverdue(Workers workers) {
            super(workers);
        }

        @Override
        boolean apply(Worker worker, Change change) {
            if (worker.overdueTold() || !worker.whereabouts().isOverdue(change.now())) {
                return false;
            }
            worker.tellOverdue(change);
            return true;
        }
    }

    /** The mean share of those at work who have a skill in common; 0 when there is nobody. */
    double groupShare(UUID worker) {
        var mean = jdbc.queryForObject("""
                SELECT AVG(LEAST(1, w.busy_seconds / w.present_seconds)) FROM worker w
                WHERE w.presence IN ('AVAILABLE', 'BUSY', 'MEETING') AND w.present_seconds > 0 AND w.id IN
                    (SELECT other.worker FROM worker_skill other JOIN worker_skill mine
                        ON mine.skill_id = other.skill_id AND mine.worker = ?)""", Double.class, (Object) Ids.bytes(worker));
        return mean == null ? 0 : mean;
    }
}
