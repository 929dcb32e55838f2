package dev.warren.server.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.assignment.Outcomes;
import dev.warren.server.skill.Requirement;
import dev.warren.server.workforce.Bench;

/**
 * How fast those who could do a task take tasks, of whatever kind, as seen from the last of them: of all who could do it,
 * here or not, as shifts follow one another.
 */
@Component
@RequiredArgsConstructor
class Pace {

    /** What was longer ago says nothing of now. */
    private static final Duration WINDOW = Duration.ofHours(4);

    private static final int FEWEST = 3;
    private static final int USUAL = 60;
    private static final int MOST = 2_000;

    private final Outcomes outcomes;

    /**
     * Empty when nobody of the crowd is at work, or too little has happened lately to tell.
     *
     * @param ahead how many turns are to be foretold: it is looked back about as far
     */
    Optional<Turns> of(List<Bench.Player> crowd, int ahead, Instant now) {
        if (crowd.stream().noneMatch(Bench.Player::isAtWork)) {
            return Optional.empty();
        }
        int depth = Math.max(USUAL, Math.min(MOST, ahead));
        var taken = outcomes.taken(crowd.stream().map(Bench.Player::id).toList(), now.minus(WINDOW), depth);
        return taken.size() < FEWEST ? Optional.empty() : Optional.of(new Turns(taken, now));
    }

    /** Those who could do what is needed, here or not. */
    static List<Bench.Player> crowd(List<Bench.Player> everybody, Requirement needed) {
        return everybody.stream().filter(it -> it.canServe(needed)).toList();
    }

    /** @param taken the newest first, at least one */
    record Turns(List<Outcomes.Taken> taken, Instant now) {

        private static final int SLICES = 10;

        int count() {
            return taken.size();
        }

        double seconds() {
            return Math.max(1, Duration.between(since(), now).toMillis() / 1e3);
        }

        /** Tasks per second; the first of the turns is where the time begins. */
        double perSecond() {
            return (count() - 1) / seconds();
        }

        /** Those that went to what came later than tasks of that level, and was before them all the same. */
        long overtaking(int level) {
            return taken.stream().filter(it -> it.overtakes(level)).count();
        }

        /** Variance of the number of turns in equal times over its mean: 1 for a Poisson process. */
        double burstiness() {
            var counts = new double[SLICES];
            double slice = Math.max(1, Duration.between(since(), now).toMillis() / (double) SLICES);
            for (var it : taken) {
                counts[
                        (int) Math.min(
                                SLICES - 1, Duration.between(since(), it.at()).toMillis() / slice)]++;
            }
            double mean = count() / (double) SLICES;
            return Arrays.stream(counts).map(it -> (it - mean) * (it - mean)).sum() / (SLICES - 1) / mean;
        }

        private Instant since() {
            return taken.get(count() - 1).at();
        }
    }
}
