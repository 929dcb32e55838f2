package dev.warren.server.analytics;

import java.util.concurrent.TimeUnit;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

/** Keeps the counters few and true: folds the shards of closed writers, and counts for real after every start. */
@Slf4j
@Component
@RequiredArgsConstructor
class CounterCare {

    private final Counters counters;

    @Scheduled(initialDelay = 30, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void fold() {
        var rows = counters.fold();
        if (rows > 0) {
            log.info("Folded {} counters of closed writers", rows);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void check() {
        try {
            var wrong = counters.correct();
            if (!wrong.isEmpty()) {
                log.warn("The counters did not agree with the tasks and were corrected by {}", wrong);
            }
        } catch (DataAccessException e) {
            log.warn("The counters could not be compared with the tasks: {}", e.getMessage());
        }
    }
}
