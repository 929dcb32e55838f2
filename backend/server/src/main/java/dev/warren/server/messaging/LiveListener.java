package dev.warren.server.messaging;

import tools.jackson.databind.JsonNode;

/** Hears what other servers tell through {@link Live}. Implemented by whoever has something to do at every server. */
public interface LiveListener {

    /** The one topic that this listener hears. */
    String topic();

    /** Runs on a thread of the broker connection: it must be short. */
    void received(JsonNode payload);
}
