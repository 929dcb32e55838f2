package dev.warren.server.messaging;

import java.util.concurrent.CompletionStage;

/** Applies the messages of one queue. */
public interface MessageHandler {

    /** The queue to consume, one of {@link Names}. */
    String queue();

    /** The schema that a message must satisfy, and the only value that its {@code type} may have. */
    String schema();

    /**
     * Applies one message; called for several at once, and again for the same one after a failure or a lost
     * connection, so it asks {@link Inbox} inside its transaction. The message is acknowledged when the stage
     * completes. A {@code Problem} that says "try later" is tried for as long as it takes, any other makes the message
     * dead; another exception counts as {@link Outcome.Again}.
     */
    CompletionStage<Outcome> handle(IncomingMessage message);
}
