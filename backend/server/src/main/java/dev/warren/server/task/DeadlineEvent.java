package dev.warren.server.task;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Time runs out for what a queue promises about a task; its status stays as it is. */
public sealed interface DeadlineEvent extends TaskEvent {

    /** What is promised: that it is given to somebody, that somebody begins, that it is done. */
    enum Kind {
        ASSIGN,
        FIRST_ACTION,
        RESOLVE
    }

    /** Why a promise was not kept, as far as that moment shows. */
    enum Cause {
        /** Nobody has the skills and the region. */
        NOBODY_ABLE,
        /** Who is able is not available. */
        NOBODY_PRESENT,
        /** Who is able and available holds as much as they can. */
        ALL_BUSY,
        /** Declined too often. */
        DECLINED,
        /** Somebody is free for it: it waits for its turn. */
        WAITING,
        /** Somebody is asked, and has not answered. */
        OFFERED,
        /** Somebody has it, and has not begun. */
        NOT_STARTED,
        /** Somebody works on it. */
        IN_WORK,
        ON_HOLD
    }

    Kind kind();

    /** When the promise ends. */
    Instant targetAt();

    /** Who holds it or is asked, null when nobody is. */
    @Nullable
    UUID workerId();

    /** The queue's share of the time for a promise is over. */
    record AtRisk(
            @JsonUnwrapped Step step,
            Kind kind,
            Instant targetAt,
            @Nullable UUID workerId) implements DeadlineEvent {

        @Override
        public String type() {
            return "task.sla-at-risk";
        }
    }

    /** A promise was not kept. */
    record Breached(
            @JsonUnwrapped Step step,
            Kind kind,
            Instant targetAt,
            Cause cause,
            @Nullable UUID workerId) implements DeadlineEvent {

        @Override
        public String type() {
            return "task.sla-breached";
        }
    }
}
