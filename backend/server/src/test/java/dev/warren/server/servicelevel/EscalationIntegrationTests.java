package dev.warren.server.servicelevel;

import static dev.warren.server.servicelevel.Promises.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.MovableClock;

@IntegrationTest
class EscalationIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    MovableClock clock;

    @Autowired
    DeadlineCare care;

    @LocalServerPort
    int port;

    Company company;
    Promises promises;
    String skill;

    final List<Employee> hired = new ArrayList<>();

    @BeforeEach
    void open() {
        company = new Company(new Api(port));
        promises = Promises.of(company);
        skill = company.newSkill();
    }

    @AfterEach
    void close() {
        hired.forEach(Employee::leave);
        clock.reset();
    }

    private Employee come(String... skills) {
        var worker = company.hire(1, skills).come();
        hired.add(worker);
        return worker;
    }

    private UUID create(Priority priority, String... skills) {
        return company.create("late", promises.queue(), priority, skills);
    }

    /** All that is due after that time is told and done. */
    private void pass(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        care.sweep();
    }

    private void escalate(Map<String, ?>... steps) {
        promises.require(promises.escalate(steps));
    }

    private static Map<String, ?> raise(String kind, String at, Map<String, ?> more) {
        return step(kind, at, "RAISE_PRIORITY", more);
    }

    private String priorityOf(UUID task) {
        return company.task(task).path("priority").asString();
    }

    private static void requireCause(JsonNode event, int step, String kind, String at) {
        assertThat(event.at("/data/escalation/step").asInt()).isEqualTo(step);
        assertThat(event.at("/data/escalation/kind").asString()).isEqualTo(kind);
        assertThat(event.at("/data/escalation/at").asString()).isEqualTo(at);
    }

    @Test
    void givesARaisedTaskToTheFirstWhoComes() {
        escalate(raise("ASSIGN", "RISK", Map.of("priority", "P1")));
        var late = create(Priority.P3, skill);
        clock.advance(Duration.ofSeconds(700));
        var urgent = create(Priority.P2, skill);
        assertThat(priorityOf(late)).isEqualTo("P3");

        pass(100);
        assertThat(priorityOf(late)).isEqualTo("P1");
        requireCause(promises.history(late, "task.reprioritised").get(0), 1, "ASSIGN", "RISK");
        assertThat(come(skill).awaitOne().at("/task/id").asString()).isEqualTo(late.toString());
        assertThat(company.statusOf(urgent)).isEqualTo("QUEUED");
    }

    @Test
    void keepsWhatWasPromisedWhenItRaisesThePriority() {
        escalate(raise("ASSIGN", "RISK", Map.of()));
        promises.require(promises.put(Map.of(
                "targets",
                List.of(
                        Map.of("priority", "P1", "assignSeconds", 100),
                        Map.of("priority", "P2", "assignSeconds", 1_000)))));
        var task = create(Priority.P2, skill);
        var before = promises.clock(task, "ASSIGN").path("targetAt");
        pass(800);
        assertThat(priorityOf(task)).isEqualTo("P1");
        pass(10); // the queue's change has reached all servers
        assertThat(promises.clock(task, "ASSIGN").path("targetAt")).isEqualTo(before);
        assertThat(promises.state(task, "ASSIGN")).isEqualTo("AT_RISK");
    }

    @Test
    void saysWhenThereIsNothingLeftToDo() {
        escalate(
                raise("ASSIGN", "BREACH", Map.of()),
                step("ASSIGN", "BREACH", "RELAX", Map.of("skill", company.newSkill())),
                step("ASSIGN", "BREACH", "RELAX", Map.of("minSkillLevel", 3)));
        var task = create(Priority.P1, skill);
        pass(1_100);
        assertThat(priorityOf(task)).isEqualTo("P1");
        assertThat(promises.history(task, "task.escalation-skipped"))
                .extracting(it -> it.at("/data/escalation/step").asInt() + " "
                        + it.at("/data/reason").asString())
                .containsExactly("1 URGENT_ALREADY", "2 SKILL_NOT_REQUIRED", "3 LEVEL_LOW_ALREADY");
    }

    @Test
    void waitsForTheDelayOfAStep() {
        escalate(raise("ASSIGN", "BREACH", Map.of("delaySeconds", 600)));
        var task = create(Priority.P3, skill);
        pass(1_500);
        assertThat(promises.state(task, "ASSIGN")).isEqualTo("BREACHED");
        assertThat(priorityOf(task)).isEqualTo("P3");
        pass(150);
        assertThat(priorityOf(task)).isEqualTo("P2");
        requireCause(promises.history(task, "task.reprioritised").get(0), 1, "ASSIGN", "BREACH");
    }

    @Test
    void assignsARelaxedTaskToSomebodyWhoCouldNotBefore() {
        var rare = company.newSkill();
        escalate(step("ASSIGN", "BREACH", "RELAX", Map.of("skill", rare)));
        var task = create(Priority.P2, skill, rare);
        var worker = come(skill);
        pass(900);
        assertThat(worker.open()).isEmpty();
        pass(200);
        assertThat(worker.awaitOne().at("/task/id").asString()).isEqualTo(task.toString());
        var relaxed = promises.history(task, "task.relaxed").get(0);
        requireCause(relaxed, 1, "ASSIGN", "BREACH");
        assertThat(relaxed.at("/data/requiredSkills/0").asString()).isEqualTo(skill);
        assertThat(company.task(task).path("requiredSkills")).hasSize(1);
    }

    @Test
    void lowersTheLevelThatIsRequired() {
        escalate(step("ASSIGN", "RISK", "RELAX", Map.of("minSkillLevel", 3)));
        var body = Company.task("late", promises.queue(), Priority.P2, skill);
        body.put("minSkillLevel", 5);
        var task = UUID.fromString(
                company.post("/api/v1/tasks", body).body().path("id").asString());
        var worker = come(skill); // of level 3
        pass(700);
        assertThat(worker.open()).isEmpty();
        pass(100);
        assertThat(worker.awaitOne().at("/task/id").asString()).isEqualTo(task.toString());
    }

    @Test
    void overflowsToAnotherQueueAndIsAssignedThere() {
        var other = company.newQueue();
        escalate(
                step("ASSIGN", "BREACH", "OVERFLOW", Map.of("queue", other)),
                raise("ASSIGN", "BREACH", Map.of("priority", "P1"))); // is left behind with its queue
        var task = create(Priority.P2, skill);
        pass(1_100);
        assertThat(company.task(task).path("queue").asString()).isEqualTo(other);
        assertThat(priorityOf(task)).isEqualTo("P2");
        requireCause(promises.history(task, "task.moved").get(0), 1, "ASSIGN", "BREACH");
        assertThat(promises.state(task, "ASSIGN")).isEqualTo("MISSED"); // broken, though the other promises nothing
        assertThat(come(skill).awaitOne().at("/task/id").asString()).isEqualTo(task.toString());
    }

    @Test
    void putsOffUntilATaskWaitsAgainWhatOnlyThenCanBeDone() {
        var other = company.newQueue();
        escalate(step("RESOLVE", "BREACH", "OVERFLOW", Map.of("queue", other)));
        var task = create(Priority.P2, skill);
        var worker = come(skill);
        worker.awaitOne();
        pass(4_100);
        assertThat(promises.state(task, "RESOLVE")).isEqualTo("BREACHED");
        assertThat(company.task(task).path("queue").asString()).isEqualTo(promises.queue());

        worker.attend("BREAK");
        assertThat(company.post("/api/v1/tasks/" + task + "/return", Map.of("reason", "Not today"))
                        .status())
                .isEqualTo(200);
        care.sweep();
        assertThat(company.task(task).path("queue").asString()).isEqualTo(other);
    }

    @Test
    void overflowsWhenAnOfferIsDeclinedAndNotWhileItIsOpen() {
        var other = company.newQueue();
        company.patch("/api/v1/queues/" + promises.queue(), Map.of("acceptance", "MANUAL", "offerSeconds", 3_600));
        escalate(step("ASSIGN", "BREACH", "OVERFLOW", Map.of("queue", other)));
        var task = create(Priority.P2, skill);
        var worker = come(skill);
        var offer = worker.awaitOffer().path("id").asString();
        pass(1_100);
        assertThat(promises.state(task, "ASSIGN")).isEqualTo("BREACHED");
        assertThat(company.statusOf(task)).isEqualTo("OFFERED");

        assertThat(worker.decline(offer, "Not now").status()).isEqualTo(204);
        care.sweep();
        assertThat(company.task(task).path("queue").asString()).isEqualTo(other);
    }

    @Test
    void tellsPeopleAndRoles() {
        var lead = come();
        long head = company.get("/api/v1/me/feed").body().path("head").asLong();
        escalate(step("ASSIGN", "RISK", "NOTIFY", Map.of("accounts", List.of(lead.id()), "roles", List.of("ADMIN"))));
        var task = create(Priority.P2, skill);
        pass(800);
        for (var feed : List.of(lead.get("/api/v1/me/feed"), company.get("/api/v1/me/feed?after=" + head))) {
            var told = of(feed, task, "task.escalated");
            assertThat(told).hasSize(1);
            requireCause(told.get(0), 1, "ASSIGN", "RISK");
        }
        assertThat(lead.get("/api/v1/tasks/" + task).status()).isEqualTo(200); // who is told may look
        assertThat(promises.history(task, "task.escalated").get(0).at("/data/accounts"))
                .extracting(JsonNode::asString)
                .contains(lead.id().toString());
    }

    @Test
    void tellsTheHolderThatTimeRunsOut() {
        var task = create(Priority.P2, skill);
        var worker = come(skill);
        worker.awaitOne();
        pass(3_100);
        assertThat(of(worker.get("/api/v1/me/feed"), task, "task.sla-at-risk"))
                .extracting(it -> it.at("/data/kind").asString())
                .containsExactly("RESOLVE");
        pass(1_000);
        assertThat(of(worker.get("/api/v1/me/feed"), task, "task.sla-breached"))
                .extracting(it -> it.at("/data/kind").asString())
                .containsExactlyInAnyOrder("FIRST_ACTION", "RESOLVE");
    }

    private static List<JsonNode> of(Api.Answer feed, UUID task, String type) {
        return feed.body()
                .path("entries")
                .valueStream()
                .filter(it -> it.path("type").asString().equals(type)
                        && it.at("/data/taskId").asString().equals(task.toString()))
                .toList();
    }

    @Test
    void takesEachStepOnceHoweverManyLook() {
        escalate(raise("ASSIGN", "RISK", Map.of()));
        var tasks =
                IntStream.range(0, 5).mapToObj(it -> create(Priority.P3, skill)).toList();
        clock.advance(Duration.ofSeconds(800));
        var sweeps = IntStream.range(0, 4)
                .mapToObj(it -> CompletableFuture.runAsync(care::sweep))
                .toList();
        sweeps.forEach(CompletableFuture::join);
        pass(1);
        assertThat(tasks).allSatisfy(it -> {
            assertThat(priorityOf(it)).isEqualTo("P2");
            assertThat(promises.history(it, "task.reprioritised")).hasSize(1);
        });
    }

    @Test
    void takesNoStepAgainWhenATaskIsTriedOnceMore() {
        escalate(raise("RESOLVE", "RISK", Map.of()), raise("RESOLVE", "BREACH", Map.of()));
        var task = create(Priority.P3, skill);
        var worker = come(skill);
        pass(3_100);
        assertThat(priorityOf(task)).isEqualTo("P2");
        assertThat(worker.end(worker.awaitOne().path("id").asString(), "fail", "No part")
                        .status())
                .isEqualTo(200);
        worker.attend("BREAK");
        assertThat(promises.state(task, "RESOLVE")).isEqualTo("MISSED");
        await().atMost(PATIENCE)
                .until(() -> company.post("/api/v1/tasks/" + task + "/retry").status(), it -> it == 200 || it == 409);
        assertThat(company.statusOf(task)).isEqualTo("QUEUED");
        pass(1);
        assertThat(promises.history(task, "task.reprioritised")).hasSize(1);
        pass(1_000);
        assertThat(priorityOf(task)).isEqualTo("P1");
    }

    @Test
    void leavesAloneWhatIsOver() {
        escalate(raise("ASSIGN", "RISK", Map.of()), raise("RESOLVE", "BREACH", Map.of("delaySeconds", 60)));
        var called = create(Priority.P3, skill);
        assertThat(company.post("/api/v1/tasks/" + called + "/cancel").status()).isEqualTo(200);
        pass(5_000);
        assertThat(company.task(called).path("version").asInt()).isEqualTo(2);
        assertThat(priorityOf(called)).isEqualTo("P3");
    }

    @Test
    void reachesOpenTasksWithNewSteps() {
        var task = create(Priority.P3, skill);
        pass(1_100);
        escalate(raise("ASSIGN", "BREACH", Map.of()));
        pass(10); // all servers have heard of it
        care.sweep();
        assertThat(priorityOf(task)).isEqualTo("P2");
    }
}
