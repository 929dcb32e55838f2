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

    private static final Set<String> TERMINAL = Set.of("task.completed", "task.failed", "task.cancelled");

    TaskStory {
        entries = entries.stream()
                .sorted(Comparator.comparingLong(Entry::version))
                .toList();
    }

    /** One audited change. */
    record Entry(
            long version,
            String type,
            Instant at,
            @Nullable String workerId,
            @Nullable String assignmentId,
            int priority,
            boolean rescue) {

        boolean assigns() {
            return type.equals("task.assigned");
        }

        boolean closes() {
            return TERMINAL.contains(type) || type.equals("task.requeued");
        }

        boolean completes() {
            return type.equals("task.completed");
        }

        /** Whether the task waits from here on. */
        boolean queues() {
            return type.equals("task.queued") || type.equals("task.requeued");
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
                    data.path("rescue").asBoolean(false)));
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

    private static @Nullable String text(JsonNode data, String field) {
        var value = data.path(field);
        return value.isString() ? value.asString() : null;
    }

    /** {@code "P3"} or {@code 3}; 0 where the entry does not tell. */
    private static int priority(JsonNode value) {
        return value.isString() ? Integer.parseInt(value.asString().substring(1)) : value.asInt(0);
    }
}
