package dev.warren.server.dispatch.strategy;

import static dev.warren.server.dispatch.strategy.Rounds.ANYBODY;
import static dev.warren.server.dispatch.strategy.Rounds.NOW;
import static dev.warren.server.dispatch.strategy.Rounds.candidate;
import static dev.warren.server.dispatch.strategy.Rounds.decide;
import static dev.warren.server.dispatch.strategy.Rounds.id;
import static dev.warren.server.dispatch.strategy.Rounds.snapshot;
import static dev.warren.server.dispatch.strategy.Rounds.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.warren.server.skill.Requirement;

class PriorityFairTests {

    private static final Requirement FRENCH_EU = new Requirement(7, List.of(3, 1), 2, "EU");
    private static final Map<Integer, Integer> SKILLED = Map.of(1, 2, 3, 3);
    private static final Duration HOUR = Duration.ofHours(1);

    static Stream<Arguments> feasibility() {
        var good = candidate(1, SKILLED, "EU");
        var full = new Candidate(id(2), 1, 1, SKILLED, "EU", 0, NOW);
        var cut = new Candidate(id(3), 1, 3, SKILLED, "EU", 0, NOW);
        var closed = new Candidate(id(4), 0, 0, SKILLED, "EU", 0, NOW);
        var everywhere = candidate(5, SKILLED, null);
        var elsewhere = candidate(6, SKILLED, "US");
        var oneSkill = candidate(7, Map.of(1, 5), "EU");
        var lowLevel = candidate(8, Map.of(1, 2, 3, 1), "EU");
        var unskilledElsewhere = candidate(9, Map.of(), "US");
        return Stream.of(
                arguments("has all", List.of(good), List.of(), null, new Rejections(0, 0, 0, 0)),
                arguments("serves every region", List.of(everywhere), List.of(), null, new Rejections(0, 0, 0, 0)),
                arguments("nobody", List.of(), List.of(), Reason.NOBODY_PRESENT, new Rejections(0, 0, 0, 0)),
                arguments("lacks one", List.of(oneSkill), List.of(), Reason.NO_SKILL, new Rejections(1, 0, 0, 0)),
                arguments("level too low", List.of(lowLevel), List.of(), Reason.NO_SKILL, new Rejections(1, 0, 0, 0)),
                arguments("region", List.of(elsewhere), List.of(), Reason.NO_REGION, new Rejections(0, 1, 0, 0)),
                arguments(
                        "skill counts before region",
                        List.of(unskilledElsewhere),
                        List.of(),
                        Reason.NO_SKILL,
                        new Rejections(1, 0, 0, 0)),
                arguments("full", List.of(full), List.of(), Reason.NO_CAPACITY, new Rejections(0, 0, 0, 1)),
                arguments("over-full", List.of(cut), List.of(), Reason.NO_CAPACITY, new Rejections(0, 0, 0, 1)),
                arguments("capacity 0", List.of(closed), List.of(), Reason.NO_CAPACITY, new Rejections(0, 0, 0, 1)),
                arguments("declined", List.of(good), List.of(1), Reason.ALL_DECLINED, new Rejections(0, 0, 1, 0)),
                arguments(
                        "declined and full",
                        List.of(full),
                        List.of(2),
                        Reason.ALL_DECLINED,
                        new Rejections(0, 0, 1, 0)),
                arguments(
                        "one declined, one full",
                        List.of(good, full),
                        List.of(1),
                        Reason.NO_CAPACITY,
                        new Rejections(0, 0, 1, 1)),
                arguments(
                        "the last hurdle is told",
                        List.of(oneSkill, lowLevel, elsewhere),
                        List.of(),
                        Reason.NO_REGION,
                        new Rejections(2, 1, 0, 0)),
                arguments(
                        "one of each and one who can",
                        List.of(oneSkill, elsewhere, full, everywhere, good),
                        List.of(1),
                        null,
                        new Rejections(1, 1, 1, 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("feasibility")
    void givesATaskOnlyToWhoCanTakeIt(
            String title, List<Candidate> candidates, List<Integer> excluded, Reason reason, Rejections rejected) {
        var barred = Set.copyOf(excluded.stream().map(Rounds::id).toList());
        var task = new WaitingTask(id(100), FRENCH_EU.id(), 3, 3, NOW, false, barred);

        var decision = decide(snapshot(List.of(task), candidates, FRENCH_EU));

        if (reason == null) {
            assertThat(decision.unmatched()).isEmpty();
            assertThat(decision.matches()).singleElement().satisfies(match -> {
                assertThat(match.rejected()).isEqualTo(rejected);
                assertThat(match.eligible()).isEqualTo(1);
                assertThat(match.decidedBy()).isEqualTo(DecidedBy.ONLY_ONE);
            });
        } else {
            assertThat(decision.matches()).isEmpty();
            assertThat(decision.unmatched()).containsExactly(new Unmatched(id(100), 1, reason, rejected));
        }
    }

    @Test
    void takesTasksByLevelThenAgeThenId() {
        var tasks = List.of(
                task(5, 0, 3, HOUR),
                task(4, 0, 2, Duration.ZERO),
                task(3, 0, 2, HOUR),
                task(2, 0, 2, HOUR),
                task(1, 0, 5, HOUR.multipliedBy(30)));

        var decision = decide(snapshot(tasks, List.of(candidate(1, 5, 0, 0, HOUR))));

        assertThat(decision.matches()).extracting(Match::task).containsExactly(id(2), id(3), id(4), id(5), id(1));
        assertThat(decision.matches()).extracting(Match::rank).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void ordersEqualTasksByTheBytesOfTheirIdsAsTheDatabaseDoes() {
        var low = new WaitingTask(new UUID(1, 0), 0, 3, 3, NOW, false, Set.of());
        var high = new WaitingTask(new UUID(-1, 0), 0, 3, 3, NOW, false, Set.of());

        var decision = decide(snapshot(List.of(high, low), List.of(candidate(1, 2, 0, 0, HOUR))));

        assertThat(decision.matches()).extracting(Match::task).containsExactly(low.id(), high.id());
    }

    @Test
    void doesNotLetATaskThatNobodyCanTakeHoldUpTheNext() {
        var decision = decide(
                snapshot(List.of(task(1, 7, 1, HOUR), task(2, 5)), List.of(candidate(1, 1, 0, 0, HOUR)), FRENCH_EU));

        assertThat(decision.matches()).extracting(Match::task).containsExactly(id(2));
        assertThat(decision.unmatched()).extracting(Unmatched::task).containsExactly(id(1));
    }

    static Stream<Arguments> fairness() {
        var minute = Duration.ofMinutes(1);
        return Stream.of(
                arguments(DecidedBy.BUSY_SHARE, candidate(2, 1, 0, 0.3, minute), candidate(1, 1, 0, 0.5, HOUR)),
                arguments(DecidedBy.BUSY_SHARE, candidate(2, 1, 0, 0.5199, minute), candidate(1, 1, 0, 0.52, HOUR)),
                arguments(DecidedBy.IDLE_TIME, candidate(2, 1, 0, 0.5199, HOUR), candidate(1, 1, 0, 0.5001, minute)),
                arguments(DecidedBy.LOAD, candidate(2, 4, 1, 0.9, minute), candidate(1, 2, 1, 0.1, HOUR)),
                arguments(DecidedBy.LOAD, candidate(2, 1, 0, 0.9, minute), candidate(1, 9, 1, 0.1, HOUR)),
                arguments(DecidedBy.BUSY_SHARE, candidate(2, 4, 2, 0.1, minute), candidate(1, 2, 1, 0.9, HOUR)),
                arguments(DecidedBy.IDLE_TIME, candidate(2, 6, 2, 0.1, HOUR), candidate(1, 3, 1, 0.1, minute)),
                arguments(DecidedBy.BUSY_SHARE, candidate(2, 3, 0, 0.06, minute), candidate(1, 1, 0, 0.08, HOUR)));
    }

    @ParameterizedTest
    @MethodSource("fairness")
    void picksTheFairestAndTellsWhichTermDecided(DecidedBy decidedBy, Candidate fairest, Candidate next) {
        var match = decide(snapshot(List.of(task(1, 3)), List.of(next, fairest)))
                .matches()
                .get(0);

        assertThat(match.worker()).isEqualTo(fairest.id());
        assertThat(match.decidedBy()).isEqualTo(decidedBy);
        assertThat(match.runnersUp()).extracting(Terms::worker).containsExactly(next.id());
    }

    @Test
    void raisesTheLoadButNotTheShareWithinARound() {
        var tasks = IntStream.rangeClosed(1, 6).mapToObj(i -> task(i, 3)).toList();
        var candidates = List.of(candidate(1, 4, 0, 0.1, HOUR), candidate(2, 2, 0, 0.5, HOUR));

        var decision = decide(snapshot(tasks, candidates));

        assertThat(decision.matches())
                .extracting(match -> match.worker().getLeastSignificantBits())
                .containsExactly(1L, 2L, 1L, 1L, 2L, 1L);
        assertThat(decision.matches())
                .extracting(match -> match.chosen().load())
                .containsExactly(0, 0, 1, 2, 1, 3);
    }

    @Test
    void namesUpToThreeRunnersUpInOrder() {
        var candidates = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> candidate(i, 1, 0, i / 10.0, HOUR))
                .toList();

        var match = decide(snapshot(List.of(task(1, 3)), candidates)).matches().get(0);

        assertThat(match.eligible()).isEqualTo(6);
        assertThat(match.runnersUp()).extracting(Terms::worker).containsExactly(id(2), id(3), id(4));
    }

    @Test
    void drawsAmongEqualsByTheSeedAndEveryoneInTurn() {
        var candidates = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> candidate(i, 1, 0, 0.5, HOUR))
                .toList();
        var wins = new int[6];
        for (var seed = 0; seed < 5_000; seed++) {
            var match = PriorityFair.decide(snapshot(List.of(task(1, 3)), candidates), Params.DEFAULT, seed)
                    .matches()
                    .get(0);
            assertThat(match.decidedBy()).isEqualTo(DecidedBy.LOT);
            wins[(int) match.worker().getLeastSignificantBits()]++;
        }

        for (var i = 1; i <= 5; i++) {
            assertThat(wins[i]).isBetween(850, 1150);
        }
    }

    @Test
    void decidesTheSameWhateverTheOrderOfLoading() {
        var random = new Random(5);
        for (var run = 0; run < 300; run++) {
            var snapshot = Rounds.random(random, 20, 12);
            var tasks = new ArrayList<>(snapshot.tasks());
            var candidates = new ArrayList<>(snapshot.candidates());
            Collections.shuffle(tasks, random);
            Collections.shuffle(candidates, random);
            var shuffled = new Snapshot(
                    snapshot.queue(),
                    snapshot.at(),
                    tasks,
                    candidates,
                    Map.copyOf(snapshot.requirements()),
                    Map.copyOf(snapshot.sinceRescue()));

            assertThat(shuffled).isEqualTo(snapshot);
            assertThat(decide(shuffled).toString()).isEqualTo(decide(snapshot).toString());
        }
    }

    @Test
    void decidesNothingWithoutTasks() {
        var decision = decide(snapshot(List.of(), List.of(candidate(1, 1, 0, 0, HOUR)), ANYBODY));

        assertThat(decision.matches()).isEmpty();
        assertThat(decision.unmatched()).isEmpty();
    }
}
