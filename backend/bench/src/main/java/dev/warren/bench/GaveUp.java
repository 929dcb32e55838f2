package dev.warren.bench;

import org.jspecify.annotations.Nullable;

/** No server answered a call within the client's patience. */
final class GaveUp extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GaveUp(String call, int attempts, @Nullable Throwable last) {
        super(call + " had no final answer after " + attempts + " attempts", last);
    }
}
