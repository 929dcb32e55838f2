package dev.warren.server.notification;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

/** Removes feed entries that are too old, in transactions too small to hold anybody up. */
@Component
@RequiredArgsConstructor
class FeedSweeper {

    private static final int BATCH = 1_000;

    private final Feed feed;
    private final FeedSettings settings;
    private final Clock clock;

    @Scheduled(initialDelay = 5, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        var before = clock.instant().minus(settings.retention());
        while (feed.forget(before, BATCH) == BATCH) {
            // the next batch
        }
    }
}
