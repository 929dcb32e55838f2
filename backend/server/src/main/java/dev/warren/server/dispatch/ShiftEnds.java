package dev.warren.server.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.task.TaskReader;
import dev.warren.server.workforce.Bench;
import dev.warren.server.workforce.Schedules;

/** Who goes home before a task would be done, and is not handed it. */
@Component
@RequiredArgsConstructor
class ShiftEnds {

    private final Schedules schedules;
    private final TaskReader tasks;

    /** How long those of the players still work whose shift ends soon. */
    Map<UUID, Duration> left(Collection<Bench.Player> players, Instant now) {
        var left = new HashMap<UUID, Duration>();
        var ending = schedules.endingSoon(now);
        for (var it : players) {
            var end = ending.get(it.id());
            if (end != null) {
                left.put(it.id(), Duration.between(now, end));
            }
        }
        return left;
    }

    /** Which of them not to hand which of the tasks. */
    Map<UUID, Set<UUID>> excluded(Collection<UUID> waiting, Map<UUID, Duration> left) {
        var excluded = new HashMap<UUID, Set<UUID>>();
        if (!left.isEmpty()) {
            var estimates = tasks.estimates(waiting);
            for (var task : waiting) {
                var estimate = estimates.getOrDefault(task, schedules.usualEstimate());
                left.forEach((worker, time) -> {
                    if (estimate.compareTo(time) > 0) {
                        excluded.computeIfAbsent(task, it -> new HashSet<>()).add(worker);
                    }
                });
            }
        }
        return excluded;
    }

    /** Those of the players who are free for a task until it is done. */
    List<Bench.Player> free(UUID task, List<Bench.Player> players, Map<UUID, Duration> left) {
        var leaving = excluded(List.of(task), left).getOrDefault(task, Set.of());
        return players.stream()
                .filter(it -> it.isFree() && !leaving.contains(it.id()))
                .toList();
    }

    /** Both, task by task. */
    static Map<UUID, Set<UUID>> together(Map<UUID, Set<UUID>> some, Map<UUID, Set<UUID>> others) {
        if (others.isEmpty()) {
            return some;
        }
        var all = new HashMap<UUID, Set<UUID>>();
        some.forEach((task, workers) -> all.put(task, new HashSet<>(workers)));
        others.forEach((task, workers) ->
                all.computeIfAbsent(task, it -> new HashSet<>()).addAll(workers));
        return all;
    }
}
