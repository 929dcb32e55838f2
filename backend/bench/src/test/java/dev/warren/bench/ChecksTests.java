package dev.warren.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.warren.bench.Facts.Creation;
import dev.warren.bench.Facts.Evidence;
import dev.warren.bench.Facts.FeedFacts;
import dev.warren.bench.Facts.Outcome;
import dev.warren.bench.Facts.Person;
import dev.warren.bench.Facts.Push;
import dev.warren.bench.Facts.Work;

/** Each test takes a faultless run, commits one crime and expects exactly the check for it to notice. */
class ChecksTests {

    private final List<Creation> creations = new ArrayList<>();
    private final List<Push> pushes = new ArrayList<>();
    private final List<Work> works = new ArrayList<>();
    private final Map<String, FeedFacts> feeds = new HashMap<>();
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, String> rows = new HashMap<>();
    private final Map<String, TaskStory> stories = new HashMap<>();
    private final List<String> clientFailures = new ArrayList<>();

    ChecksTests() {
        person("anna", "db", "net");
        person("ben", "net");
        story(new Story("t1", 3, "db")
                .queued(0)
                .assigned(1, "anna", "a1")
                .started(2)
                .completed(3));
        story(new Story("t2", 1, "net").queued(0).assigned(0.5, "ben", "a2").completed(2));
        story(new Story("t3", 5)
                .queued(1)
                .assigned(3, "anna", "a3")
                .requeued(4)
                .assigned(5, "ben", "a4")
                .completed(6));
        push("anna", 1, "a1", "t1");
        push("ben", 1, "a2", "t2");
        push("anna", 2, "a3", "t3");
        push("ben", 2, "a4", "t3");
        done("anna", "a1", "t1");
        done("ben", "a2", "t2");
        done("ben", "a4", "t3");
    }

    @Test
    void findsNothingInAFaultlessRun() {
        assertViolated();
    }

    @Test
    void detectsATaskThatIsGone() {
        stories.remove("t2");
        pushes.removeIf(push -> push.taskId().equals("t2"));

        assertViolated("lost");
    }

    @Test
    void detectsATaskThatNeverEnds() {
        story(new Story("t4", 3).queued(7));

        assertViolated("lost");
    }

    @Test
    void detectsASecondAcknowledgedTaskForOneRow() {
        story(new Story("t1b", 3, "db").queued(7).assigned(8, "anna", "a9").completed(9));
        creations.removeIf(creation -> creation.taskId().equals("t1b"));
        creations.add(new Creation("row-t1", "t1b", 3, Set.of("db"), 0, 1, 1));
        push("anna", 3, "a9", "t1b");

        assertViolated("duplicated");
    }

    @Test
    void detectsASecondTaskThatWasNeverAcknowledged() {
        rows.put("ghost", "row-t1");

        assertViolated("duplicated");
    }

    @Test
    void detectsAnAssignmentWhileAnotherIsOpen() {
        story(new Story("t1", 3, "db")
                .queued(0)
                .assigned(1, "anna", "a1")
                .assigned(3, "ben", "a5")
                .completed(3.5));
        people.put("ben", new Person("ben", "ben", Set.of("net", "db"), 1));
        push("ben", 3, "a5", "t1");

        assertViolated("doubled");
    }

    @Test
    void detectsASecondCompletionInTheAudit() {
        story(new Story("t1", 3, "db")
                .queued(0)
                .assigned(1, "anna", "a1")
                .completed(2)
                .completed(3));

        assertViolated("doubled");
    }

    @Test
    void detectsTwoAcceptedCompletionsThatTheAuditHides() {
        done("anna", "a3", "t3");

        assertViolated("doubled");
    }

    @Test
    void detectsMoreOpenAssignmentsThanCapacity() {
        story(new Story("t4", 3, "net").queued(0).assigned(1.5, "ben", "a5").completed(5));
        push("ben", 3, "a5", "t4");

        assertViolated("overCapacity");
    }

