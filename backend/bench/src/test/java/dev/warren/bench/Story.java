package dev.warren.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.warren.bench.Facts.Creation;

/** Builds the history of one task as a correct server would tell it, second by second; tests then break it. */
final class Story {

    static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private final String taskId;
    private final int priority;
    private final Set<String> skills;
    private final List<TaskStory.Entry> entries = new ArrayList<>();
    private long version;
    private boolean chainHolds = true;

    Story(String taskId, int priority, String... skills) {
        this.taskId = taskId;
        this.priority = priority;
        this.skills = Set.of(skills);
    }

    Story queued(double second) {
        return entry("task.queued", second, null, null, priority, false);
    }

    Story assigned(double second, String worker, String assignment) {
        return entry("task.assigned", second, worker, assignment, 0, false);
    }

    Story rescued(double second, String worker, String assignment) {
        return entry("task.assigned", second, worker, assignment, 0, true);
    }

    Story handedOver(double second, String worker, String assignment) {
        var at = START.plusNanos(Math.round(second * 1e9));
        entries.add(new TaskStory.Entry(++version, "task.assigned", at, worker, assignment, 0, false, false, true));
        return this;
    }

    Story started(double second) {
        return entry("task.started", second, null, null, 0, false);
    }

    Story completed(double second) {
        return entry("task.completed", second, null, null, 0, false);
    }

    Story offered(double second, String worker, String offer) {
        return entry("task.offered", second, worker, offer, 0, false);
    }

    Story declined(double second, String worker, String offer) {
        return entry("task.declined", second, worker, offer, 0, false);
    }

    Story declinedTooOften(double second, String worker, String offer) {
        var at = START.plusNanos(Math.round(second * 1e9));
        entries.add(new TaskStory.Entry(++version, "task.declined", at, worker, offer, 0, false, true, false));
        return this;
    }

    Story returned(double second, String worker, String assignment) {
        return entry("task.released", second, worker, assignment, 0, false);
    }

    Story held(double second, String worker, String assignment) {
        return entry("task.held", second, worker, assignment, 0, false);
    }

    Story resumed(double second, String worker, String assignment) {
        return entry("task.resumed", second, worker, assignment, 0, false);
    }

    Story requeued(double second) {
        return entry("task.requeued", second, null, null, 0, false);
    }

    Story reprioritised(double second, int to) {
        return entry("task.reprioritised", second, null, null, to, false);
    }

    Story skipsAVersion() {
        version++;
        return this;
    }

    Story forged() {
        chainHolds = false;
        return this;
    }

    TaskStory told() {
        return new TaskStory(taskId, entries, chainHolds);
    }

    Creation created() {
        return new Creation("row-" + taskId, taskId, priority, skills, 0, 1, 1);
    }

    private Story entry(
            String type,
            double second,
            @Nullable String worker,
            @Nullable String assignment,
            int level,
            boolean rescue) {
        var at = START.plusNanos(Math.round(second * 1e9));
        entries.add(new TaskStory.Entry(++version, type, at, worker, assignment, level, rescue, false, false));
        return this;
    }
}
