package dev.warren.server.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import lombok.RequiredArgsConstructor;

import dev.warren.server.assignment.Coordination;
import dev.warren.server.messaging.DeadLetters;
import dev.warren.server.shared.Sql;
import dev.warren.server.task.Priority;
import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.ReadyQueue.Place;
import dev.warren.server.task.Requirements;
import dev.warren.server.task.TaskQueue;
import dev.warren.server.task.TaskQueues;
import dev.warren.server.task.TaskReader;
import dev.warren.server.workforce.Bench;

/** Finds what needs a human. Each kind looks at a bounded number of rows, so counts stop at {@link #COUNTED}. */
@Service
@RequiredArgsConstructor
class Attention {

    static final int COUNTED = 200;
    static final Duration LONG = Duration.ofHours(8);

    private static final Duration LATELY = Duration.ofHours(24);

    private final Components components;
    private final TaskQueues queues;
    private final ReadyQueue ready;
    private final Requirements requirements;
    private final Bench bench;
    private final TaskReader tasks;
    private final Coordination coordination;
    private final DeadLetters letters;
    private final Clock clock;

    /** In the order of their weight. */
    enum Severity {
        CRITICAL,
        WARNING,
        INFO
    }

    /** In the order in which equals are told. */
    enum Kind {
        COMPONENT_DOWN,
        NOBODY_ABLE,
        NOBODY_PRESENT,
        REFUSED,
        FAILED,
        DEAD_LETTERS,
        LONG_WAIT
    }

    /**
     * One thing to look at.
     *
     * @param count how many tasks or messages, at most {@link #COUNTED}
     * @param oldest since when the oldest of them is so
     * @param taskId the one to look at first
     */
    record AttentionItem(
            Kind kind,
            Severity severity,
            int count,
            String sentence,
            @Nullable Instant oldest,
            @Nullable UUID taskId) {}

    /** What needs a human, the most pressing first. */
    List<AttentionItem> items() {
        var now = Sql.micros(clock.instant());
        var items = new ArrayList<AttentionItem>();
        components.ask().forEach((name, component) -> {
            if (component.status() != Components.Status.UP) {
                items.add(down(name));
            }
        });
        var all = queues.all();
        addUnserved(all, now, items);
        addRefused(items);
        addFailed(items);
        addDeadLetters(now, items);
        addLongWaits(all, now, items);
        items.sort(Comparator.comparing(AttentionItem::severity).thenComparing(AttentionItem::kind));
        return items;
    }

    private static AttentionItem down(String name) {
        var effect = switch (name) {
            case Components.DATABASE -> "nothing can be read or written until it is back";
            case Components.RABBITMQ -> "assigning goes on; events wait, and other programs cannot create tasks";
            default -> "assigning goes on; the database elects who assigns, a little slower";
        };
        var severity = name.equals(Components.DATABASE) ? Severity.CRITICAL : Severity.WARNING;
        return new AttentionItem(
                Kind.COMPONENT_DOWN, severity, 1, "%s is down: %s.".formatted(name, effect), null, null);
    }

    /** The heads of each line tell: tasks with the same needs wait for the same people. */
    private void addUnserved(List<TaskQueue> all, Instant now, List<AttentionItem> items) {
        var unserved = new ArrayList<Place>();
        var here = bench.available(now);
        for (var queue : all) {
            var waitingFor = ready.requirements(queue.id()).stream()
                    .filter(it -> here.stream().noneMatch(player -> player.canServe(requirements.get(it))))
                    .toList();
            ready.heads(queue.id(), waitingFor, COUNTED).stream()
                    .filter(Attention::isUrgent)
                    .forEach(unserved::add);
        }
        if (unserved.isEmpty()) {
            return;
        }
        var staff = bench.everybody(now);
        Predicate<Place> able =
                it -> staff.stream().anyMatch(player -> player.canServe(requirements.get(it.requirement())));
        add(
                Kind.NOBODY_ABLE,
                Severity.CRITICAL,
                "%s and nobody has the skills and the region: give them to somebody, or lower what is needed.",
                unserved.stream().filter(able.negate()).toList(),
                items);
        add(
                Kind.NOBODY_PRESENT,
                Severity.CRITICAL,
                "%s and whoever could do it is not available: somebody has to come.",
                unserved.stream().filter(able).toList(),
                items);
    }

