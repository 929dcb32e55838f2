package dev.warren.server.servicelevel;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.task.DeadlineEvent.Cause;
import dev.warren.server.task.SetAside;
import dev.warren.server.task.Task;
import dev.warren.server.task.TaskStatus;
import dev.warren.server.workforce.Bench;
import dev.warren.server.workforce.Bench.Player;

/** Finds why tasks are late, as far as this moment shows. */
@Component
@RequiredArgsConstructor
class Causes {

    private final Bench bench;
    private final SetAside setAside;

    /** For each of the tasks, all of which are open. */
    Map<UUID, Cause> of(Collection<Task> tasks, Instant now) {
        var causes = new HashMap<UUID, Cause>();
        var waiting =
                tasks.stream().filter(it -> it.status() == TaskStatus.QUEUED).toList();
        if (!waiting.isEmpty()) {
            var declined =
                    setAside.among(waiting.stream().map(Task::id).toList()).keySet();
            var staff = bench.everybody(now);
            var here = bench.available(now);
            waiting.forEach(it -> causes.put(it.id(), waiting(it, declined, staff, here)));
        }
        for (var it : tasks) {
            causes.putIfAbsent(
                    it.id(),
                    switch (it.status()) {
                        case OFFERED -> Cause.OFFERED;
                        case ASSIGNED -> Cause.NOT_STARTED;
                        case ON_HOLD -> Cause.ON_HOLD;
                        default -> Cause.IN_WORK;
                    });
        }
        return causes;
    }

    private static Cause waiting(Task task, Set<UUID> declined, List<Player> staff, List<Player> here) {
        if (declined.contains(task.id())) {
            return Cause.DECLINED;
        }
        if (staff.stream().noneMatch(it -> it.canServe(task.requirement()))) {
            return Cause.NOBODY_ABLE;
        }
        var able = here.stream().filter(it -> it.canServe(task.requirement())).toList();
        if (able.isEmpty()) {
            return Cause.NOBODY_PRESENT;
        }
        return able.stream().anyMatch(Player::isFree) ? Cause.WAITING : Cause.ALL_BUSY;
    }
}
