package dev.warren.server.assignment;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Problem;

/** Looks every second, on every server, which tasks on hold have come to their time; the database decides who was first. */
@Slf4j
@Component
@RequiredArgsConstructor
class HoldCare {

    private static final int BATCH = 100;

    private final HoldEnds ends;
    private final Writer writer;
    private final Clock clock;

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        try {
            var due = ends.due(clock.instant(), BATCH);
            if (!due.isEmpty()) {
                writer.write(ends.wake, due);
            }
        } catch (Problem e) {
            log.debug("Tried again in a second", e);
        }
    }
}
