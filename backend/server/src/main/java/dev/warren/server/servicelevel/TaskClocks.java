package dev.warren.server.servicelevel;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import lombok.RequiredArgsConstructor;

import dev.warren.server.servicelevel.Deadline.State;
import dev.warren.server.task.DeadlineEvent.Kind;
import dev.warren.server.task.HoldEvent;
import dev.warren.server.task.Priority;
import dev.warren.server.task.TaskEvent;
import dev.warren.server.task.TaskStatus;

/** The clocks of one task, and what its events mean to them. */
@RequiredArgsConstructor
final class TaskClocks {

    private final UUID task;
    private final Map<Kind, Deadline> deadlines = new EnumMap<>(Kind.class);
    private final Map<Kind, Deadline> changed = new EnumMap<>(Kind.class);

    /**
     * What a task says about which promises are still to be kept.
     *
     * @param attempt how often it was assigned
     */
    record Facts(TaskStatus status, Priority priority, int attempt, Instant createdAt) {

        boolean awaits(Kind kind) {
            return switch (kind) {
                case ASSIGN -> attempt == 0;
                case FIRST_ACTION ->
                    status == TaskStatus.QUEUED || status == TaskStatus.OFFERED || status == TaskStatus.ASSIGNED;
                case RESOLVE -> !status.isClosed();
            };
        }
    }

    /** Takes up what was stored. */
    void add(Deadline stored) {
        deadlines.put(stored.kind(), stored);
    }

    Collection<Deadline> all() {
        return deadlines.values();
    }

    /** What has to be stored. */
    Collection<Deadline> changed() {
        return changed.values();
    }

    void begin(TaskEvent.Queued event, ServiceLevel level) {
        retarget(new Facts(event.to(), event.priority(), 0, event.createdAt()), level, event.createdAt());
    }

    /** An event after which the promises themselves are the same. */
    void follow(TaskEvent event, ServiceLevel level, Instant now) {
        if (event instanceof HoldEvent.Held && level.pauseOnHold()) {
            change(Kind.RESOLVE, it -> it.paused(level, now));
        } else if (event.from() == TaskStatus.ON_HOLD
                && event.to() != TaskStatus.ON_HOLD
                && !event.to().isClosed()) {
            change(Kind.RESOLVE, it -> it.resumed(level, now));
        }
        if (event.to() == TaskStatus.QUEUED) {
            for (var kind : Kind.values()) {
                change(kind, it -> it.waiting(level));
            }
        }
        if (event instanceof TaskEvent.Assigned) {
            change(Kind.ASSIGN, it -> it.kept(now));
        } else if (event instanceof TaskEvent.Started) {
            change(Kind.FIRST_ACTION, it -> it.kept(now));
        } else if (event instanceof TaskEvent.Completed) {
            change(Kind.FIRST_ACTION, it -> it.kept(now));
            change(Kind.RESOLVE, it -> it.kept(now));
        } else if (event instanceof TaskEvent.Failed) {
            change(Kind.FIRST_ACTION, it -> it.kept(now));
            change(Kind.RESOLVE, it -> it.stopped(State.MISSED, now));
        } else if (event instanceof TaskEvent.Cancelled) {
            for (var kind : Kind.values()) {
                change(kind, it -> it.stopped(State.DROPPED, now));
            }
        }
    }

    /** A failure or a cancellation was no end: the task waits again. */
    void reopen(Facts facts, ServiceLevel level, Instant now) {
        change(Kind.RESOLVE, it -> it.state() == State.MISSED ? it.reopened(level) : it);
        retarget(facts, level, now);
    }

    /** The promises of another queue hold from now on; what was broken before it came there, and is not promised there, was. */
    void move(Facts facts, ServiceLevel level, Instant now) {
        for (var kind : Kind.values()) {
            if (level.target(facts.priority(), kind) == null) {
                change(kind, it -> it.state() == State.BREACHED ? it.stopped(State.MISSED, now) : it);
            }
        }
        retarget(facts, level, now);
    }

    /** For which priority something was promised: an escalation makes a task more urgent, and no promise tighter. */
    Priority promised(Priority otherwise) {
        return deadlines.values().stream()
                .filter(it -> it.state().isOpen())
                .map(Deadline::priority)
                .findFirst()
                .orElse(otherwise);
    }

    /** Other promises hold from now on, because of another priority, another queue, or another will. */
    void retarget(Facts facts, ServiceLevel level, Instant now) {
        for (var kind : Kind.values()) {
            var seconds = level.target(facts.priority(), kind);
            var it = deadlines.get(kind);
            if (seconds == null) {
                change(kind, known -> known.stopped(State.DROPPED, now));
            } else if (it == null) {
                if (facts.awaits(kind)) {
                    put(Deadline.begin(task, kind, facts.priority(), seconds, facts.createdAt(), level));
                }
            } else if (it.state().isOpen() || (it.state() == State.DROPPED && facts.awaits(kind))) {
                var open = it.state().isOpen() ? it : it.reopened(level);
                put(open.retargeted(facts.priority(), seconds, level, now));
            }
        }
    }

    private void change(Kind kind, UnaryOperator<Deadline> by) {
        var before = deadlines.get(kind);
        if (before != null) {
            put(by.apply(before));
        }
    }

    void put(Deadline deadline) {
        if (!deadline.equals(deadlines.put(deadline.kind(), deadline))) {
            changed.put(deadline.kind(), deadline);
        }
    }
}
