package dev.warren.server.dispatch.strategy;

import static dev.warren.server.dispatch.strategy.NaivePriorityFair.qualifies;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.warren.server.skill.Requirement;
import dev.warren.server.task.Ageing;
import dev.warren.server.task.Priority;

/**
 * Weeks of random queues with more work than people: whatever comes, a task begins at the latest after
 * {@code T + G · (V + 1) / μ}. Told in turns, so that it is exact: of the assignments to people who could do it, at most
 * {@code G · (V + 1)} come between its rescue age T and its own, V being the older tasks that need some of the same people.
 */
class StarvationBoundTests {

    private static final Params PARAMS = Params.DEFAULT;
    private static final Ageing AGEING = new Ageing(Duration.ofHours(8), 2);
    private static final Duration WEEK = Duration.ofDays(7);

    static List<Long> seeds() {
        return new Random(42).longs(60).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holdsInRandomQueues(long seed) {
        var world = new World(new Random(seed));

        while (world.age().compareTo(WEEK) < 0) {
            world.step();
        }

        assertThat(world.rescued).as("tasks that waited for the rescue age").isNotEmpty();
        assertThat(world.rescued.values()).allMatch(it -> it.turns <= it.most());
        var longest = world.rescued.values().stream()
                .mapToDouble(it -> it.turns / (double) it.most())
                .max()
                .orElseThrow();
        System.out.printf(
                "%d rescued, the longest wait took %.0f %% of its bound; longest wait %d h%n",
                world.rescued.size(), longest * 100, world.longestWait.toHours());
    }

    /** Turns of those who could do a task since it reached the rescue age. */
    private static final class Wait {

        final int older;
        int turns;

        Wait(int older) {
            this.older = older;
        }

        int most() {
            return PARAMS.rescueEvery() * (older + 1);
        }
    }

    private record Task(UUID id, int requirement, Priority priority, Instant createdAt) {}

    private static final class World {

        final Map<UUID, Wait> rescued = new LinkedHashMap<>();
        Duration longestWait = Duration.ZERO;

        private final Random random;
        private final Map<Integer, Requirement> requirements = new TreeMap<>();
        private final List<Candidate> people = new ArrayList<>();
        private final Map<UUID, Task> waiting = new LinkedHashMap<>();
        private Map<Integer, Integer> sinceRescue = Map.of();
        private Instant now = Rounds.NOW;
        private long tasks;

        World(Random random) {
            this.random = random;
            int skills = 1 + random.nextInt(4);
            for (int i = 0; i <= skills; i++) {
                requirements.put(i, new Requirement(i, i == 0 ? List.of() : List.of(i), 1, null));
            }
            int size = 1 + random.nextInt(8);
            for (int i = 1; i <= size; i++) {
                var held = new TreeMap<Integer, Integer>();
                IntStream.rangeClosed(1, skills)
                        .filter(it -> random.nextBoolean())
                        .forEach(it -> held.put(it, 1));
                people.add(Rounds.candidate(i, held, null));
            }
        }

        Duration age() {
            return Duration.between(Rounds.NOW, now);
        }

        /** Some time passes, a few people become free, and about half as many tasks again as they can take come. */
        void step() {
            now = now.plusSeconds(600 + random.nextInt(6_000));
            var free = people.stream().filter(it -> random.nextInt(3) == 0).toList();
            int coming = random.nextInt(1 + people.size() * 2);
            for (int i = 0; i < coming; i++) {
                var id = new UUID(1, tasks++);
                waiting.put(id, new Task(id, random.nextInt(requirements.size()), priority(), now));
            }
            waiting.values().stream()
                    .filter(this::needsRescue)
                    .forEach(it -> rescued.computeIfAbsent(it.id(), id -> new Wait(older(it))));
            assign(free);
        }

        /** Mostly urgent: that is what starves the others. */
        private Priority priority() {
            return Priority.of(random.nextInt(3) > 0 ? 1 : 1 + random.nextInt(5));
        }

        private void assign(List<Candidate> free) {
            var round = new Snapshot(
                    "support",
                    now,
                    waiting.values().stream().map(this::asSeen).toList(),
                    free,
                    requirements,
                    sinceRescue);
            var decision = PriorityFair.decide(round, PARAMS, random.nextLong());
            sinceRescue = decision.sinceRescue();
            for (var match : decision.matches()) {
                var worker = free.stream()
                        .filter(it -> it.id().equals(match.chosen().worker()))
                        .findFirst()
                        .orElseThrow();
                rescued.forEach((id, wait) -> {
                    var task = waiting.get(id);
                    wait.turns += task != null && canDo(worker, task) ? 1 : 0;
                });
                var taken = Objects.requireNonNull(waiting.remove(match.task()));
                var waited = Duration.between(taken.createdAt(), now);
                longestWait = waited.compareTo(longestWait) > 0 ? waited : longestWait;
            }
        }

        private WaitingTask asSeen(Task it) {
            int level = AGEING.level(it.priority(), it.createdAt(), now);
            return new WaitingTask(
                    it.id(), it.requirement(), it.priority().level(), level, it.createdAt(), needsRescue(it), Set.of());
        }

        private boolean needsRescue(Task it) {
            return PARAMS.needsRescue(Duration.between(it.createdAt(), now));
        }

        private boolean canDo(Candidate person, Task it) {
            return qualifies(person, Objects.requireNonNull(requirements.get(it.requirement())));
        }

        private int older(Task task) {
            return (int) waiting.values().stream()
                    .filter(it -> it.createdAt().isBefore(task.createdAt())
                            || it.createdAt().equals(task.createdAt())
                                    && UuidOrder.BY_BYTES.compare(it.id(), task.id()) < 0)
                    .filter(it -> people.stream().anyMatch(person -> canDo(person, it) && canDo(person, task)))
                    .count();
        }
    }
}
