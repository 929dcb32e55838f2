package dev.warren.server.dispatch.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.warren.server.skill.Requirement;

/** The rules of Priority-fair word for word and as slow as they come: the oracle for the real one. */
final class NaivePriorityFair {

    record Step(UUID task, UUID worker, boolean rescue) {}

    private static final Comparator<WaitingTask> BY_AGE = Comparator.comparing(WaitingTask::createdAt)
            .thenComparing(task -> task.id().toString());

    final List<Step> steps = new ArrayList<>();
    final Map<Integer, Integer> sinceRescue = new HashMap<>();
    private final Map<UUID, Integer> loads = new HashMap<>();
    private final List<WaitingTask> waiting;
    private final Snapshot snapshot;
    private final Params params;
    private final long seed;

    NaivePriorityFair(Snapshot snapshot, Params params, long seed) {
        this.snapshot = snapshot;
        this.params = params;
        this.seed = seed;
        waiting = new ArrayList<>(snapshot.tasks());
        snapshot.candidates().forEach(candidate -> loads.put(candidate.id(), candidate.load()));
        snapshot.requirements().keySet().forEach(group -> sinceRescue.put(group, 0));
        sinceRescue.putAll(snapshot.sinceRescue());
        while (step()) {}
    }

    static boolean qualifies(Candidate candidate, Requirement requirement) {
        return requirement.skills().stream()
                        .allMatch(skill -> candidate.skills().getOrDefault(skill, 0) >= requirement.minLevel())
                && (requirement.region() == null
                        || candidate.region() == null
                        || requirement.region().equals(candidate.region()));
    }

    static Requirement requirement(Snapshot snapshot, int group) {
        return Objects.requireNonNull(snapshot.requirements().get(group));
    }

    private boolean step() {
        var due = waiting.stream()
                .filter(WaitingTask::rescue)
                .filter(task -> counter(task.requirement()) >= params.rescueEvery() - 1)
                .sorted(BY_AGE)
                .filter(task -> fairest(task) != null)
                .findFirst();
        var next = due.or(() -> waiting.stream()
                .sorted(Comparator.comparing(WaitingTask::level).thenComparing(BY_AGE))
                .filter(task -> fairest(task) != null)
                .findFirst());
        next.ifPresent(task -> assign(task, Objects.requireNonNull(fairest(task)), due.isPresent()));
        return next.isPresent();
    }

    private void assign(WaitingTask task, Candidate worker, boolean rescue) {
        waiting.remove(task);
        steps.add(new Step(task.id(), worker.id(), rescue));
        loads.merge(worker.id(), 1, Integer::sum);
        snapshot.requirements().forEach((group, requirement) -> {
            if (qualifies(worker, requirement)) {
                var waitsLonger = waiting.stream()
                        .anyMatch(other -> other.rescue()
                                && other.requirement() == group
                                && group != task.requirement()
                                && BY_AGE.compare(other, task) < 0);
                var counted = Math.min(params.rescueEvery() - 1, counter(group) + 1);
                sinceRescue.put(group, rescue && !waitsLonger ? 0 : counted);
            }
        });
    }

    private @Nullable Candidate fairest(WaitingTask task) {
        return snapshot.candidates().stream()
                .filter(candidate -> qualifies(candidate, requirement(snapshot, task.requirement())))
                .filter(candidate -> !task.excluded().contains(candidate.id()))
                .filter(candidate -> load(candidate) < candidate.capacity())
                .min(Comparator.<Candidate>comparingDouble(candidate -> load(candidate) / (double) candidate.capacity())
                        .thenComparing(candidate -> Math.floor(candidate.busyShare() / 0.02 + 1e-9))
                        .thenComparing(Candidate::idleSince)
                        .thenComparing(candidate -> new Seat(candidate, snapshot, params, seed)
                                .terms()
                                .tieHash()))
                .orElse(null);
    }

    private int load(Candidate candidate) {
        return Objects.requireNonNull(loads.get(candidate.id()));
    }

    private int counter(int group) {
        return Objects.requireNonNull(sinceRescue.get(group));
    }
}
