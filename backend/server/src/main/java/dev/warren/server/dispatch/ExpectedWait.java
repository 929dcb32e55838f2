package dev.warren.server.dispatch;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.Requirements;
import dev.warren.server.workforce.Bench;

/**
 * When a waiting task will probably be assigned: after as many turns of those who could do it as there are tasks before it
 * that need the same people. What is more urgent and comes later takes turns away, and so does what comes back to the queue.
 */
@Component
@RequiredArgsConstructor
class ExpectedWait {

    /** Such work never takes all turns for ever; what is left at least. */
    private static final double LEAST_PART = 0.05;

    private final Bench bench;
    private final ReadyQueue ready;
    private final Requirements requirements;
    private final Pace pace;
    private final Clock clock;

    /** Empty when nobody who could do it is here, or too little has happened lately to tell. */
    Optional<Forecast> of(int queue, ReadyQueue.Place place) {
        var now = clock.instant();
        var crowd = Pace.crowd(bench.everybody(now), requirements.get(place.requirement()));
        if (crowd.isEmpty()) {
            return Optional.empty();
        }
        double ahead = 1 + competing(queue, place, crowd);
        return pace.of(crowd, (int) ahead, now).map(turns -> {
            double left = turns.count() - 1 - turns.overtaking(place.level());
            double perSecond = Math.max(left, LEAST_PART * turns.count()) / turns.seconds();
            return Forecast.of(ahead, perSecond, turns.burstiness(), turns.count());
        });
    }

    /** The tasks before it, each by the part of those who could do it that it needs. */
    private double competing(int queue, ReadyQueue.Place place, List<Bench.Player> crowd) {
        double competing = 0;
        for (var ahead : ready.aheadByRequirement(queue, place).entrySet()) {
            competing += ahead.getValue() * Pace.part(requirements.get(ahead.getKey()), crowd);
        }
        return competing;
    }
}
