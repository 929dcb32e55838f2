package dev.warren.server.shared;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who caused a change.
 *
 * @param account the account, or null when Warren itself or another system acted
 * @param name what the audit trail shows: a user name, {@code system} or {@code amqp:<user>}
 */
public record Actor(@Nullable UUID account, String name) {

    /** Warren itself: the dispatcher, a sweeper. */
    public static final Actor SYSTEM = new Actor(null, "system");
}
