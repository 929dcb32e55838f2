package dev.warren.server.dispatch;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;

/**
 * What wakes the dispatcher: calls for single queues or for all, and the schedule. Calls that come while a round runs
 * are one call; however many come, the schedule is not put off.
 */
@Component
class Alarm {

    private final long interval;
    private final Set<String> called = new HashSet<>();

    private boolean everything;
    private long nextSchedule = System.nanoTime();

    Alarm(DispatchSettings settings) {
        interval = settings.interval().toNanos();
    }

    /**
     * Why the dispatcher wakes.
     *
     * @param queues the queues that were called for; empty means all
     * @param scheduled whether the schedule was due
     */
    record Call(Set<String> queues, boolean scheduled) {

        boolean concerns(String queue) {
            return queues.isEmpty() || queues.contains(queue);
        }
    }

    /** Something may be assignable in that queue. */
    synchronized void call(String queue) {
        called.add(queue);
        notifyAll();
    }

    /** Something may be assignable in any queue. */
    synchronized void callAll() {
        everything = true;
        notifyAll();
    }

    /** Waits for a call or the schedule. */
    synchronized Call await() throws InterruptedException {
        long left = nextSchedule - System.nanoTime();
        while (left > 0 && !everything && called.isEmpty()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = nextSchedule - System.nanoTime();
        }
        boolean scheduled = left <= 0;
        if (scheduled) {
            nextSchedule = System.nanoTime() + interval;
        }
        var call = new Call(everything || scheduled ? Set.of() : Set.copyOf(called), scheduled);
        everything = false;
        called.clear();
        return call;
    }
}
