package dev.warren.bench;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Growing pauses with full jitter, so that many clients of a dead server do not come back together. */
final class Backoff {

    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Backoff() {}

    /** Between 0.2 s and the smaller of 5 s and 0.2 s times 2 to the power of the failed attempts. */
    static Duration after(int attempts) {
        var bound = Math.min(LONGEST.toMillis(), SHORTEST.toMillis() << Math.min(attempts, 10));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(SHORTEST.toMillis(), bound + 1));
    }
}
