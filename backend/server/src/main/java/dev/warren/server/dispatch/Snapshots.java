package dev.warren.server.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.dispatch.strategy.Candidate;
import dev.warren.server.dispatch.strategy.Params;
import dev.warren.server.dispatch.strategy.Snapshot;
import dev.warren.server.dispatch.strategy.WaitingTask;
import dev.warren.server.skill.Requirement;
import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.Requirements;
import dev.warren.server.workforce.Bench;

/** Puts what waits and who is there into the form that the strategy decides upon. */
@Component
@RequiredArgsConstructor
class Snapshots {

    private final Requirements requirements;

    /** @param coolDowns whom not to ask, by task */
    Snapshot of(
            String queue,
            Instant at,
            List<ReadyQueue.Place> places,
            List<Bench.Player> players,
            Map<UUID, Set<UUID>> coolDowns,
            Map<Integer, Integer> sinceRescue,
            Params params) {
        var needed = places.stream()
                .map(ReadyQueue.Place::requirement)
                .distinct()
                .map(requirements::get)
                .collect(Collectors.toMap(Requirement::id, Function.identity()));
        var counters = sinceRescue.entrySet().stream()
                .filter(it -> needed.containsKey(it.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Snapshot(
                queue,
                at,
                places.stream()
                        .map(it -> waiting(it, coolDowns.getOrDefault(it.task(), Set.of()), at, params))
                        .toList(),
                players.stream().map(Snapshots::candidate).toList(),
                needed,
                counters);
    }

    /** Those people, as they would be looked at for one set of needs. */
    Snapshot of(String queue, Instant at, List<Bench.Player> players, Requirement needed) {
        return new Snapshot(
                queue,
                at,
                List.of(),
                players.stream().map(Snapshots::candidate).toList(),
                Map.of(needed.id(), needed),
                Map.of());
    }

    /** Those of the requirements that somebody on the bench could serve if they were free. */
    List<Integer> servable(Collection<Integer> ids, List<Bench.Player> players) {
        var servable = new ArrayList<Integer>();
        for (var id : ids) {
            var requirement = requirements.get(id);
            if (players.stream().anyMatch(it -> it.canServe(requirement))) {
                servable.add(id);
            }
        }
        return servable;
    }

    private static WaitingTask waiting(ReadyQueue.Place it, Set<UUID> excluded, Instant at, Params params) {
        boolean rescue = params.needsRescue(Duration.between(it.since(), at));
        return new WaitingTask(
                it.task(), it.requirement(), it.priority().level(), it.level(), it.since(), rescue, excluded);
    }

    private static Candidate candidate(Bench.Player it) {
        return new Candidate(
                it.id(), it.capacity(), it.load(), it.skills(), it.region(), it.busyShare(), it.idleSince());
    }
}
