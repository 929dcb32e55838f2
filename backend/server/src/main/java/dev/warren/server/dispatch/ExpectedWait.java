package dev.warren.server.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.assignment.Outcomes;
import dev.warren.server.skill.Requirement;
import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.Requirements;
import dev.warren.server.workforce.Bench;

/**
 * When a waiting task will probably be assigned: after as many turns of those who could do it as there are tasks before it
 * that need the same people. How fast they take tasks is seen from the last of them; what is more urgent and comes later
 * takes turns away.
 */
@Component
@RequiredArgsConstructor
class ExpectedWait {

    /** What was longer ago says nothing of now. */
    private static final Duration WINDOW = Duration.ofHours(4);

    private static final int FEWEST = 3;
    private static final int MOST = 60;
    private static final int SLICES = 10;

    /** More urgent work never takes all turns for ever; what is left at least. */
    private static final double LEAST_PART = 0.05;

    private final Bench bench;
    private final ReadyQueue ready;
    private final Requirements requirements;
    private final Outcomes outcomes;
    private final Clock clock;

    /** Empty when nobody who could do it is here, or too little has happened lately to tell. */
    Optional<Forecast> of(int queue, ReadyQueue.Place place) {
        var now = clock.instant();
        var everybody = bench.everybody(now);
        var needed = requirements.get(place.requirement());
        var crowd = everybody.stream()
                .filter(it -> it.isAtWork() && it.canServe(needed))
                .toList();
        if (crowd.isEmpty()) {
            return Optional.empty();
        }
        var taken = outcomes.taken(crowd.stream().map(Bench.Player::id).toList(), now.minus(WINDOW), MOST);
        if (taken.size() < FEWEST) {
            return Optional.empty();
        }
        long moreUrgent = taken.stream()
                .filter(it -> it.priority().level() < place.level())
                .count();
        var since = taken.get(taken.size() - 1).at();
        double seconds = Math.max(1, Duration.between(since, now).toMillis() / 1e3);
        double perSecond = Math.max(taken.size() - 1 - moreUrgent, LEAST_PART * taken.size()) / seconds;
        double turns = 1 + competing(queue, place, crowd);
        return Optional.of(Forecast.of(turns, perSecond, burstiness(taken, since, now), taken.size()));
    }

    /** The tasks before it, each by the part of those who could do it that it needs. */
    private double competing(int queue, ReadyQueue.Place place, List<Bench.Player> crowd) {
        double competing = 0;
        for (var ahead : ready.aheadByRequirement(queue, place).entrySet()) {
            competing += ahead.getValue() * part(requirements.get(ahead.getKey()), crowd);
        }
        return competing;
    }

    private static double part(Requirement other, List<Bench.Player> crowd) {
        return crowd.stream().filter(it -> it.canServe(other)).count() / (double) crowd.size();
    }

    private static double burstiness(List<Outcomes.Taken> taken, Instant since, Instant now) {
        var counts = new double[SLICES];
        double slice = Math.max(1, Duration.between(since, now).toMillis() / (double) SLICES);
        for (var it : taken) {
            counts[(int) Math.min(SLICES - 1, Duration.between(since, it.at()).toMillis() / slice)]++;
        }
        double mean = taken.size() / (double) SLICES;
        return Arrays.stream(counts).map(it -> (it - mean) * (it - mean)).sum() / (SLICES - 1) / mean;
    }
}
