package dev.warren.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.warren.bench.Facts.Creation;
import dev.warren.bench.Facts.Evidence;
import dev.warren.bench.Facts.Person;

class InversionsTests {

    private static final double HOUR = 3_600;

    private final List<Creation> creations = new ArrayList<>();
    private final Map<String, TaskStory> stories = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "1, 0, 1",
        "1, 100, 1",
        "2, 100, 2",
        "3, 7.9, 3",
        "3, 8, 2",
        "3, 100, 2",
        "4, 8, 3",
        "4, 16, 2",
        "5, 0, 5",
        "5, 8, 4",
        "5, 23.9, 3",
        "5, 24, 2",
        "5, 1000, 2"
    })
    void agesByOneLevelEveryEightHoursButNeverPastTheSecond(int priority, double hours, int level) {
        assertThat(Inversions.level(priority, Duration.ofSeconds(Math.round(hours * HOUR))))
                .isEqualTo(level);
    }

    @Test
    void countsEachOvertakingAssignmentOnce() {
        add(new Story("urgent", 1, "net").queued(0).assigned(20, "ben", "a1"));
        add(new Story("urgent2", 2, "net").queued(0).assigned(21, "ben", "a2"));
        add(new Story("low", 3, "net").queued(0).assigned(10, "ben", "a3"));
        add(new Story("lowest", 5, "net").queued(0).assigned(11, "ben", "a4"));

        assertThat(plain()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"8.9, 1", "9.0, 0", "9.5, 0"})
    void forgivesOneSecond(double queued, int inversions) {
        add(new Story("urgent", 1, "net").queued(queued).assigned(20, "ben", "a1"));
        add(new Story("low", 3, "net").queued(0).assigned(10, "ben", "a2"));

        assertThat(plain()).hasSize(inversions);
    }

    @Test
    void judgesOffersLikeAssignmentsAndTheYesNotAgain() {
        add(new Story("urgent", 1, "net").queued(0).assigned(20, "ben", "a1"));
        add(new Story("low", 3, "net").queued(0).offered(10, "ben", "a2").assigned(12, "ben", "a2"));

        assertThat(plain()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"ben, 0", "anna, 1"})
    void forgivesWhatThePersonHimselfDoesNotGetForAWhile(String decliner, int inversions) {
        add(new Story("urgent", 1, "net").queued(0).offered(1, decliner, "o1").declined(2, decliner, "o1"));
        add(new Story("low", 3, "net").queued(0).offered(10, "ben", "a2"));

        assertThat(plain()).hasSize(inversions);
    }

    @ParameterizedTest
    @CsvSource({"1801, 0", "1803, 1"})
    void forgivesItForHalfAnHour(double later, int inversions) {
        add(new Story("urgent", 1, "net").queued(0).assigned(1, "ben", "a1").returned(2, "ben", "a1"));
        add(new Story("low", 3, "net").queued(0).assigned(later, "ben", "a2"));

        assertThat(plain()).hasSize(inversions);
    }

    @Test
    void forgivesWhatACoordinatorHasToDecide() {
        add(new Story("urgent", 1, "net").queued(0).offered(1, "anna", "o1").declinedTooOften(2, "anna", "o1"));
        add(new Story("low", 3, "net").queued(0).assigned(10, "ben", "a2"));
        assertThat(plain()).isEmpty();

        add(new Story("later", 3, "net").queued(0).assigned(30, "ben", "a3"));
        add(new Story("decided", 1, "net")
                .queued(0)
                .offered(1, "anna", "o2")
                .declinedTooOften(2, "anna", "o2")
                .requeued(20));

        assertThat(plain()).hasSize(1);
    }

    @Test
    void doesNotJudgeWhatAPersonHandsOver() {
        add(new Story("urgent", 1, "net").queued(0).assigned(20, "ben", "a1"));
        add(new Story("low", 3, "net")
                .queued(0)
                .assigned(0.5, "anna", "a2")
                .returned(10, "anna", "a2")
                .handedOver(10, "ben", "a3"));

        assertThat(plain()).isEmpty();
    }

    @Test
    void forgivesTheMoreUrgentTaskOfTheSameRound() {
        add(new Story("urgent", 1, "net").queued(0).assigned(10, "anna", "a1"));
        add(new Story("low", 3, "net").queued(0).assigned(10, "ben", "a2"));

        assertThat(plain()).isEmpty();
    }

    @Test
    void forgivesWhenTheAssigneeCouldNotDoTheMoreUrgentTask() {
        add(new Story("urgent", 1, "db").queued(0).assigned(20, "anna", "a1"));
        add(new Story("low", 3, "net").queued(0).assigned(10, "ben", "a2"));

        assertThat(plain()).isEmpty();
    }

    @Test
    void knowsThatEverybodyCanDoATaskWithoutRequirements() {
        add(new Story("urgent", 1).queued(0).assigned(20, "anna", "a1"));
        add(new Story("low", 3, "net").queued(0).assigned(10, "ben", "a2"));

        assertThat(plain()).singleElement().asString().startsWith("low");
    }

    @Test
    void seesATaskThatWaitsForEver() {
        add(new Story("urgent", 1, "net").queued(0));
        add(new Story("low", 3, "net").queued(0).assigned(10, "ben", "a2"));

        assertThat(plain()).hasSize(1);
    }

    @Test
    void seesATaskThatWaitsAgain() {
        add(new Story("urgent", 1, "net")
                .queued(0)
                .assigned(1, "anna", "a1")
                .requeued(5)
                .assigned(20, "anna", "a3"));
        add(new Story("low", 3, "net")
                .queued(0)
                .assigned(4, "ben", "a2")
                .requeued(5)
                .assigned(10, "ben", "a4"));

        assertThat(plain()).singleElement().asString().contains("08:00:10");
    }

    @Test
    void countsAnAgedTaskByItsAge() {
        add(new Story("old", 5, "net").queued(0).assigned(25 * HOUR, "ben", "a1"));
        add(new Story("new", 3, "net").queued(24.5 * HOUR).assigned(24.7 * HOUR, "ben", "a2"));

        assertThat(plain()).singleElement().asString().startsWith("new");
    }

    @Test
    void followsAChangeOfPriority() {
        add(new Story("raised", 5, "net").queued(0).reprioritised(5, 1).assigned(20, "ben", "a1"));
        add(new Story("before", 3, "net").queued(0).assigned(4, "ben", "a2"));
        add(new Story("after", 3, "net").queued(0).assigned(10, "ben", "a3"));

        assertThat(plain()).singleElement().asString().startsWith("after");
    }

    @Test
    void countsARescuedTaskApart() {
        add(new Story("urgent", 1, "net").queued(0).assigned(20, "ben", "a1"));
        add(new Story("old", 5, "net").queued(0).rescued(10, "ben", "a2"));

        assertThat(plain()).isEmpty();
        assertThat(Inversions.in(evidence()).rescued()).hasSize(1);
    }

    private List<String> plain() {
        return Inversions.in(evidence()).plain();
    }

    private void add(Story story) {
        creations.add(story.created());
        stories.put(story.told().taskId(), story.told());
    }

    private Evidence evidence() {
        var people = Map.of(
                "anna", new Person("anna", "anna", Set.of("db", "net"), 1),
                "ben", new Person("ben", "ben", Set.of("net"), 1));
        return new Evidence(Map.of(), creations, List.of(), List.of(), List.of(), people, stories, List.of());
    }
}
