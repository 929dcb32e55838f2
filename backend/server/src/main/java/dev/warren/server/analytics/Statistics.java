package dev.warren.server.analytics;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

import dev.warren.server.messaging.Writer;
import dev.warren.server.task.Priority;
import dev.warren.server.task.TaskStatus;

/**
 * How many tasks are where, now.
 *
 * @param total all tasks that there ever were
 * @param byStatus every status, also those without tasks
 * @param byPriority open tasks only, every priority
 * @param byQueue queue → status → priority, only where there are tasks
 * @param writer what the server that answers has written since its start
 */
record Statistics(
        Instant at,
        long total,
        Map<TaskStatus, Long> byStatus,
        Map<Priority, Long> byPriority,
        Map<String, Map<TaskStatus, Map<Priority, Long>>> byQueue,
        Writer.Figures writer) {

    static Statistics of(Map<Cell, Long> cells, Instant at, Writer.Figures writer) {
        var byStatus = new EnumMap<TaskStatus, Long>(TaskStatus.class);
        for (var status : TaskStatus.values()) {
            byStatus.put(status, 0L);
        }
        var byPriority = new EnumMap<Priority, Long>(Priority.class);
        for (var priority : Priority.values()) {
            byPriority.put(priority, 0L);
        }
        var byQueue = new TreeMap<String, Map<TaskStatus, Map<Priority, Long>>>();
        cells.forEach((cell, n) -> {
            byStatus.merge(cell.status(), n, Long::sum);
            if (!cell.status().isClosed()) {
                byPriority.merge(cell.priority(), n, Long::sum);
            }
            byQueue.computeIfAbsent(cell.queue(), it -> new EnumMap<>(TaskStatus.class))
                    .computeIfAbsent(cell.status(), it -> new EnumMap<>(Priority.class))
                    .put(cell.priority(), n);
        });
        long total = byStatus.values().stream().mapToLong(Long::longValue).sum();
        return new Statistics(at, total, byStatus, byPriority, byQueue, writer);
    }
}
