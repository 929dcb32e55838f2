package dev.warren.server.messaging;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import lombok.extern.slf4j.Slf4j;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says every five seconds that this server lives, and publishes what dead servers committed but did not publish. Two
 * servers that do so at once publish twice, which readers must bear anyhow.
 */
@Slf4j
@Component
class TakeOver implements SmartLifecycle {

    private static final long EVERY_SECONDS = 5;

    private final EventLog events;
    private final WriterTable writers;
    private final OutboxMark mark;
    private final EventPublisher publisher;
    private @Nullable ScheduledExecutorService timer;

    TakeOver(EventLog events, WriterTable writers, OutboxMark mark, Broker broker, JsonMapper json) {
        this.events = events;
        this.writers = writers;
        this.mark = mark;
        this.publisher = new EventPublisher(broker, json);
    }

    void round() {
        try {
            var own = mark.get();
            writers.published(own.writer(), own.published());
            mark.stored(own.writer(), own.published());
            writers.adopt(own.writer()).forEach(this::publishRest);
        } catch (RuntimeException e) {
            log.warn("Taking over the logs of dead servers has to wait: {}", e.toString());
            log.debug("Cause", e);
        }
    }

    private void publishRest(int writer) {
        long published = writers.publishedOf(writer);
        log.info("Taking over the log of writer {} from event {} on", writer, published + 1);
        for (var batch = events.after(writer, published, OutboxRelay.MAX_IN_FLIGHT);
                !batch.isEmpty();
                batch = events.after(writer, published, OutboxRelay.MAX_IN_FLIGHT)) {
            publisher.publishEvents(batch);
            published = batch.get(batch.size() - 1).sequence();
            writers.published(writer, published);
        }
    }

    @Override
    public void start() {
        timer = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "warren-take-over"));
        timer.scheduleWithFixedDelay(this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        if (timer != null) {
            timer.shutdown();
            timer = null;
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    @Override
    public int getPhase() {
        return Broker.PHASE + 5;
    }
}
