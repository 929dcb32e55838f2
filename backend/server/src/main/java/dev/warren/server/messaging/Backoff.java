package dev.warren.server.messaging;

import java.util.concurrent.ThreadLocalRandom;

/** How long to wait after the n-th failure: doubling from 0.2 s to 5 s, with jitter so that servers do not march in step. */
final class Backoff {

    private static final long FIRST_MILLIS = 400;
    private static final long LONGEST_MILLIS = 5_000;

    private Backoff() {}

    /** Milliseconds; at least 200, at most 5 000. */
    static long millis(int failures) {
        long full = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures - 1, 10));
        return ThreadLocalRandom.current().nextLong(full / 2, full + 1);
    }
}
