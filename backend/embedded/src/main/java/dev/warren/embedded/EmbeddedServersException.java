package dev.warren.embedded;

import org.jspecify.annotations.Nullable;

/** Says in one sentence for the person at the terminal why the private servers cannot run. */
public class EmbeddedServersException extends RuntimeException {

    EmbeddedServersException(String message) {
        super(message);
    }

    EmbeddedServersException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
