package dev.warren.server.dispatch.strategy;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

import dev.warren.server.skill.Requirement;

/**
 * Everything one round of a queue decides upon; sorted by id, so the order of loading never matters.
 *
 * <p>Per requirement group it must hold the head of the group's order and its oldest rescue tasks; else a rescue task
 * behind a long head is not seen.
 *
 * @param at the instant of the round, for idle times
 * @param candidates available workers only
 * @param requirements by id; holds at least those of the tasks
 * @param sinceRescue by requirement id: assignments since the group's last rescue turn, as the group's previous
 *     {@link Decision#sinceRescue()} gave it back; an absent group counts from 0
 */
public record Snapshot(
        String queue,
        Instant at,
        List<WaitingTask> tasks,
        List<Candidate> candidates,
        Map<Integer, Requirement> requirements,
        Map<Integer, Integer> sinceRescue) {

    public Snapshot {
        tasks = sortedById(tasks, WaitingTask::id);
        candidates = sortedById(candidates, Candidate::id);
        requirements = Collections.unmodifiableMap(new TreeMap<>(requirements));
        sinceRescue = Collections.unmodifiableMap(new TreeMap<>(sinceRescue));
        for (var task : tasks) {
            if (!requirements.containsKey(task.requirement())) {
                throw new IllegalArgumentException("Task " + task.id() + " has an unknown requirement");
            }
        }
        requirements.forEach((id, requirement) -> {
            if (id != requirement.id()) {
                throw new IllegalArgumentException("Requirement " + requirement.id() + " is filed under " + id);
            }
        });
    }

    private static <T> List<T> sortedById(Collection<T> items, Function<T, UUID> id) {
        var sorted = items.stream()
                .sorted(Comparator.comparing(id, UuidOrder.BY_BYTES))
                .toList();
        for (var i = 1; i < sorted.size(); i++) {
            if (id.apply(sorted.get(i)).equals(id.apply(sorted.get(i - 1)))) {
                throw new IllegalArgumentException("Twice in one snapshot: " + id.apply(sorted.get(i)));
            }
        }
        return sorted;
    }
}
