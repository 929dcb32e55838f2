package dev.warren.server.dispatch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.assignment.CoolDowns;
import dev.warren.server.dispatch.strategy.Params;
import dev.warren.server.dispatch.strategy.RoundInput;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;
import dev.warren.server.task.Acceptance;
import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.TaskQueue;
import dev.warren.server.workforce.Bench;

/** Runs rounds: reads who is free and what waits for them, decides, and has it written in one transaction. */
@Component
@RequiredArgsConstructor
class Rounds {

    /** How much further down the line to look while somebody has time for short tasks only. */
    private static final int PAST_LONG_TASKS = 100;

    private final Bench bench;
    private final ReadyQueue ready;
    private final CoolDowns coolDowns;
    private final ShiftEnds shiftEnds;
    private final Snapshots snapshots;
    private final Leases leases;
    private final Writer writer;
    private final ApplyRound apply;
    private final DispatchSettings settings;
    private final Params params;
    private final Clock clock;

    /** By queue: the assignments since the last rescue turn of each requirement. */
    private final Map<Integer, Map<Integer, Integer>> sinceRescue = new HashMap<>();

    /** Dispatches the queue until nobody free can take anything that waits. Nothing happens when another server does. */
    void dispatch(TaskQueue queue) {
        while (leases.epoch(queue).isPresent()
                && round(queue, leases.epoch(queue).getAsLong())) {
            Thread.onSpinWait();
        }
    }

    /** @return whether another round may find more to do */
    private boolean round(TaskQueue queue, long epoch) {
        var at = Sql.micros(clock.instant());
        var free = bench.free(at);
        int seats = free.stream().mapToInt(it -> it.capacity() - it.load()).sum();
        if (seats == 0) {
            return false;
        }
        var left = shiftEnds.left(free, at);
        int limit = Math.min(seats, settings.batch()) + (left.isEmpty() ? 0 : PAST_LONG_TASKS);
        var counters = sinceRescue.computeIfAbsent(queue.id(), it -> new TreeMap<>());
        var servable = snapshots.servable(ready.requirements(queue.id()), free);
        var places = places(queue, servable, limit, counters);
        var coolDowns = Map.<UUID, Set<UUID>>of();
        if (places.stream().anyMatch(ReadyQueue.Place::cooled)) {
            coolDowns =
                    this.coolDowns.ofWorkers(free.stream().map(Bench.Player::id).toList(), at);
            limit += coolDowns.size(); // or what cools down would hide the rest
            places = places(queue, servable, limit, counters);
        }
        if (places.isEmpty()) {
            return false;
        }
        var tasks = places.stream().map(ReadyQueue.Place::task).toList();
        var excluded = ShiftEnds.together(coolDowns, shiftEnds.excluded(tasks, left));
        var input = new RoundInput(
                snapshots.of(queue.name(), at, places, free, excluded, counters, params),
                params,
                ThreadLocalRandom.current().nextLong());
        var decision = input.decide();
        if (decision.matches().isEmpty()) {
            return false;
        }
        var result = writer.write(apply, new ApplyRound.Round(Ids.next(), queue, epoch, input, decision));
        if (result.fenced()) {
            leases.lost(queue);
            return false;
        }
        counters.putAll(decision.sinceRescue());
        boolean allFound = places.size() < limit && result.made() == places.size();
        return result.made() > 0 && !allFound && result.made() < seats;
    }

    /** The heads of the lines, and the oldest of a line whose rescue turn may come in this round. */
    private List<ReadyQueue.Place> places(
            TaskQueue queue, List<Integer> requirements, int limit, Map<Integer, Integer> counters) {
        boolean asks = queue.acceptance() == Acceptance.MANUAL;
        var places = new ArrayList<>(
                asks
                        ? ready.offerableHeads(queue.id(), requirements, limit)
                        : ready.heads(queue.id(), requirements, limit));
        var rescueBefore = clock.instant().minus(params.rescueAge());
        var due = requirements.stream()
                .filter(it -> counters.getOrDefault(it, 0) + limit >= params.rescueEvery())
                .toList();
        int turns = 1 + limit / params.rescueEvery();
        var known = places.stream().map(ReadyQueue.Place::task).collect(Collectors.toSet());
        var oldest = asks
                ? ready.oldestOfferable(queue.id(), due, rescueBefore, turns)
                : ready.oldest(queue.id(), due, rescueBefore, turns);
        for (var place : oldest) {
            if (known.add(place.task())) {
                places.add(place);
            }
        }
        return places;
    }
}
