package dev.warren.server.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.warren.server.workforce.Span;

/**
 * How long somebody was at work, and how much of it busy. Busy counts as in the fair share: the tasks held and not on hold
 * over the capacity, at most all of it, and only while at work.
 */
record Workload(double busySeconds, double presentSeconds) {

    private record Edge(Instant at, int atWork, int held) {}

    /**
     * Sums up.
     *
     * @param atWork when somebody was at work
     * @param held when they held a task, one span for each, which may overlap
     * @param paused when one of these was on hold
     */
    static Workload of(List<Span> atWork, List<Span> held, List<Span> paused, int capacity) {
        var edges = new ArrayList<Edge>();
        for (var it : atWork) {
            edges.add(new Edge(it.from(), 1, 0));
            edges.add(new Edge(it.until(), -1, 0));
        }
        for (var it : held) {
            edges.add(new Edge(it.from(), 0, 1));
            edges.add(new Edge(it.until(), 0, -1));
        }
        for (var it : paused) {
            edges.add(new Edge(it.from(), 0, -1));
            edges.add(new Edge(it.until(), 0, 1));
        }
        edges.sort(Comparator.comparing(Edge::at));
        double busy = 0;
        double present = 0;
        int here = 0;
        int load = 0;
        var since = Instant.EPOCH;
        for (var edge : edges) {
            if (here > 0) {
                double seconds = Duration.between(since, edge.at()).toMillis() / 1e3;
                present += seconds;
                busy += seconds * Math.min(1, load / (double) Math.max(1, capacity));
            }
            since = edge.at();
            here += edge.atWork();
            load += edge.held();
        }
        return new Workload(busy, present);
    }
}
