package dev.warren.server.history;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.fasterxml.jackson.annotation.JsonRawValue;

import lombok.RequiredArgsConstructor;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.messaging.EventHash;
import dev.warren.server.messaging.EventLog;
import dev.warren.server.shared.Problem;

/** Reads what happened to a task and proves it by the hash chain. */
@Component
@RequiredArgsConstructor
class TaskHistory {

    private static final int LOOK_THROUGH = 500;

    private final EventLog log;
    private final JsonMapper json;

    /** Who did it; Warren itself has no account. */
    record By(@Nullable UUID id, String name) {}

    /**
     * One step.
     *
     * @param version the version of the task that it made
     * @param data the event's payload
     */
    record Step(
            int version,
            String type,
            Instant at,
            By actor,
            @JsonRawValue String data) {}

    /**
     * Some of the steps.
     *
     * @param next the version after which the next page begins, or null on the last page
     * @param chain {@code valid}, or {@code broken at N}: the first step of this page that does not follow from the one
     *     before it as it was recorded
     */
    record Page(List<Step> items, @Nullable Integer next, String chain) {}

    /** The steps after a version, together with the one before them to which the first is chained. */
    Page page(UUID task, int after, int size) {
        boolean fromStart = after == 0;
        var read = log.history(task, fromStart ? 0 : after - 1, fromStart ? size + 1 : size + 2);
        if (read.isEmpty() ? !exists(task) : !isOfTask(read.get(0))) {
            throw Problem.notFound("task", task);
        }
        boolean hasPrevious = !fromStart && !read.isEmpty() && read.get(0).version() == after;
        var previous = hasPrevious ? read.get(0).hash() : EventHash.START;
        var rest = hasPrevious ? read.subList(1, read.size()) : read;
        var shown = rest.subList(0, Math.min(size, rest.size()));
        var next = rest.size() > size ? shown.get(size - 1).version() : null;
        return new Page(shown.stream().map(TaskHistory::step).toList(), next, chain(shown, after, previous));
    }

    /** Whether the task is or was assigned to a worker. */
    boolean wasHeldBy(UUID task, UUID worker) {
        int after = 0;
        while (true) {
            var events = log.history(task, after, LOOK_THROUGH);
            for (var event : events) {
                if (event.type().equals("task.assigned")
                        && worker.toString()
                                .equals(json.readTree(event.payload())
                                        .path("workerId")
                                        .asString(""))) {
                    return true;
                }
            }
            if (events.size() < LOOK_THROUGH) {
                return false;
            }
            after = events.get(LOOK_THROUGH - 1).version();
        }
    }

    private boolean exists(UUID task) {
        return log.history(task, 0, 1).stream().anyMatch(TaskHistory::isOfTask);
    }

    /** The log also holds what happened to workers. */
    private static boolean isOfTask(EventLog.Entry entry) {
        return entry.type().startsWith("task.");
    }

    static String chain(List<EventLog.Entry> events, int after, byte[] start) {
        var previous = start;
        int expected = after + 1;
        for (var it : events) {
            var hash = EventHash.of(previous, it.type(), it.version(), it.occurred(), it.actorName(), it.payload());
            if (it.version() != expected || !Arrays.equals(hash, it.hash())) {
                return "broken at " + expected;
            }
            previous = it.hash();
            expected++;
        }
        return "valid";
    }

    private static Step step(EventLog.Entry it) {
        return new Step(it.version(), it.type(), it.occurred(), new By(it.actor(), it.actorName()), it.payload());
    }
}
