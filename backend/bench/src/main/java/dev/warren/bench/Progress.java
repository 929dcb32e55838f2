package dev.warren.bench;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A progress bar on a terminal, else a line every ten seconds. Safe for use by many threads. */
final class Progress {

    private static final int WIDTH = 30;
    private static final long TERMINAL_PERIOD = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LOG_PERIOD = TimeUnit.SECONDS.toNanos(10);

    private final PrintStream out;
    private final String what;
    private final long total;
    private final boolean terminal = System.console() != null;
    private final AtomicLong done = new AtomicLong();
    private long shownNanos;

    Progress(PrintStream out, String what, long total) {
        this.out = out;
        this.what = what;
        this.total = Math.max(1, total);
    }

    void step() {
        show(done.incrementAndGet(), "");
    }

    synchronized void show(long count, String detail) {
        var now = System.nanoTime();
        if (now - shownNanos < (terminal ? TERMINAL_PERIOD : LOG_PERIOD) && count < total) {
            return;
        }
        shownNanos = now;
        var filled = (int) Math.min(WIDTH, WIDTH * count / total);
        var bar = "%-12s [%s%s] %,d/%,d %s"
                .formatted(what, "#".repeat(filled), "-".repeat(WIDTH - filled), count, total, detail);
        out.print(terminal ? "\r" + bar + "   " : bar + System.lineSeparator());
        out.flush();
    }

    synchronized void end() {
        if (terminal) {
            out.println();
        }
    }
}
