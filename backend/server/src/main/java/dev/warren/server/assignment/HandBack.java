package dev.warren.server.assignment;

import java.util.concurrent.TimeUnit;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.Sql;

/** Looks every second who still holds work after their shift, and gives back what their queue does not let them keep. */
@Slf4j
@Component
@RequiredArgsConstructor
class HandBack {

    private static final String LEFT_OVER = """
            SELECT a.assignment, a.worker FROM worker w JOIN active a ON a.worker = w.id JOIN task t ON t.id = a.task
            JOIN task_queue q ON q.id = t.queue_id AND q.shift_end = 'HAND_BACK'
            WHERE w.presence_reason = 'SHIFT_ENDED' AND w.presence = 'BUSY' LIMIT 100""";

    private final JdbcTemplate jdbc;
    private final PassOn passOn;
    private final Writer writer;

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        var leftOver = jdbc.query(
                LEFT_OVER,
                (row, number) -> new HeldTasks.Ask<>(
                        Sql.id(row, "assignment"), Sql.id(row, "worker"), "The shift is over.", null, Actor.SYSTEM));
        for (var ask : leftOver) {
            try {
                writer.write(passOn.giveBack, ask);
            } catch (Problem e) { // ended in the meantime, or tried again in a second
                log.debug("Assignment {} is not given back", ask.subject(), e);
            }
        }
    }
}
