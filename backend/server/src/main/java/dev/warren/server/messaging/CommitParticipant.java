package dev.warren.server.messaging;

/**
 * A module that derives something from every change: counters, feeds, wake-ups. It learns of facts as events, so the
 * modules that own the facts never learn of it.
 */
public interface CommitParticipant {

    /** Writes what must be committed together with the events. Throwing rolls the whole transaction back. */
    default void beforeCommit(Change change) {}

    /** Hears that the events are committed. Runs on the writer's thread: it must be short and must not throw. */
    default void afterCommit(Change change) {}
}
