package dev.warren.server.dispatch.strategy;

import static dev.warren.server.dispatch.strategy.NaivePriorityFair.qualifies;
import static dev.warren.server.dispatch.strategy.NaivePriorityFair.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class PriorityFairPropertyTests {

    private static final int INSTANCES = 2_000;

    @Test
    void decidesAsTheRulesSayWordForWord() {
        var random = new Random(1);
        var rescues = 0;
        for (var run = 0; run < INSTANCES; run++) {
            var snapshot = Rounds.random(random, 10, 6);
            var expected = new NaivePriorityFair(snapshot, Params.DEFAULT, run);

            var decision = PriorityFair.decide(snapshot, Params.DEFAULT, run);

            assertThat(decision.matches().stream()
                            .map(match -> new NaivePriorityFair.Step(match.task(), match.worker(), match.rescue()))
                            .toList())
                    .as("instance %d", run)
                    .isEqualTo(expected.steps);
            assertThat(decision.sinceRescue()).as("instance %d", run).isEqualTo(expected.sinceRescue);
            rescues += (int) decision.matches().stream().filter(Match::rescue).count();
        }
        assertThat(rescues).as("rescue turns seen").isGreaterThan(100);
    }

    @Test
    void settlesEveryTaskOnce() {
        var random = new Random(2);
        for (var run = 0; run < INSTANCES; run++) {
            var snapshot = Rounds.random(random, 40, 15);
            var decision = PriorityFair.decide(snapshot, Params.DEFAULT, run);

            var settled = new HashSet<UUID>();
            decision.matches()
                    .forEach(match -> assertThat(settled.add(match.task())).isTrue());
            decision.unmatched()
                    .forEach(rest -> assertThat(settled.add(rest.task())).isTrue());
            assertThat(settled)
                    .isEqualTo(snapshot.tasks().stream().map(WaitingTask::id).collect(Collectors.toSet()));
        }
    }

    @Test
    void neverMatchesWhatIsNotFeasibleNorExceedsACapacity() {
        var random = new Random(3);
        var seen = 0;
        for (var run = 0; run < INSTANCES; run++) {
            var snapshot = Rounds.random(random, 40, 15);
            var tasks = tasksById(snapshot);
            var loads = loadsById(snapshot);
            for (var match : PriorityFair.decide(snapshot, Params.DEFAULT, run).matches()) {
                var task = get(tasks, match.task());
                var worker = worker(snapshot, match.worker());
                assertThat(qualifies(worker, requirement(snapshot, task.requirement())))
                        .isTrue();
                assertThat(task.excluded()).doesNotContain(worker.id());
                assertThat(match.chosen().load()).isEqualTo(get(loads, worker.id()));
                assertThat(loads.merge(worker.id(), 1, Integer::sum)).isLessThanOrEqualTo(worker.capacity());
                assertThat(match.eligible()).isGreaterThan(match.runnersUp().size());
                var rejected = match.rejected();
                assertThat(match.eligible()
                                + rejected.noSkill()
                                + rejected.noRegion()
                                + rejected.coolDown()
                                + rejected.noCapacity())
                        .isEqualTo(snapshot.candidates().size());
                seen++;
            }
        }
        assertThat(seen).as("matches seen").isGreaterThan(10_000);
    }

    /** Invariant I4: whoever gets a task could not have taken a better one that still waited. */
    @Test
    void neverInvertsTheStrictOrderOutsideRescueTurns() {
        var random = new Random(4);
        var compared = 0;
        for (var run = 0; run < INSTANCES; run++) {
            var snapshot = Rounds.random(random, 40, 15);
            var waiting = tasksById(snapshot);
            for (var match : PriorityFair.decide(snapshot, Params.DEFAULT, run).matches()) {
                var taken = Objects.requireNonNull(waiting.remove(match.task()));
                var worker = worker(snapshot, match.worker());
                if (!match.rescue()) {
                    assertThat(waiting.values())
                            .as("instance %d", run)
                            .noneMatch(other -> isBefore(other, taken)
                                    && qualifies(worker, requirement(snapshot, other.requirement()))
                                    && !other.excluded().contains(worker.id()));
                    compared += waiting.size();
                }
            }
        }
        assertThat(compared).as("pairs compared").isGreaterThan(100_000);
    }

    @Test
    void leavesNobodyIdleWhoCouldTakeAnUnmatchedTask() {
        var random = new Random(6);
        for (var run = 0; run < INSTANCES; run++) {
            var snapshot = Rounds.random(random, 40, 15);
            var tasks = tasksById(snapshot);
            var loads = loadsById(snapshot);
            var decision = PriorityFair.decide(snapshot, Params.DEFAULT, run);
            decision.matches().forEach(match -> loads.merge(match.worker(), 1, Integer::sum));
            for (var unmatched : decision.unmatched()) {
                var task = get(tasks, unmatched.task());
                assertThat(snapshot.candidates())
                        .noneMatch(worker -> get(loads, worker.id()) < worker.capacity()
                                && qualifies(worker, requirement(snapshot, task.requirement()))
                                && !task.excluded().contains(worker.id()));
            }
        }
    }

    private static boolean isBefore(WaitingTask a, WaitingTask b) {
        return Comparator.comparing(WaitingTask::level)
                        .thenComparing(WaitingTask::createdAt)
                        .thenComparing(task -> task.id().toString())
                        .compare(a, b)
                < 0;
    }

    private static Map<UUID, WaitingTask> tasksById(Snapshot snapshot) {
        var tasks = new HashMap<UUID, WaitingTask>();
        snapshot.tasks().forEach(task -> tasks.put(task.id(), task));
        return tasks;
    }

    private static Map<UUID, Integer> loadsById(Snapshot snapshot) {
        var loads = new HashMap<UUID, Integer>();
        snapshot.candidates().forEach(candidate -> loads.put(candidate.id(), candidate.load()));
        return loads;
    }

    private static Candidate worker(Snapshot snapshot, UUID id) {
        return snapshot.candidates().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T get(Map<UUID, T> map, UUID id) {
        return Objects.requireNonNull(map.get(id));
    }
}
