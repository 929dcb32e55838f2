package dev.warren.server.dispatch.strategy;

import static dev.warren.server.dispatch.strategy.Rounds.candidate;
import static dev.warren.server.dispatch.strategy.Rounds.decide;
import static dev.warren.server.dispatch.strategy.Rounds.id;
import static dev.warren.server.dispatch.strategy.Rounds.snapshot;
import static dev.warren.server.dispatch.strategy.Rounds.task;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.warren.server.skill.Requirement;

class RescueTurnTests {

    private static final Duration OLD = Duration.ofHours(41);
    private static final Candidate ROOMY = candidate(1, 100, 0, 0, Duration.ZERO);

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 9", "8, 2", "9, 1"})
    void givesEveryTenthAssignmentToTheOldestRescueTask(int before, int turn) {
        var tasks = new ArrayList<WaitingTask>();
        IntStream.rangeClosed(1, 30).forEach(i -> tasks.add(task(i, 1)));
        tasks.add(task(100, 0, 2, OLD));
        tasks.add(task(101, 0, 2, OLD.plusHours(1)));

        var decision = decide(snapshot(tasks, List.of(ROOMY), Map.of(0, before)));

        assertThat(decision.matches().get(turn - 1).task()).isEqualTo(id(101));
        assertThat(decision.matches().get(turn + 9).task()).isEqualTo(id(100));
        assertThat(decision.matches()).filteredOn(Match::rescue).hasSize(2).allMatch(match -> match.rank() > 30);
    }

    @Test
    void keepsTheCountAcrossRounds() {
        var first = decide(snapshot(List.of(task(1, 1), task(2, 1)), List.of(ROOMY), Map.of(0, 3, 77, 5)));

        assertThat(first.sinceRescue()).containsExactly(Map.entry(0, 5), Map.entry(77, 5));
    }

    @Test
    void doesNotSaveUpTurnsWhileNothingNeedsRescue() {
        var tasks = IntStream.rangeClosed(1, 60).mapToObj(i -> task(i, 1)).toList();

        assertThat(decide(snapshot(tasks, List.of(ROOMY))).sinceRescue()).containsEntry(0, 9);
    }

    @Test
    void keepsTheTurnWhenNobodyFreeCanTakeTheRescueTask() {
        var specialist = new Requirement(7, List.of(1), 1, null);
        var busy = new Candidate(id(2), 1, 1, Map.of(1, 1), null, 0, Rounds.NOW);

        var decision = decide(
                snapshot(List.of(task(1, 1), task(2, 7, 2, OLD)), List.of(ROOMY, busy), Map.of(7, 9), specialist));

        assertThat(decision.matches()).extracting(Match::task).containsExactly(id(1));
        assertThat(decision.sinceRescue()).containsEntry(7, 9);
    }

    @Test
    void countsTheUrgentWorkOfOtherGroupsThatKeepsTheSamePeopleBusy() {
        var rare = new Requirement(7, List.of(1), 1, null);
        var expert = new Candidate(id(1), 100, 0, Map.of(1, 1), null, 0, Rounds.NOW);
        var tasks = new ArrayList<WaitingTask>();
        IntStream.rangeClosed(1, 20).forEach(i -> tasks.add(task(i, 1)));
        tasks.add(task(100, 7, 2, OLD));

        var decision = decide(snapshot(tasks, List.of(expert), rare));

        assertThat(decision.matches().get(9).task()).isEqualTo(id(100));
    }

    /**
     * One worker at a time gets free, urgent tasks of all groups never end: a rescue task starts after at most
     * G·(V + 1) assignments to those eligible for it, V being the older rescue tasks.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void startsEveryRescueTaskWithinTheBound(long seed) {
        var random = new Random(seed);
        var requirements = new TreeMap<Integer, Requirement>(Map.of(0, new Requirement(0, List.of(), 1, null)));
        IntStream.rangeClosed(1, 4).forEach(i -> requirements.put(i, new Requirement(i, List.of(i), 1, null)));
        var workers = new ArrayList<Candidate>();
        for (var i = 1; i <= 6; i++) {
            var skills = new TreeMap<Integer, Integer>();
            IntStream.rangeClosed(1, 4).filter(skill -> random.nextBoolean()).forEach(skill -> skills.put(skill, 1));
            workers.add(candidate(i, skills, null));
        }
        var rescues = new ArrayList<WaitingTask>(); // oldest first
        for (var i = 0; i < 12; i++) {
            rescues.add(task(1_000 + i, random.nextInt(5), 2, OLD.plusHours(12 - i)));
        }
        var opportunities = new HashMap<UUID, Integer>();
        var waiting = new ArrayList<>(rescues);
        var sinceRescue = Map.<Integer, Integer>of();
        for (var step = 0; step < 3_000; step++) {
            var tasks = new ArrayList<>(waiting);
            IntStream.rangeClosed(0, 4).forEach(group -> tasks.add(task(group, group, 1, Duration.ZERO)));
            var free = workers.get(random.nextInt(workers.size()));
            var round = new Snapshot("support", Rounds.NOW, tasks, List.of(free), requirements, sinceRescue);

            var decision = PriorityFair.decide(round, Params.DEFAULT, seed);

            sinceRescue = decision.sinceRescue();
            waiting.stream()
                    .filter(task ->
                            NaivePriorityFair.qualifies(free, NaivePriorityFair.requirement(round, task.requirement())))
                    .forEach(task -> opportunities.merge(task.id(), 1, Integer::sum));
            waiting.removeIf(task -> task.id().equals(decision.matches().get(0).task()));
        }

        for (var older = 0; older < rescues.size(); older++) {
            assertThat(opportunities.getOrDefault(rescues.get(older).id(), 0))
                    .as("assignments until rescue task %d started", older)
                    .isLessThanOrEqualTo(Params.DEFAULT.rescueEvery() * (older + 1));
        }
        assertThat(waiting).allMatch(task -> !opportunities.containsKey(task.id()));
    }

    @Test
    void costsUrgentWorkAtMostEveryTenthAssignmentWhenGroupsShareTheirWorkers() {
        var requirements = List.of(
                new Requirement(0, List.of(), 1, null),
                new Requirement(1, List.of(1), 1, null),
                new Requirement(2, List.of(2), 1, null));
        var allRounder = new Candidate(id(1), 500, 0, Map.of(1, 1, 2, 1), null, 0, Rounds.NOW);
        var tasks = new ArrayList<WaitingTask>();
        IntStream.range(0, 400).forEach(i -> tasks.add(task(i, 0, 1, Duration.ZERO)));
        IntStream.range(0, 90).forEach(i -> tasks.add(task(1_000 + i, i % 3, 2, OLD.plusMinutes(i * 7 % 90))));

        var matches = decide(snapshot(tasks, List.of(allRounder), requirements.toArray(Requirement[]::new)))
                .matches();

        assertThat(matches.subList(0, 400)).filteredOn(Match::rescue).hasSize(40);
    }
}
