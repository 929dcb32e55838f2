package dev.warren.server.dispatch;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.TaskQueue;
import dev.warren.server.task.TaskQueues;

/**
 * The thread that dispatches: called by events at once, and by the schedule as the safety net.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class Dispatcher implements SmartLifecycle {

    private static final int AGEING_BATCH = 500;

    private final Alarm alarm;
    private final Rounds rounds;
    private final Leases leases;
    /** Read anew with each schedule: a queue that was just made waits that long for its first round. */
    private final TaskQueues queues;

    private final ReadyQueue ready;
    private final Clock clock;
    private final Thread thread = new Thread(this::run, "warren-dispatcher");

    private List<TaskQueue> known = List.of();
    private volatile boolean running;

    private void run() {
        while (running) {
            try {
                var call = alarm.await();
                if (call.scheduled()) {
                    known = queues.all();
                    age();
                }
                for (var queue : known) {
                    if (running && call.concerns(queue.name())) {
                        rounds.dispatch(queues.get(queue.id())); // as it is set now
                    }
                }
            } catch (InterruptedException e) {
                log.debug("Asked to stop", e);
            } catch (RuntimeException e) { // the next call or the schedule tries again
                log.warn("A round failed: {}", e.getMessage());
                log.debug("Cause", e);
            }
        }
        try {
            leases.release(known);
        } catch (RuntimeException e) {
            log.warn("The leases could not be given back, they run out by themselves: {}", e.getMessage());
        }
    }

    private void age() {
        while (ready.age(clock.instant(), AGEING_BATCH) == AGEING_BATCH) {
            log.debug("Moved {} tasks up, more are due", AGEING_BATCH);
        }
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        alarm.callAll();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the writer, before the web server; stopped before the writer. */
    @Override
    public int getPhase() {
        return 10;
    }
}
