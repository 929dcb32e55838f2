package dev.warren.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * The history of one task as the server tells it, in order of version. The only place that knows its JSON.
 *
 * @param chainHolds whether the server found its hash chain unbroken
 */
record TaskStory(String taskId, List<Entry> entries, boolean chainHolds) {

    private static final Set<String> QUEUES = Set.of(
            "task.queued",
            "task.requeued",
            "task.released",
            "task.declined",
            "task.offer-expired",
            "task.offer-revoked");

    private static final Set<String> TERMINAL = Set.of("task.completed", "task.failed", "task.cancelled");

    TaskStory {
        entries = entries.stream()
                .sorted(Comparator.comparingLong(Entry::version))
                .toList();
    }

    /**
     * One audited change.
     *
     * @param byHand whether somebody chose who gets it, and no round did
     */
    record Entry(
            long version,
            String type,
            Instant at,
            @Nullable String workerId,
            @Nullable String assignmentId,
            int priority,
            boolean rescue,
            boolean setAside,
            boolean byHand) {

        boolean assigns() {
            return type.equals("task.assigned");
        }

        /** Whether whoever held it does not any more. */
        boolean closes() {
            return TERMINAL.contains(type) || type.equals("task.requeued") || type.equals("task.released");
        }

        /** Whether its holder has a seat free for something else. */
        boolean pauses() {
            return type.equals("task.held");
        }

        boolean resumes() {
            return type.equals("task.resumed");
        }

        /** Whether somebody has it from here on, or is asked for it. */
        boolean takes() {
            return assigns() || type.equals("task.offered");
        }

        /** Whether its worker does not get it again for a while. */
        boolean coolsDown() {
            return type.equals("task.declined") || type.equals("task.offer-expired") || type.equals("task.released");
        }

        boolean completes() {
            return type.equals("task.completed");
        }

        /** Whether the task waits from here on; what was declined too often waits for a coordinator only. */
        boolean queues() {
            return QUEUES.contains(type) && !setAside;
        }
    }

    static TaskStory of(String taskId, Iterable<JsonNode> items, boolean chainHolds) {
        var entries = new ArrayList<Entry>();
        for (var item : items) {
            var data = item.path("data");
            entries.add(new Entry(
                    item.path("version").asLong(),
                    item.path("type").asString(),
                    Instant.parse(item.path("at").asString()),
                    text(data, "workerId"),
                    text(data, "assignmentId"),
                    priority(data.path("priority")),
                    data.path("rescue").asBoolean(false),
                    data.path("setAside").asBoolean(false),
                    text(data, "round") == null));
        }
        return new TaskStory(taskId, entries, chainHolds);
    }

    boolean terminal() {
        return !entries.isEmpty()
                && TERMINAL.contains(entries.get(entries.size() - 1).type());
    }

    /** When it first began to wait, or null if it never did. */
    @Nullable
    Instant queuedAt() {
        return entries.stream().filter(Entry::queues).findFirst().map(Entry::at).orElse(null);
    }

    /** When it was first assigned, or null if it never was. */
    @Nullable
    Instant assignedAt() {
        return entries.stream()
                .filter(Entry::assigns)
                .findFirst()
                .map(Entry::at)
                .orElse(null);
    }

    /** When it was next taken, or null if it never was. */
    @Nullable
    Instant takenAfter(Instant time) {
        return entries.stream()
                .filter(it -> it.takes() && it.at().isAfter(time))
                .findFirst()
                .map(Entry::at)
                .orElse(null);
    }

    private static @Nullable String text(JsonNode data, String field) {
        var value = data.path(field);
        return value.isString() ? value.asString() : null;
    }

    /** {@code "P3"} or {@code 3}; 0 where the entry does not tell. */
    private static int priority(JsonNode value) {
        return value.isString() ? Integer.parseInt(value.asString().substring(1)) : value.asInt(0);
    }
}
