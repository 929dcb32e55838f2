package dev.warren.server.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.dispatch.strategy.Params;
import dev.warren.server.identity.ForManagers;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.TaskQueues;
import dev.warren.server.task.TaskReader;
import dev.warren.server.task.TaskView;
import dev.warren.server.workforce.Bench;

/** How long the oldest of each kind waits, beside the longest that it can. */
@RestController
@RequestMapping("/api/v1/queues/{name}/bound")
@RequiredArgsConstructor
class BoundController {

    private static final int MOST = 50;

    private final TaskQueues queues;
    private final ReadyQueue ready;
    private final TaskReader tasks;
    private final StarvationBound bound;
    private final Bench bench;
    private final Params params;
    private final Clock clock;

    /**
     * The oldest of those that wait with the same needs.
     *
     * @param waitedSeconds how long it waits already
     * @param boundSeconds the longest that it can wait, from its creation on; null when nobody is at work, or too little
     *     happened lately to tell
     */
    record Oldest(
            UUID taskId,
            String title,
            List<String> requiredSkills,
            @Nullable String region,
            Instant waitingSince,
            long waitedSeconds,
            int older,
            @Nullable Double turnsPerHour,
            @Nullable Long boundSeconds) {}

    /** @param items the longest waiting first, at most 50 */
    record Bounds(long rescueAfterSeconds, int rescueEvery, List<Oldest> items) {}

    @GetMapping
    @ForManagers
    Bounds bounds(@PathVariable String name) {
        int queue = queues.all().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "There is no queue '%s'.".formatted(name)))
                .id();
        var now = clock.instant();
        var oldest = ready.eldest(queue, ready.requirements(queue), now).stream()
                .sorted(Comparator.comparing(ReadyQueue.Place::since))
                .limit(MOST)
                .toList();
        var found = tasks.all(oldest.stream().map(ReadyQueue.Place::task).toList());
        var everybody = bench.everybody(now);
        var items = new ArrayList<Oldest>();
        for (var it : oldest) {
            var task = found.get(it.task());
            if (task != null) { // else it has just left the queue
                items.add(oldest(task, it, bound.of(queue, it, everybody), now));
            }
        }
        return new Bounds(params.rescueAge().toSeconds(), params.rescueEvery(), items);
    }

    private static Oldest oldest(TaskView task, ReadyQueue.Place place, StarvationBound.Bound its, Instant now) {
        return new Oldest(
                place.task(),
                task.title(),
                task.requiredSkills(),
                task.region(),
                place.since(),
                Duration.between(place.since(), now).toSeconds(),
                its.older(),
                its.turnsPerHour(),
                its.latest() == null
                        ? null
                        : Duration.between(place.since(), its.latest()).toSeconds());
    }
}