    private static boolean isUrgent(Place place) {
        return place.priority().level() <= Priority.P2.level();
    }

    private static void add(
            Kind kind, Severity severity, String sentence, List<Place> places, List<AttentionItem> items) {
        if (!places.isEmpty()) {
            int count = Math.min(COUNTED, places.size());
            var oldest = places.stream().min(Comparator.comparing(Place::since)).orElseThrow();
            var waiting = count == 1 ? "1 urgent task waits" : counted(count) + " urgent tasks wait";
            items.add(new AttentionItem(
                    kind, severity, count, sentence.formatted(waiting), oldest.since(), oldest.task()));
        }
    }

    private void addRefused(List<AttentionItem> items) {
        var refused = coordination.list(COUNTED);
        if (!refused.isEmpty()) {
            var first = refused.get(0);
            items.add(new AttentionItem(
                    Kind.REFUSED,
                    Severity.WARNING,
                    Math.min(COUNTED, refused.size()),
                    (refused.size() == 1 ? "1 task was" : counted(refused.size()) + " tasks were")
                            + " declined too often, or by everybody here: assign by hand, or offer again.",
                    first.since(),
                    first.taskId()));
        }
    }

    private void addFailed(List<AttentionItem> items) {
        var failed = tasks.failed(COUNTED);
        if (!failed.isEmpty()) {
            var first = failed.get(0);
            items.add(new AttentionItem(
                    Kind.FAILED,
                    Severity.WARNING,
                    failed.size(),
                    (failed.size() == 1 ? "1 task has" : counted(failed.size()) + " tasks have")
                            + " failed: read the comment, then retry or cancel.",
                    tasks.find(first)
                            .map(it -> Objects.requireNonNullElse(it.closedAt(), it.updatedAt()))
                            .orElse(null),
                    first));
        }
    }

    private void addDeadLetters(Instant now, List<AttentionItem> items) {
        var dead = letters.since(now.minus(LATELY));
        if (dead.count() > 0) {
            items.add(new AttentionItem(
                    Kind.DEAD_LETTERS,
                    Severity.WARNING,
                    dead.count(),
                    (dead.count() == 1 ? "1 message" : dead.count() + " messages")
                            + " could not be applied in the last 24 hours: each has its reason.",
                    dead.oldest(),
                    null));
        }
    }

    private void addLongWaits(List<TaskQueue> all, Instant now, List<AttentionItem> items) {
        var waiting = all.stream()
                .flatMap(queue -> IntStream.rangeClosed(1, Priority.values().length)
                        .boxed()
                        .flatMap(level -> ready.waitingSince(queue.id(), level, now.minus(LONG), COUNTED).stream()))
                .sorted(Comparator.comparing(Place::since))
                .limit(COUNTED)
                .toList();
        if (!waiting.isEmpty()) {
            var oldest = waiting.get(0);
            var waited = Duration.between(oldest.since(), now);
            items.add(new AttentionItem(
                    Kind.LONG_WAIT,
                    Severity.INFO,
                    waiting.size(),
                    "%s longer than 8 hours, the oldest for %d h %d min."
                            .formatted(
                                    waiting.size() == 1 ? "1 task waits" : counted(waiting.size()) + " tasks wait",
                                    waited.toHours(),
                                    waited.toMinutesPart()),
                    oldest.since(),
                    oldest.task()));
        }
    }

    private static String counted(int count) {
        return count < COUNTED ? String.valueOf(count) : COUNTED + " or more";
    }
}
