package dev.warren.server.analytics;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

import dev.warren.server.task.Priority;
import dev.warren.server.task.TaskFilter;
import dev.warren.server.task.TaskStatus;

/**
 * How many tasks each further choice of a filter would leave. Each facet counts under all of the filter but what it says
 * about the facet itself.
 *
 * @param total how many match the whole filter
 * @param byStatus every status, also those without tasks
 * @param byPriority every priority
 * @param byQueue only where there are tasks
 */
record Facets(long total, Map<TaskStatus, Long> byStatus, Map<Priority, Long> byPriority, Map<String, Long> byQueue) {

    static Facets of(Map<Cell, Long> cells, TaskFilter filter) {
        long total = 0;
        var byStatus = new EnumMap<TaskStatus, Long>(TaskStatus.class);
        for (var status : TaskStatus.values()) {
            byStatus.put(status, 0L);
        }
        var byPriority = new EnumMap<Priority, Long>(Priority.class);
        for (var priority : Priority.values()) {
            byPriority.put(priority, 0L);
        }
        var byQueue = new TreeMap<String, Long>();
        for (var entry : cells.entrySet()) {
            var cell = entry.getKey();
            long n = entry.getValue();
            boolean status = filter.allows(cell.status());
            boolean priority = filter.allows(cell.priority());
            boolean queue = filter.allows(cell.queue());
            if (priority && queue) {
                byStatus.merge(cell.status(), n, Long::sum);
            }
            if (status && queue) {
                byPriority.merge(cell.priority(), n, Long::sum);
            }
            if (status && priority) {
                byQueue.merge(cell.queue(), n, Long::sum);
            }
            total += status && priority && queue ? n : 0;
        }
        return new Facets(total, byStatus, byPriority, byQueue);
    }
}
