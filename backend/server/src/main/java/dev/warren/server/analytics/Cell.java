package dev.warren.server.analytics;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.warren.server.messaging.Recorded;
import dev.warren.server.task.Priority;
import dev.warren.server.task.TaskEvent;
import dev.warren.server.task.TaskStatus;

/** What one counter counts: the tasks of a queue that have this status and this priority. */
record Cell(String queue, TaskStatus status, Priority priority) implements Comparable<Cell> {

    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::queue)
            .thenComparing(it -> it.status().name())
            .thenComparing(Cell::priority);

    /** By how much events move the counters; cells that come out even are left out. Sorted: rows are locked in order. */
    static SortedMap<Cell, Long> moves(List<Recorded> events) {
        var moves = new TreeMap<Cell, Long>();
        for (var recorded : events) {
            if (recorded.event() instanceof TaskEvent event) {
                move(event, moves);
            }
        }
        moves.values().removeIf(it -> it == 0);
        return moves;
    }

    private static void move(TaskEvent event, SortedMap<Cell, Long> moves) {
        var from = event.from();
        if (from != null) {
            var before = event instanceof TaskEvent.Reprioritised it ? it.previousPriority() : event.priority();
            var left = event instanceof TaskEvent.Moved it ? it.fromQueue() : event.queue();
            moves.merge(new Cell(left, from, before), -1L, Long::sum);
        }
        moves.merge(new Cell(event.queue(), event.to(), event.priority()), 1L, Long::sum);
    }

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
