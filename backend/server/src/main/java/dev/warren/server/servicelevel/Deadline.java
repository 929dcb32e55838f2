package dev.warren.server.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import lombok.With;

import dev.warren.server.task.DeadlineEvent.Cause;
import dev.warren.server.task.DeadlineEvent.Kind;
import dev.warren.server.task.Priority;

/**
 * One clock of one task: a promise, and what has become of it.
 *
 * @param targetSeconds how much opening time was promised
 * @param spentSeconds how much of it was gone at {@code countedFrom}
 * @param countedFrom since when it counts: since the task came, or since its last pause; while it is paused, since when
 * @param dueAt when something has to be told next; null when nothing has
 * @param riskedAt when the risk was told
 * @param breachedAt when the breach was told
 * @param cause why it was breached
 */
@With
record Deadline(
        UUID task,
        Kind kind,
        String queue,
        Priority priority,
        State state,
        int targetSeconds,
        int spentSeconds,
        Instant countedFrom,
        Instant riskAt,
        Instant targetAt,
        @Nullable Instant dueAt,
        @Nullable Instant riskedAt,
        @Nullable Instant breachedAt,
        @Nullable Cause cause,
        @Nullable Instant stoppedAt) {

    /** Where a clock stands. The last three are final, unless the task waits again. */
    enum State {
        RUNNING,
        /** Runs, and the share of the time that the queue calls risky is over. */
        AT_RISK,
        /** Runs, and its time is over. */
        BREACHED,
        PAUSED,
        /** Stopped in time. */
        MET,
        /** Stopped too late, or by a failure. */
        MISSED,
        /** Stopped without a verdict: the task was called off, or nothing is promised any more. */
        DROPPED;

        private static final Set<State> OPEN = EnumSet.of(RUNNING, AT_RISK, BREACHED, PAUSED);

        boolean isOpen() {
            return OPEN.contains(this);
        }
    }

    /** A clock that begins. */
    static Deadline begin(UUID task, Kind kind, Priority priority, int seconds, Instant from, ServiceLevel level) {
        return new Deadline(
                        task,
                        kind,
                        level.queue(),
                        priority,
                        State.RUNNING,
                        seconds,
                        0,
                        from,
                        from,
                        from,
                        null,
                        null,
                        null,
                        null,
                        null)
                .timed(level);
    }

    /** The same clock under another promise; what was told of an earlier one that is not true any more is forgotten. */
    Deadline retargeted(Priority newPriority, int seconds, ServiceLevel level, Instant now) {
        var moved = withQueue(level.queue()).withPriority(newPriority).withTargetSeconds(seconds);
        var timed = moved.timed(level);
        if (state == State.PAUSED) {
            return timed.withState(State.PAUSED).withDueAt(null);
        }
        return timed.withRiskedAt(timed.riskAt().isAfter(now) ? null : riskedAt)
                .withBreachedAt(timed.targetAt().isAfter(now) ? null : breachedAt)
                .withCause(timed.targetAt().isAfter(now) ? null : cause)
                .running();
    }

    /** Stands still; a promise that was broken already cannot be saved by that. */
    Deadline paused(ServiceLevel level, Instant now) {
        return state == State.RUNNING || state == State.AT_RISK
                ? withSpentSeconds((int) used(level, now).toSeconds())
                        .withCountedFrom(now)
                        .withState(State.PAUSED)
                        .withDueAt(null)
                : this;
    }

    Deadline resumed(ServiceLevel level, Instant now) {
        return state == State.PAUSED ? withCountedFrom(now).timed(level).running() : this;
    }

    /** The task waits again: the clock goes on as if it had never been stopped. */
    Deadline reopened() {
        return withStoppedAt(null).running();
    }

    /** What was promised has happened. */
    Deadline kept(Instant now) {
        if (!state.isOpen()) {
            return this;
        }
        boolean inTime = state == State.PAUSED || !now.isAfter(targetAt);
        return stopped(inTime ? State.MET : State.MISSED, now);
    }

    Deadline stopped(State end, Instant now) {
        return state.isOpen() ? withState(end).withDueAt(null).withStoppedAt(now) : this;
    }

    Deadline risked(Instant now) {
        return withRiskedAt(now).running();
    }

    Deadline breached(Cause why, Instant now) {
        return withRiskedAt(Objects.requireNonNullElse(riskedAt, now))
                .withBreachedAt(now)
                .withCause(why)
                .running();
    }

    /** How much opening time is gone. */
    Duration used(ServiceLevel level, Instant now) {
        var until = state == State.PAUSED ? countedFrom : Objects.requireNonNullElse(stoppedAt, now);
        return Duration.ofSeconds(spentSeconds).plus(level.rules().between(countedFrom, until));
    }

    private Deadline timed(ServiceLevel level) {
        long riskAfter = (long) targetSeconds * level.riskPercent() / 100;
        return withRiskAt(level.after(countedFrom, Math.max(0, riskAfter - spentSeconds)))
                .withTargetAt(level.after(countedFrom, Math.max(0, targetSeconds - spentSeconds)))
                .running();
    }

    /** The state that follows from what was told, and when to tell something next. */
    private Deadline running() {
        if (breachedAt != null) {
            return withState(State.BREACHED).withDueAt(null);
        }
        return riskedAt != null
                ? withState(State.AT_RISK).withDueAt(targetAt)
                : withState(State.RUNNING).withDueAt(riskAt);
    }
}
