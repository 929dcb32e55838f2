package dev.warren.server.servicelevel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.CommitParticipant;
import dev.warren.server.servicelevel.TaskClocks.Facts;
import dev.warren.server.shared.Sql;
import dev.warren.server.task.TaskEvent;
import dev.warren.server.task.TaskStatus;

/**
 * Starts, moves and stops the clocks of tasks in the transaction of their change. Where nothing is promised it looks into
 * a map, and no further.
 */
@Component
@RequiredArgsConstructor
class ClockKeeper implements CommitParticipant {

    private final ServiceLevels levels;
    private final Deadlines deadlines;
    private final JdbcTemplate jdbc;

    private record Birth(int attempt, Instant createdAt) {}

    @Override
    public void beforeCommit(Change change) {
        var known = levels.known();
        if (known.isEmpty()) {
            return;
        }
        var events = concerned(change, known);
        if (!events.isEmpty()) {
            var clocks = clocks(events);
            var births = births(events);
            for (var event : events) {
                apply(event, clocks, births, known, change);
            }
            deadlines.write(
                    clocks.values().stream()
                            .flatMap(it -> it.changed().stream())
                            .toList(),
                    change);
        }
    }

    private static List<TaskEvent> concerned(Change change, Map<String, ServiceLevel> known) {
        var events = new ArrayList<TaskEvent>();
        for (var recorded : change.events()) {
            if (recorded.event() instanceof TaskEvent it && isClockwork(it) && isPromised(it, known)) {
                events.add(it);
            }
        }
        return events;
    }

    /** Whether anything but the version moved. */
    private static boolean isClockwork(TaskEvent it) {
        return it.from() != it.to() || isByHand(it) || it instanceof TaskEvent.Moved;
    }

    private static boolean isPromised(TaskEvent event, Map<String, ServiceLevel> known) {
        return known.containsKey(event.queue())
                || (event instanceof TaskEvent.Moved it && known.containsKey(it.fromQueue()));
    }

    private static void apply(
            TaskEvent event,
            Map<UUID, TaskClocks> clocks,
            Map<UUID, Birth> births,
            Map<String, ServiceLevel> known,
            Change change) {
        var queue = event.queue();
        var level = known.getOrDefault(queue, ServiceLevels.none(queue));
        var it = clocks.computeIfAbsent(event.task(), TaskClocks::new);
        var birth = births.get(event.task());
        if (event instanceof TaskEvent.Queued queued) {
            it.begin(queued, level);
        } else if (birth != null && changesPromise(event)) {
            var priority = event instanceof TaskEvent.Moved ? it.promised(event.priority()) : event.priority();
            var facts = new Facts(event.to(), priority, birth.attempt(), birth.createdAt());
            if (isBack(event)) {
                it.reopen(facts, level, change.now());
            } else if (event instanceof TaskEvent.Moved) {
                it.move(facts, level, change.now());
            } else {
                it.retarget(facts, level, change.now());
            }
        } else {
            it.follow(event, level, change.now());
        }
    }

    private static boolean changesPromise(TaskEvent event) {
        return isBack(event) || isByHand(event) || event instanceof TaskEvent.Moved;
    }

    /** Somebody has changed the priority, and with it what is promised; an escalation changes no promise. */
    private static boolean isByHand(TaskEvent event) {
        return event instanceof TaskEvent.Reprioritised it && it.escalation() == null;
    }

    private static boolean isBack(TaskEvent event) {
        boolean wasOver = event.from() == TaskStatus.FAILED || event.from() == TaskStatus.CANCELLED;
        return wasOver && event.to() == TaskStatus.QUEUED;
    }

    private Map<UUID, TaskClocks> clocks(Collection<TaskEvent> events) {
        var clocks = new LinkedHashMap<UUID, TaskClocks>();
        var known = events.stream()
                .filter(it -> !(it instanceof TaskEvent.Queued))
                .map(TaskEvent::task)
                .distinct()
                .toList();
        for (var it : deadlines.of(known)) {
            clocks.computeIfAbsent(it.task(), TaskClocks::new).add(it);
        }
        return clocks;
    }

    private Map<UUID, Birth> births(Collection<TaskEvent> events) {
        var births = new HashMap<UUID, Birth>();
        var asked = events.stream()
                .filter(ClockKeeper::changesPromise)
                .map(TaskEvent::task)
                .distinct()
                .toList();
        if (!asked.isEmpty()) {
            jdbc.query(
                    "SELECT id, attempt, created_at FROM task WHERE id IN " + Sql.in(asked.size()),
                    row -> {
                        births.put(Sql.id(row, "id"), new Birth(row.getInt("attempt"), Sql.instant(row, "created_at")));
                    },
                    Sql.ids(asked));
        }
        return births;
    }
}
