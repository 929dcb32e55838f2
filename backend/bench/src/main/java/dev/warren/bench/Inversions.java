package dev.warren.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.warren.bench.Facts.Creation;
import dev.warren.bench.Facts.Evidence;

/**
 * Priority inversions: a task is assigned or offered to somebody while a more urgent one, which the same person could do, has been
 * waiting for more than δ. Urgency is the documented effective priority {@code max(min(p, 2), p − ⌊age / 8 h⌋)}, 1 the
 * most urgent. Whom a person chose, as when a task is handed over, is not judged.
 *
 * <p>Each task waits in spans of constant urgency. A sweep in order of time keeps, per set of required skills and
 * urgency, the number of spans under way, so one assignment costs skill sets × 5 look-ups whatever the number of tasks.
 */
record Inversions(List<String> plain, List<String> rescued) {

    static final Duration TOLERANCE = Duration.ofSeconds(1);

    private static final Duration COOL_DOWN = Duration.ofMinutes(30);
    private static final Duration AGEING_STEP = Duration.ofHours(8);
    private static final int LEVELS = 5;
    private static final int AGED_AT_MOST_TO = 2;

    /** What happens at one time; ends come first, then assignments are judged, then spans begin. */
    private record Turn(
            Instant at,
            int order,
            int change,
            Span span,
            @Nullable Taken taken) {}

    /** A task as it waits, or is taken, at one level. */
    private record Span(String taskId, Set<String> skills, int level) {}

    private record Taken(String taskId, String workerId, boolean rescue) {}

    /** Somebody does not get a task for a while, because they said no, did not answer or gave it back. */
    private record CoolDown(String taskId, Instant from, Instant until) {}

    static Inversions in(Evidence evidence) {
        var turns = new ArrayList<Turn>();
        for (var creation : evidence.creations()) {
            var story = evidence.stories().get(creation.taskId());
            if (story != null) {
                tell(creation, story, turns);
            }
        }
        turns.sort(Comparator.comparing(Turn::at).thenComparingInt(Turn::order));
        return sweep(turns, evidence);
    }

    /** Effective priority, 1..5, after this age. */
    static int level(int priority, Duration age) {
        var steps = (int) Math.min(LEVELS, age.dividedBy(AGEING_STEP));
        return Math.max(Math.min(priority, AGED_AT_MOST_TO), priority - steps);
    }

    private static Inversions sweep(List<Turn> turns, Evidence evidence) {
        var waiting = new HashMap<Set<String>, int[]>();
        var spans = new HashMap<String, Span>();
        var coolDowns = coolDowns(evidence);
        var plain = new ArrayList<String>();
        var rescued = new ArrayList<String>();
        for (var turn : turns) {
            var span = turn.span();
            var taken = turn.taken();
            if (taken == null) {
                waiting.computeIfAbsent(span.skills(), skills -> new int[LEVELS + 1])[span.level()] += turn.change();
                if (turn.change() > 0) {
                    spans.put(span.taskId(), span);
                } else {
                    spans.remove(span.taskId());
                }
                continue;
            }
            var person = evidence.people().get(taken.workerId());
            var overtaken = person == null ? 0 : moreUrgent(waiting, person.skills(), span.level());
            if (overtaken > 0 && person != null) {
                overtaken -= coolDowns.getOrDefault(taken.workerId(), List.of()).stream()
                        .filter(it ->
                                !turn.at().isBefore(it.from()) && turn.at().isBefore(it.until()))
                        .map(it -> spans.get(it.taskId()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .filter(it ->
                                it.level() < span.level() && person.skills().containsAll(it.skills()))
                        .count();
            }
            if (overtaken > 0) {
                (taken.rescue() ? rescued : plain)
                        .add(taken.taskId() + " (level " + span.level() + ") overtook " + overtaken + " more urgent at "
                                + turn.at());
            }
        }
        return new Inversions(plain, rescued);
    }

    /** By worker. One ends before its time when a coordinator lets the task be offered again. */
    private static Map<String, List<CoolDown>> coolDowns(Evidence evidence) {
        var coolDowns = new HashMap<String, List<CoolDown>>();
        for (var story : evidence.stories().values()) {
            for (var entry : story.entries()) {
                if (entry.coolsDown() && entry.workerId() != null) {
                    var until = story.entries().stream()
                            .filter(it ->
                                    it.version() > entry.version() && it.type().equals("task.requeued"))
                            .map(TaskStory.Entry::at)
                            .findFirst()
                            .orElse(entry.at().plus(COOL_DOWN));
                    coolDowns
                            .computeIfAbsent(entry.workerId(), it -> new ArrayList<>())
                            .add(new CoolDown(story.taskId(), entry.at(), until));
                }
            }
        }
        return coolDowns;
    }

    private static int moreUrgent(Map<Set<String>, int[]> waiting, Set<String> skills, int level) {
        var found = 0;
        for (var group : waiting.entrySet()) {
            if (skills.containsAll(group.getKey())) {
                for (var urgent = 1; urgent < level; urgent++) {
                    found += group.getValue()[urgent];
                }
            }
        }
        return found;
    }

    /** Lists when one task was taken, and the spans in which it waited before each. */
    private static void tell(Creation creation, TaskStory story, List<Turn> turns) {
        Instant born = null;
        Instant since = null;
        var priority = creation.priority();
        for (var entry : story.entries()) {
            if (since != null && born != null) {
                spans(creation, born, priority, since, entry.at(), turns);
                if (entry.takes() && !entry.byHand() && entry.workerId() != null) {
                    var level = level(priority, Duration.between(born, entry.at()));
                    var taken = new Taken(story.taskId(), entry.workerId(), entry.rescue());
                    var span = new Span(story.taskId(), creation.skills(), level);
                    turns.add(new Turn(entry.at(), 1, 0, span, taken));
                }
            }
            if (entry.queues()) {
                since = entry.at();
                born = born == null ? entry.at() : born;
            } else if (since != null) {
                since = entry.takes() || entry.closes() || entry.pauses() || entry.setAside() ? null : entry.at();
            }
            priority = entry.priority() > 0 ? entry.priority() : priority;
        }
        if (since != null && born != null) {
            spans(creation, born, priority, since, Instant.MAX, turns);
        }
    }

    /** Spans of constant level; each counts only after δ, the time a server has to learn of it. */
    private static void spans(
            Creation creation, Instant born, int priority, Instant from, Instant to, List<Turn> turns) {
        var start = from;
        while (start.isBefore(to)) {
            var age = Duration.between(born, start);
            var level = level(priority, age);
            var end = to;
            if (level > Math.min(priority, AGED_AT_MOST_TO)) {
                var nextStep = born.plus(AGEING_STEP.multipliedBy(age.dividedBy(AGEING_STEP) + 1));
                end = nextStep.isBefore(to) ? nextStep : to;
            }
            var judgedFrom = start.plus(TOLERANCE);
            if (judgedFrom.isBefore(end)) {
                var span = new Span(creation.taskId(), creation.skills(), level);
                turns.add(new Turn(judgedFrom, 2, 1, span, null));
                turns.add(new Turn(end, 0, -1, span, null));
            }
            start = end;
        }
    }
}
