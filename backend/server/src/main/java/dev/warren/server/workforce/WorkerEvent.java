package dev.warren.server.workforce;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.warren.server.shared.DomainEvent;

/** All that can happen to a worker, beside the assignments, which are events of the task. */
public sealed interface WorkerEvent extends DomainEvent {

    UUID worker();

    @Override
    default UUID subject() {
        return worker();
    }

    @Override
    default String queue() {
        return "all";
    }

    /** Somebody new is here to work. */
    record Joined(
            UUID worker,
            int version,
            String username,
            String displayName,
            Map<String, Integer> skills,
            int capacity,
            @Nullable String region)
            implements WorkerEvent {

        @Override
        public String type() {
            return "worker.joined";
        }
    }

    /** What the worker can do, or how much at once, was changed. */
    record Changed(
            UUID worker,
            int version,
            String displayName,
            Map<String, Integer> skills,
            int capacity,
            @Nullable String region)
            implements WorkerEvent {

        @Override
        public String type() {
            return "worker.changed";
        }
    }

    /**
     * The worker came, went, or takes a break.
     *
     * @param reason why, when it was not the worker's own doing
     */
    record PresenceChanged(
            UUID worker,
            int version,
            Presence from,
            Presence to,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            PresenceReason reason)
            implements WorkerEvent {

        @Override
        public String type() {
            return "worker.presence-changed";
        }
    }
}
