package dev.warren.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import lombok.RequiredArgsConstructor;

import dev.warren.bench.Facts.Creation;
import dev.warren.bench.Facts.Evidence;
import dev.warren.bench.Facts.Outcome;
import dev.warren.bench.Facts.Presence;
import dev.warren.bench.Facts.Push;
import dev.warren.bench.Facts.Work;

/** How well a run went: fairness, waits and latencies. All latencies in milliseconds. */
@RequiredArgsConstructor
final class Figures {

    private static final int SMALLEST_GROUP = 5;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Evidence evidence;

    /** Jain's index of the busy shares within each group of at least five of the same crew who hold the same skill. */
    Map<String, Double> fairness(Collection<Presence> presences) {
        var shares = busyShares(presences);
        var crews = new HashMap<String, Integer>();
        presences.forEach(it -> crews.put(it.workerId(), it.crew()));
        boolean inShifts = crews.values().stream().distinct().count() > 1;
        var groups = new TreeMap<String, List<Double>>();
        for (var person : evidence.people().values()) {
            var share = shares.get(person.workerId());
            if (share != null) {
                var crew = inShifts ? ", crew " + crews.get(person.workerId()) : "";
                person.skills()
                        .forEach(skill -> groups.computeIfAbsent(skill + crew, name -> new ArrayList<>())
                                .add(share));
            }
        }
        var jain = new TreeMap<String, Double>();
        groups.forEach((skill, busy) -> {
            if (busy.size() >= SMALLEST_GROUP) {
                jain.put(skill, Distribution.jain(array(busy)));
            }
        });
        return jain;
    }

    /** By worker: from push to answered end less holds, as a share of the time at work until the last completion. */
    Map<String, Double> busyShares(Collection<Presence> presences) {
        var end = evidence.works().stream().mapToLong(Work::closedNanos).max().orElse(0);
        var busy = new HashMap<String, Double>();
        evidence.works()
                .forEach(work -> busy.merge(
                        work.workerId(),
                        (double) (work.closedNanos() - work.receivedNanos() - work.heldNanos()),
                        Double::sum));
        var present = new HashMap<String, Double>();
        for (var it : presences) {
            var until = Math.min(end, it.untilNanos());
            present.merge(it.workerId(), (double) Math.max(0, until - it.sinceNanos()), Double::sum);
        }
        var shares = new HashMap<String, Double>();
        present.forEach((worker, time) -> shares.put(worker, busy.getOrDefault(worker, 0.0) / Math.max(1, time)));
        return shares;
    }

    /** Seconds from queued to first assigned, by priority 1..5 as created. */
    Map<Integer, Distribution> waits() {
        var waits = new TreeMap<Integer, List<Double>>();
        for (var creation : evidence.creations()) {
            var story = evidence.stories().get(creation.taskId());
            var queued = story == null ? null : story.queuedAt();
            var assigned = story == null ? null : story.assignedAt();
            if (queued != null && assigned != null) {
                waits.computeIfAbsent(creation.priority(), priority -> new ArrayList<>())
                        .add(Duration.between(queued, assigned).toNanos() / 1e9);
            }
        }
        var result = new TreeMap<Integer, Distribution>();
        waits.forEach((priority, figures) -> result.put(priority, Distribution.of(figures)));
        return result;
    }

    /**
     * Create to push for the tasks whose assignee had been free since before they were queued, so that no waiting for a
     * person is in it: from sending the POST, and from having the 201 in hand (0 where the push came first).
     */
    PushLatency pushLatency() {
        var received = new HashMap<String, Push>();
        evidence.pushes().forEach(push -> received.putIfAbsent(push.taskId(), push));
        var freeSince = closings();
        var fromSent = new ArrayList<Double>();
        var fromAnswer = new ArrayList<Double>();
        for (var creation : evidence.creations()) {
            var push = received.get(creation.taskId());
            if (push != null && creation.attempts() == 1 && metSomebodyFree(creation, freeSince)) {
                fromSent.add((push.receivedNanos() - creation.sentNanos()) / NANOS_PER_MILLI);
                fromAnswer.add(Math.max(0, push.receivedNanos() - creation.answeredNanos()) / NANOS_PER_MILLI);
            }
        }
        return new PushLatency(Distribution.of(fromSent), Distribution.of(fromAnswer));
    }

    record PushLatency(Distribution fromPostSent, Distribution fromCreatedReceived) {}

    /** Completed tasks per second between the first create and the last completion. */
    double lifecyclesPerSecond() {
        var completed = evidence.works().stream()
                .filter(work -> work.outcome() == Outcome.COMPLETED)
                .count();
        var start = evidence.creations().stream()
                .mapToLong(Creation::sentNanos)
                .min()
                .orElse(0);
        var end = evidence.works().stream().mapToLong(Work::closedNanos).max().orElse(0);
        return end > start ? completed / ((end - start) / 1e9) : 0;
    }

    private boolean metSomebodyFree(Creation creation, Map<String, List<Instant>> closings) {
        var story = evidence.stories().get(creation.taskId());
        if (story == null || story.queuedAt() == null) {
            return false;
        }
        var queued = story.queuedAt();
        var first = story.entries().stream().filter(TaskStory.Entry::assigns).findFirst();
        return first.isPresent()
                && closings.getOrDefault(String.valueOf(first.get().workerId()), List.of()).stream()
                        .filter(closed -> !closed.isAfter(first.get().at()))
                        .max(Comparator.naturalOrder())
                        .map(closed -> closed.isBefore(queued))
                        .orElse(true);
    }

    private Map<String, List<Instant>> closings() {
        var closings = new HashMap<String, List<Instant>>();
        for (var story : evidence.stories().values()) {
            String holder = null;
            for (var entry : story.entries()) {
                if (entry.closes() && holder != null) {
                    closings.computeIfAbsent(holder, worker -> new ArrayList<>())
                            .add(entry.at());
                }
                holder = entry.assigns() ? entry.workerId() : entry.closes() ? null : holder;
            }
        }
        return closings;
    }

    private static double[] array(List<Double> figures) {
        return figures.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
