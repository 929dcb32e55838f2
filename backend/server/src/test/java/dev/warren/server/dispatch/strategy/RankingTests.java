package dev.warren.server.dispatch.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class RankingTests {

    @Test
    void beginsAsTheStrategyWouldDecide() {
        var random = new Random(7);
        int matched = 0;
        for (int run = 0; run < 2_000; run++) {
            var many = Rounds.random(random, 1, 8);
            if (many.tasks().isEmpty()) {
                continue;
            }
            var task = many.tasks().get(0);
            var open = new WaitingTask(
                    task.id(), task.requirement(), task.priority(), task.level(), task.createdAt(), false, Set.of());
            var snapshot = new Snapshot(
                    many.queue(), many.at(), List.of(open), many.candidates(), many.requirements(), many.sinceRescue());

            var ranking = Ranking.of(snapshot, task.requirement(), Params.DEFAULT, run);

            var matches = PriorityFair.decide(snapshot, Params.DEFAULT, run).matches();
            assertThat(ranking.isEmpty()).isEqualTo(matches.isEmpty());
            for (var match : matches) {
                matched++;
                assertThat(ranking).hasSize(match.eligible());
                assertThat(ranking.subList(0, Math.min(4, ranking.size())))
                        .containsExactlyElementsOf(Stream.concat(
                                        Stream.of(match.worker()),
                                        match.runnersUp().stream().map(Terms::worker))
                                .toList());
            }
        }
        assertThat(matched).isGreaterThan(500);
    }
}
