package dev.warren.server.dispatch.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.warren.server.analytics.Fairness;
import dev.warren.server.skill.Requirement;
import dev.warren.server.workforce.FairShare;

/** One working day of 60 people with two of six skills each, who come in two shifts. */
class FairDayTests {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration DAY = Duration.ofHours(8);
    private static final double MEAN_SERVICE = 15 * 60; // seconds
    private static final int PEOPLE = 60;
    private static final int SKILLS = 6;

    @ParameterizedTest
    @CsvSource({"1, 0.6", "2, 0.75", "3, 0.75", "4, 0.85", "5, 0.85", "6, 0.95"})
    void spreadsTheWorkEvenlyInEverySkillGroup(long seed, double utilisation) {
        var day = new Day(seed, utilisation);

        day.run();

        for (var skill = 0; skill < SKILLS; skill++) {
            var group = skill;
            var shares = day.people.stream()
                    .filter(person -> person.skills.containsKey(group))
                    .mapToDouble(person -> person.busySeconds / person.presentSeconds)
                    .toArray();
            assertThat(shares).hasSizeGreaterThanOrEqualTo(5);
            assertThat(Fairness.jain(shares)).as("Jain of skill %d", skill).isGreaterThanOrEqualTo(0.97);
        }
        assertThat(day.assigned).isGreaterThan(700);
    }

    private static final class Person {

        final UUID id;
        final Map<Integer, Integer> skills = new TreeMap<>();
        final Instant start;
        FairShare ledger = FairShare.joinAt(0, MORNING);
        Instant idleSince;
        boolean busy;
        double busySeconds;
        double presentSeconds;

        Person(long id, Instant start) {
            this.id = Rounds.id(id);
            this.start = start;
            idleSince = start;
        }
    }

    private record Completion(Instant at, Person person) {}

    private static final class Day {

        final List<Person> people = new ArrayList<>();
        int assigned;
        private final Random random;
        private final double secondsBetweenArrivals;
        private final Map<Integer, Requirement> requirements = new TreeMap<>();
        private final List<WaitingTask> waiting = new ArrayList<>();
        private final PriorityQueue<Completion> completions = new PriorityQueue<>(
                Comparator.comparing(Completion::at).thenComparing(completion -> completion.person.id));
        private Map<Integer, Integer> sinceRescue = Map.of();
        private Instant now = MORNING;

        Day(long seed, double utilisation) {
            random = new Random(seed);
            secondsBetweenArrivals = MEAN_SERVICE / (PEOPLE * utilisation);
            for (var i = 0; i < PEOPLE; i++) {
                var person = new Person(i, i % 5 == 0 ? MORNING.plus(Duration.ofHours(2)) : MORNING);
                person.skills.put(i % SKILLS, 1);
                person.skills.put((i % SKILLS + 1 + random.nextInt(SKILLS - 1)) % SKILLS, 1);
                people.add(person);
            }
            IntStream.range(0, SKILLS).forEach(i -> requirements.put(i, new Requirement(i, List.of(i), 1, null)));
        }

        void run() {
            var nextArrival = MORNING;
            for (var id = 1_000; now.isBefore(MORNING.plus(DAY)); ) {
                var completion = completions.peek();
                if (completion != null && completion.at.isBefore(nextArrival)) {
                    completions.remove();
                    moveTo(completion.at);
                    completion.person.busy = false;
                } else {
                    moveTo(nextArrival);
                    var priority = 1 + random.nextInt(5);
                    waiting.add(new WaitingTask(
                            Rounds.id(id++), random.nextInt(SKILLS), priority, priority, now, false, Set.of()));
                    nextArrival = now.plusMillis(exponentialMillis(secondsBetweenArrivals));
                }
                assign();
            }
        }

        private void moveTo(Instant next) {
            var seconds = Duration.between(now, next).toMillis() / 1000.0;
            var mean = people.stream().filter(this::isPresent).mapToDouble(person -> person.ledger.share());
            var meanShare = mean.average().orElse(0);
            for (var person : people) {
                if (isPresent(person)) {
                    person.ledger = person.ledger.advance(next, person.busy ? 1 : 0, true);
                    person.presentSeconds += seconds;
                    person.busySeconds += person.busy ? seconds : 0;
                } else if (!person.start.isAfter(next)) {
                    person.ledger = FairShare.joinAt(meanShare, next);
                }
            }
            now = next;
        }

        private boolean isPresent(Person person) {
            return !person.start.isAfter(now);
        }

        private void assign() {
            var candidates = people.stream()
                    .filter(this::isPresent)
                    .map(person -> new Candidate(
                            person.id,
                            1,
                            person.busy ? 1 : 0,
                            person.skills,
                            null,
                            person.ledger.share(),
                            person.idleSince))
                    .toList();
            var round = new Snapshot("support", now, waiting, candidates, requirements, sinceRescue);
            var decision = PriorityFair.decide(round, Params.DEFAULT, assigned);
            sinceRescue = decision.sinceRescue();
            for (var match : decision.matches()) {
                var person = people.get((int) match.worker().getLeastSignificantBits());
                person.busy = true;
                person.idleSince = now;
                waiting.removeIf(task -> task.id().equals(match.task()));
                completions.add(new Completion(now.plusMillis(exponentialMillis(MEAN_SERVICE)), person));
                assigned++;
            }
        }

        private long exponentialMillis(double meanSeconds) {
            return (long) (-Math.log(1 - random.nextDouble()) * meanSeconds * 1000);
        }
    }
}
