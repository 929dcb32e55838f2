package dev.warren.server.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.dispatch.strategy.Params;
import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.Requirements;
import dev.warren.server.workforce.Bench;

/**
 * The longest that a task can wait, whatever more urgent work comes: once it has waited for the rescue age, every n-th
 * assignment to people who could do it goes to the oldest such task. So it begins at the latest after
 * {@code rescue age + n · (V + 1) / μ}, where V is the number of older tasks that need some of the same people, and μ the
 * number of tasks that these people take in a unit of time. Holds as long as they are at work.
 */
@Component
@RequiredArgsConstructor
class StarvationBound {

    private final ReadyQueue ready;
    private final Requirements requirements;
    private final Pace pace;
    private final Params params;
    private final Clock clock;

    /**
     * Of one task.
     *
     * @param older how many older tasks of its queue need some of the same people
     * @param turnsPerHour how many tasks those who could do it take in an hour, null when that is not known
     * @param latest when it begins at the latest, null when that is not known
     */
    record Bound(
            int older,
            @Nullable Double turnsPerHour,
            @Nullable Instant latest) {}

    Bound of(int queue, ReadyQueue.Place place, List<Bench.Player> everybody) {
        var now = clock.instant();
        var crowd = Pace.crowd(everybody, requirements.get(place.requirement()));
        int older = ready.olderByRequirement(queue, place).entrySet().stream()
                .filter(it -> {
                    var other = requirements.get(it.getKey());
                    return crowd.stream().anyMatch(player -> player.canServe(other));
                })
                .mapToInt(it -> it.getValue())
                .sum();
        return pace.of(crowd, params.rescueEvery() * (older + 1), now)
                .map(turns -> {
                    var rescued = place.since().plus(params.rescueAge());
                    var turnsFrom = rescued.isAfter(now) ? rescued : now;
                    double seconds = params.rescueEvery() * (older + 1) / turns.perSecond();
                    var latest = turnsFrom.plus(Duration.ofSeconds((long) Math.ceil(seconds)));
                    return new Bound(
                            older, turns.perSecond() * Duration.ofHours(1).toSeconds(), latest);
                })
                .orElseGet(() -> new Bound(older, null, null));
    }
}
