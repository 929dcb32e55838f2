package dev.warren.server.messaging;

import org.jspecify.annotations.Nullable;

/** What became of a message. */
public sealed interface Outcome {

    /** Applied and committed, now or when it came before; the reply goes to whoever asked for one. */
    record Done(@Nullable Object reply) implements Outcome {}

    /**
     * Can never be applied.
     *
     * @param code stable, in kebab case
     * @param reason for a person to read, at most 500 characters are kept
     */
    record Dead(String code, String reason) implements Outcome {}

    /** Failed this time; tried again a few times, then dead. */
    record Again(String reason) implements Outcome {}
}
