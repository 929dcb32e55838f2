package dev.warren.server.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.assignment.CoolDowns;
import dev.warren.server.dispatch.strategy.Params;
import dev.warren.server.dispatch.strategy.PriorityFair;
import dev.warren.server.dispatch.strategy.Reason;
import dev.warren.server.task.Acceptance;
import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.SetAside;
import dev.warren.server.task.TaskQueues;
import dev.warren.server.workforce.Bench;

/** Why tasks still wait, by asking the strategy itself. */
@Component
@RequiredArgsConstructor
class Reasons {

    static final Why NEXT = new Why("NEXT", "Somebody is free for it: it is assigned next.");

    /** Somebody is free, but not for long enough. */
    static final Why IN_LINE = new Why("IN_LINE", "Others that need the same people come first.");

    static final String SET_ASIDE = "SET_ASIDE";

    private final Bench bench;
    private final CoolDowns coolDowns;
    private final ShiftEnds shiftEnds;
    private final SetAside setAside;
    private final TaskQueues queues;
    private final Snapshots snapshots;
    private final Params params;
    private final Clock clock;

    /** @param reason a stable name, {@code NEXT} when the next round will assign it */
    record Why(String reason, String sentence) {}

    /** What the strategy would not match now with everybody who is available; what is absent is {@link #NEXT}. */
    Map<UUID, Why> of(String queue, List<ReadyQueue.Place> places) {
        var now = clock.instant();
        var tasks = places.stream().map(ReadyQueue.Place::task).toList();
        boolean asks = queues.named(queue).acceptance() == Acceptance.MANUAL;
        var excluded = places.stream().anyMatch(ReadyQueue.Place::cooled)
                ? coolDowns.ofTasks(tasks, now)
                : Map.<UUID, Set<UUID>>of();
        var available = bench.available(now);
        var left = shiftEnds.left(available, now);
        var leaving = shiftEnds.excluded(tasks, left);
        var snapshot =
                snapshots.of(queue, now, places, available, ShiftEnds.together(excluded, leaving), Map.of(), params);
        var reasons = new HashMap<UUID, Why>();
        for (var it : PriorityFair.decide(snapshot, params, 0).unmatched()) {
            var tooLate = leaving.get(it.task());
            reasons.put(
                    it.task(),
                    it.reason() == Reason.ALL_DECLINED && tooLate != null
                            ? shiftEnds(tooLate.stream().map(left::get).toList())
                            : new Why(it.reason().name(), it.reason().getSentence()));
        }
        if (asks) {
            setAside.among(tasks).forEach((task, declines) -> reasons.put(task, setAside(declines)));
        }
        return reasons;
    }

    /** @param left how long each of those still works for whom it would take too long */
    private static Why shiftEnds(Collection<Duration> left) {
        long minutes = Math.max(0, Collections.max(left).toMinutes());
        return new Why(
                "SHIFT_ENDS",
                "It would take longer than anybody free for it still works: their shift ends in %d min."
                        .formatted(minutes));
    }

    private static Why setAside(int declines) {
        return new Why(
                SET_ASIDE,
                "Declined %d times: it is offered to nobody until a coordinator decides.".formatted(declines));
    }
}
