package dev.warren.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The employees of a run on their threads. */
final class Crew {

    private static final long READY_TIMEOUT_SECONDS = 120;
    private static final long HOME_TIMEOUT_SECONDS = 150;

    private final List<Desk> desks;
    private final List<Thread> threads = new ArrayList<>();

    Crew(List<? extends Desk> desks) {
        this.desks = List.copyOf(desks);
    }

    /** Returns when all are available; the latch is the one that the desks were made with. */
    void start(CountDownLatch ready) throws InterruptedException {
        for (var desk : desks) {
            var thread = new Thread(desk, "employee-" + threads.size());
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        if (!ready.await(READY_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            throw new CannotRun("Not every employee was available after " + READY_TIMEOUT_SECONDS + " s");
        }
    }

    /** Sends all home and waits for their threads. */
    void goHome() throws InterruptedException {
        desks.forEach(Desk::goHome);
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(HOME_TIMEOUT_SECONDS);
        for (var thread : threads) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        }
    }
}
