package dev.warren.server.workforce;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import dev.warren.server.messaging.Operation;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Sql;

/** Looks every second whose time has come. On every server alike: the database decides who was first. */
@Slf4j
@Component
@RequiredArgsConstructor
class PresenceCare {

    private static final int BATCH = 256;

    private static final String OVERDUE = """
            SELECT id FROM worker WHERE overdue_told = FALSE AND presence_until <= ?
            AND presence IN ('BREAK', 'MEETING') ORDER BY presence_until LIMIT ?""";

    private static final String SHIFT_OVER =
            "SELECT worker AS id FROM schedule WHERE shift_ends <= ? ORDER BY shift_ends LIMIT ?";

    private static final String WRAPPED_UP = "SELECT DISTINCT worker AS id FROM wrap_up WHERE ends_at <= ? LIMIT ?";

    private final JdbcTemplate jdbc;
    private final Presences presences;
    private final Schedules schedules;
    private final WrapUps wrapUps;
    private final Writer writer;
    private final Clock clock;

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        try {
            all(wrapUps.endDue, due(WRAPPED_UP));
            all(presences.tellOverdue, due(OVERDUE));
            all(schedules.endShift, due(SHIFT_OVER));
        } catch (CompletionException | DataAccessException e) {
            log.debug("Tried again in a second", e);
        }
    }

    private List<UUID> due(String select) {
        return jdbc.query(select, (row, number) -> Sql.id(row, "id"), Sql.at(clock.instant()), BATCH);
    }

    /** One transaction for all, as far as the writer has room. */
    private void all(Operation<UUID, Boolean> step, List<UUID> workers) {
        CompletableFuture.allOf(
                        workers.stream().map(it -> writer.submit(step, it)).toArray(CompletableFuture[]::new))
                .join();
    }
}
