package dev.warren.server.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import lombok.extern.slf4j.Slf4j;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes what this server committed, in its order, at least once and never with a gap: the mark moves only over
 * events that the broker confirmed. The last commits are handed over in memory; whatever is missing there is read from
 * the log.
 */
@Slf4j
@Component
class OutboxRelay implements CommitParticipant, SmartLifecycle {

    static final int MAX_IN_FLIGHT = 1_000;

    private static final int MAX_HANDED_OVER = 5_000;
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LinkedBlockingQueue<EventLog.Entry> handedOver = new LinkedBlockingQueue<>(MAX_HANDED_OVER);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "warren-relay");

    private final EventLog events;
    private final WriterTable writers;
    private final OutboxMark mark;
    private final EventPublisher publisher;

    private volatile @Nullable Instant oldest;
    private volatile boolean running;
    private int batchSize = MAX_IN_FLIGHT;
    private int failures;
    private long storedAt = System.nanoTime();

    OutboxRelay(EventLog events, WriterTable writers, OutboxMark mark, Broker broker, JsonMapper json) {
        this.events = events;
        this.writers = writers;
        this.mark = mark;
        this.publisher = new EventPublisher(broker, json);
    }

    /** When the oldest event occurred that waits for the broker, or null when none is known to wait. */
    @Nullable
    Instant oldest() {
        return oldest;
    }

    @Override
    public void afterCommit(Change change) {
        for (var event : change.events()) {
            if (!handedOver.offer(event.entry())) {
                break; // the gap is read from the log
            }
        }
        LockSupport.unpark(thread);
    }

    private void run() {
        boolean idle = true;
        while (running) {
            try {
                if (relayNext(idle)) {
                    idle = false;
                } else {
                    storeMark();
                    LockSupport.parkNanos(IDLE_NANOS);
                    idle = true;
                }
            } catch (RuntimeException e) {
                fail(e);
                pause();
                idle = true;
            }
        }
    }

    /** Publishes the next events; false when there are none. */
    private boolean relayNext(boolean lookIntoLog) {
        var position = mark.get();
        var batch = next(position, lookIntoLog);
        if (batch.isEmpty()) {
            oldest = null;
            return false;
        }
        oldest = batch.get(0).occurred();
        publisher.publishEvents(batch);
        mark.published(position.writer(), batch.get(batch.size() - 1).sequence());
        succeed();
        return true;
    }

    private List<EventLog.Entry> next(OutboxMark.Position position, boolean lookIntoLog) {
        long expected = position.published() + 1;
        var head = handedOver.peek();
        while (head != null
                && (head.writer() < position.writer()
                        || (head.writer() == position.writer() && head.sequence() < expected))) {
            handedOver.remove();
            head = handedOver.peek();
        }
        boolean gap = head != null && head.writer() == position.writer() && head.sequence() > expected;
        if (gap || (head == null && lookIntoLog && position.behind() > 0)) {
            return events.after(position.writer(), position.published(), batchSize);
        }
        var batch = new ArrayList<EventLog.Entry>();
        for (var event : handedOver) {
            if (event.writer() != position.writer() || event.sequence() != expected || batch.size() == batchSize) {
                break;
            }
            batch.add(event);
            expected++;
        }
        return batch;
    }

    /** The next commit stores the mark anyhow; without one it is stored here, at most once a second. */
    private void storeMark() {
        var position = mark.get();
        if (position.stored() < position.published() && System.nanoTime() - storedAt >= IDLE_NANOS) {
            writers.published(position.writer(), position.published());
            mark.stored(position.writer(), position.published());
            storedAt = System.nanoTime();
        }
    }

    /** A smaller batch gets through where a slow broker does not confirm a large one in time. */
    private void fail(RuntimeException e) {
        if (failures++ == 0) {
            log.warn("Events wait, {} of them: {}", mark.get().behind(), e.toString());
        }
        log.debug("Cause", e);
        batchSize = Math.max(1, batchSize / 2);
    }

    private void succeed() {
        if (failures > 0) {
            log.info("Events are published again");
        }
        failures = 0;
        batchSize = Math.min(MAX_IN_FLIGHT, batchSize * 2);
    }

    private void pause() {
        try {
            if (stopping.await(Backoff.millis(failures), TimeUnit.MILLISECONDS)) {
                running = false;
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    /** Publishes what the writer left, then ends the log; what does not get through another server takes over. */
    @Override
    public void stop() {
        running = false;
        stopping.countDown();
        LockSupport.unpark(thread);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
            while (!thread.isAlive() && relayNext(true)) {
                log.debug("Last events published");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("{} events are left to the other servers: {}", mark.get().behind(), e.toString());
        }
        var position = mark.get();
        try {
            writers.close(position.writer(), position.published());
        } catch (RuntimeException e) {
            log.warn("The log of writer {} stays open until another server closes it", position.writer(), e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the writer starts, after it has stopped. */
    @Override
    public int getPhase() {
        return Broker.PHASE + 10;
    }
}