    @Test
    void countsNoSeatForWhatIsOnHold() {
        story(new Story("t4", 3, "net")
                .queued(0)
                .assigned(2, "ben", "a5")
                .held(4, "ben", "a5")
                .resumed(8, "ben", "a5")
                .completed(9));
        push("ben", 3, "a5", "t4");

        assertViolated();
    }

    @Test
    void detectsAnAssigneeWithoutTheSkill() {
        story(new Story("t4", 3, "db").queued(7).assigned(8, "ben", "a5").completed(9));
        push("ben", 3, "a5", "t4");

        assertViolated("wrongSkill");
    }

    @Test
    void detectsAMoreUrgentTaskThatWasOvertaken() {
        story(new Story("t4", 1, "net").queued(2).assigned(7, "ben", "a5").completed(8));
        push("ben", 3, "a5", "t4");

        assertViolated("inversions");
    }

    @Test
    void detectsAMissingPush() {
        pushes.removeIf(push -> push.assignmentId().equals("a3"));

        assertViolated("missingPush");
    }

    @Test
    void detectsAPushToTheWrongEmployee() {
        pushes.removeIf(push -> push.assignmentId().equals("a3"));
        push("ben", 3, "a3", "t3");

        assertViolated("missingPush", "extraPush");
    }

    @Test
    void detectsAnAssignmentPushedUnderTwoSequences() {
        push("anna", 3, "a3", "t3");

        assertViolated("extraPush");
    }

    @Test
    void detectsAFeedThatEndsBeforeItsHead() {
        feed("anna", 2, 3);

        assertViolated("feedOrder");
    }

    @Test
    void detectsSequencesThatDoNotRise() {
        pushes.add(0, pushes.remove(2));

        assertViolated("feedOrder");
    }

    @Test
    void detectsAnEmployeeWithoutAFeed() {
        feeds.remove("ben");

        assertViolated("feedOrder");
    }

    @Test
    void detectsAMissingAuditVersion() {
        story(new Story("t2", 1, "net")
                .queued(0)
                .assigned(0.5, "ben", "a2")
                .skipsAVersion()
                .completed(2));

        assertViolated("auditGaps");
    }

    @Test
    void detectsABrokenHashChain() {
        story(new Story("t2", 1, "net")
                .queued(0)
                .assigned(0.5, "ben", "a2")
                .completed(2)
                .forged());

        assertViolated("auditGaps");
    }

    @Test
    void detectsAChangeAfterTheEnd() {
        story(new Story("t2", 1, "net")
                .queued(0)
                .assigned(0.5, "ben", "a2")
                .completed(2)
                .started(3));

        assertViolated("lost", "auditGaps");
    }

    @Test
    void detectsAnAcceptedCompletionThatTheAuditForgot() {
        story(new Story("t2", 1, "net").queued(0).assigned(0.5, "ben", "a2").requeued(4.5));

        assertViolated("lost", "auditGaps");
    }

    @Test
    void passesOnWhatAClientCouldNotDo() {
        clientFailures.add("anna: gave up");

        assertViolated("clientFailures");
    }

    private void assertViolated(String... names) {
        var evidence = new Evidence(rows, creations, pushes, works, feeds.values(), people, stories, clientFailures);

        assertThat(Checks.all(evidence).stream().filter(Check::failed).map(Check::name))
                .containsExactlyInAnyOrder(names);
    }

    private void person(String name, String... skills) {
        people.put(name, new Person(name, name, Set.of(skills), 1));
    }

    private void story(Story story) {
        var told = story.told();
        stories.put(told.taskId(), told);
        creations.removeIf(creation -> creation.taskId().equals(told.taskId()));
        creations.add(story.created());
    }

    private void push(String worker, long seq, String assignment, String task) {
        pushes.add(new Push(worker, seq, assignment, task, new Title("run", "row-" + task).text("net"), 0, false));
        feed(worker, seq, seq);
    }

    private void feed(String worker, long last, long head) {
        feeds.put(worker, new FeedFacts(worker, last, head, 0, 0, 0, List.of()));
    }

    private void done(String worker, String assignment, String task) {
        works.add(new Work(worker, assignment, task, Outcome.COMPLETED, 0, 1, 2, 3, 0, ""));
    }
}
