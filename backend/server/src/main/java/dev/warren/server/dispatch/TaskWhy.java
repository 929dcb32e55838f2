package dev.warren.server.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.messaging.EventLog;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.Requirements;
import dev.warren.server.task.TaskQueues;
import dev.warren.server.task.TaskStatus;
import dev.warren.server.task.TaskView;
import dev.warren.server.workforce.Bench;

/** Why a task is where it is: why it still waits, or why the one who has it got it. */
@Component
@RequiredArgsConstructor
class TaskWhy {

    private static final int LOOK_BACK = 500;

    private final ReadyQueue ready;
    private final TaskQueues queues;
    private final Requirements requirements;
    private final Reasons reasons;
    private final Bench bench;
    private final ExpectedWait expectedWait;
    private final StarvationBound bound;
    private final Remedies remedies;
    private final ShiftEnds shiftEnds;
    private final DispatchSettings settings;
    private final Decisions decisions;
    private final EventLog log;
    private final JsonMapper json;
    private final Clock clock;

    /**
     * What there is to say; what concerns waiting is null when the task does not wait.
     *
     * @param position its place in the queue, from 1
     * @param effectivePriority what its age has made of its priority, 1 (most urgent) .. 5
     * @param reason a stable name
     * @param able how many could do it by skills and region
     * @param present how many of them are here
     * @param free how many of those could begin now
     * @param expectedWait null when nobody is here, or too little happened lately to tell
     * @param remedy the cheapest change that would let it begin, or begin sooner, null when there is none or none is needed
     * @param latest when it begins at the latest, whatever more urgent work comes; null when that is not known
     */
    record Explanation(
            UUID taskId,
            TaskStatus status,
            @Nullable Integer position,
            @Nullable Integer effectivePriority,
            @Nullable Instant waitingSince,
            String reason,
            String sentence,
            @Nullable Integer able,
            @Nullable Integer present,
            @Nullable Integer free,
            @Nullable Expected expectedWait,
            @Nullable Instant latest,
            @Nullable Remedy remedy) {}

    /** From now on, in seconds; four times of five it is between {@code low} and {@code high}. */
    record Expected(long seconds, long low, long high) {

        static Expected of(Forecast it) {
            return new Expected(
                    it.expected().toSeconds(), it.low().toSeconds(), it.high().toSeconds());
        }
    }

    Explanation of(TaskView task) {
        return switch (task.status()) {
            case QUEUED -> waiting(task);
            case OFFERED ->
                decisions
                        .current(task.id())
                        .map(it -> plain(task, "OFFERED", it.sentence()))
                        .orElseGet(() -> plain(task, "OFFERED", "It is offered to somebody who has not answered yet."));
            case ASSIGNED, IN_PROGRESS -> held(task);
            case COMPLETED -> plain(task, "CLOSED", "It is done.");
            case ON_HOLD -> onHold(task);
            case FAILED ->
                plain(
                        task,
                        "CLOSED",
                        task.retryAt() == null
                                ? "It was given up. It waits again when an admin retries it."
                                : "It was given up. It waits again by itself after a while.");
            case CANCELLED -> plain(task, "CLOSED", "It was called off.");
        };
    }

    private Explanation waiting(TaskView task) {
        var place = ready.find(task.id())
                .orElseThrow(() -> new Problem(
                        ProblemCode.CONCURRENT_CHANGE, "The task has just left the queue. Read it and try again."));
        int queue = queues.named(task.queue()).id();
        var ahead = ready.aheadByRequirement(queue, place);
        int position = 1 + ahead.values().stream().mapToInt(it -> it).sum();
        var everybody = bench.everybody(clock.instant());
        var crowd = Crowd.of(everybody, requirements.get(place.requirement()));
        double turns = expectedWait.turns(ahead, place, everybody);
        var why = reasons.of(task.queue(), List.of(place)).getOrDefault(task.id(), Reasons.NEXT);
        if (why.equals(Reasons.NEXT) && !expectedWait.isNow(turns, place, everybody)) {
            why = Reasons.IN_LINE;
        }
        return new Explanation(
                task.id(),
                task.status(),
                position,
                place.level(),
                place.since(),
                why.reason(),
                crowd.sentence(),
                crowd.able(),
                crowd.present(),
                crowd.free(),
                why.equals(Reasons.NEXT)
                        ? new Expected(0, 0, settings.interval().toSeconds())
                        : expectedWait
                                .of(turns, place, everybody)
                                .map(Expected::of)
                                .orElse(null),
                bound.of(queue, place, everybody).latest(),
                why.equals(Reasons.NEXT) ? null : remedy(queue, place, position, why.reason(), everybody));
    }

    private @Nullable Remedy remedy(
            int queue, ReadyQueue.Place place, int position, String reason, List<Bench.Player> everybody) {
        var free = shiftEnds.free(place.task(), everybody, shiftEnds.left(everybody, clock.instant()));
        var needed = requirements.get(place.requirement());
        return remedies.cheapest(new Remedies.Case(queue, place, needed, position, reason, everybody, free))
                .orElse(null);
    }

    private static Explanation onHold(TaskView task) {
        var hold = task.hold();
        return plain(task, "ON_HOLD", hold == null ? "It is on hold." : "It is on hold: " + hold.reason());
    }

    private Explanation held(TaskView task) {
        return decisions
                .current(task.id())
                .map(it -> plain(task, "ROUND", it.sentence()))
                .orElseGet(() -> givenOrTaken(task));
    }

    /** No round decided, so the event says who did. */
    private Explanation givenOrTaken(TaskView task) {
        var assigned = log.history(task.id(), Math.max(0, task.version() - LOOK_BACK), LOOK_BACK).stream()
                .filter(it -> it.type().equals("task.assigned"))
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (assigned == null) {
            return plain(task, "HAND", "It was assigned by hand.");
        }
        if (Objects.equals(assigned.actor(), task.assignee())) {
            return plain(task, "TAKEN", "Was free and asked for the next task.");
        }
        var reason = json.readTree(assigned.payload()).path("reason").asString("");
        return plain(
                task,
                "HAND",
                "Assigned by %s%s".formatted(assigned.actorName(), reason.isEmpty() ? "." : ": " + reason));
    }

    private static Explanation plain(TaskView task, String reason, String sentence) {
        return new Explanation(
                task.id(), task.status(), null, null, null, reason, sentence, null, null, null, null, null, null);
    }
}
