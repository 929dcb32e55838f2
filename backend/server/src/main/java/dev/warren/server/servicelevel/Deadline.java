package dev.warren.server.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import lombok.With;

import dev.warren.server.task.DeadlineEvent.Cause;
import dev.warren.server.task.DeadlineEvent.Kind;
import dev.warren.server.task.Escalation.Point;
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
 * @param escalatedAt up to when the queue's steps have been gone through; null when all of them have to be looked at
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
        @Nullable Instant stoppedAt,
        @Nullable Instant escalatedAt) {

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
                .running(level);
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
        return state == State.PAUSED ? withCountedFrom(now).timed(level) : this;
    }

    /** The task waits again: the clock goes on as if it had never been stopped. */
    Deadline reopened(ServiceLevel level) {
        return withStoppedAt(null).running(level);
    }

    /** It waits: what was put off until then is looked at again. */
    Deadline waiting(ServiceLevel level) {
        boolean isQuiet = escalatedAt == null || state == State.PAUSED || !state.isOpen();
        return isQuiet ? this : withEscalatedAt(null).running(level);
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

    Deadline risked(ServiceLevel level, Instant now) {
        return withRiskedAt(now).running(level);
    }

    Deadline breached(Cause why, ServiceLevel level, Instant now) {
        return withRiskedAt(Objects.requireNonNullElse(riskedAt, now))
                .withBreachedAt(now)
                .withCause(why)
                .running(level);
    }

    /** All steps that were due by then have been gone through. */
    Deadline escalated(ServiceLevel level, Instant now) {
        return withEscalatedAt(now).running(level);
    }

    /** When a step is due, as long as the clock is not paused. */
    Instant dueAt(EscalationStep step, ServiceLevel level) {
        long after = step.at() == Point.RISK ? riskAfter(level) : targetSeconds;
        return level.after(countedFrom, Math.max(0, after + step.delay() - spentSeconds));
    }

    /** How much opening time is gone. */
    Duration used(ServiceLevel level, Instant now) {
        var until = state == State.PAUSED ? countedFrom : Objects.requireNonNullElse(stoppedAt, now);
        return Duration.ofSeconds(spentSeconds).plus(level.rules().between(countedFrom, until));
    }

    private Deadline timed(ServiceLevel level) {
        return withRiskAt(level.after(countedFrom, Math.max(0, riskAfter(level) - spentSeconds)))
                .withTargetAt(level.after(countedFrom, Math.max(0, targetSeconds - spentSeconds)))
                .withEscalatedAt(null)
                .running(level);
    }

    private long riskAfter(ServiceLevel level) {
        return (long) targetSeconds * level.riskPercent() / 100;
    }

    /** The state that follows from what was told, and when there is something to tell or to do next. */
    private Deadline running(ServiceLevel level) {
        if (breachedAt != null) {
            return withState(State.BREACHED).withDueAt(nextStep(level).orElse(null));
        }
        var told = riskedAt != null ? withState(State.AT_RISK) : withState(State.RUNNING);
        var tell = riskedAt != null ? targetAt : riskAt;
        return told.withDueAt(nextStep(level).filter(tell::isAfter).orElse(tell));
    }

    private Optional<Instant> nextStep(ServiceLevel level) {
        return level.escalations().stream()
                .filter(it -> it.kind() == kind)
                .map(it -> dueAt(it, level))
                .filter(it -> escalatedAt == null || it.isAfter(escalatedAt))
                .min(Comparator.naturalOrder());
    }
}
