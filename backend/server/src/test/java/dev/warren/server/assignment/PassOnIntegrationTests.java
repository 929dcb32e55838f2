package dev.warren.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.MovableClock;

@IntegrationTest
class PassOnIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    Company company;
    String skill;

    final List<Employee> hired = new ArrayList<>();

    @BeforeEach
    void open() {
        company = new Company(new Api(port));
        skill = company.newSkill();
    }

    @AfterEach
    void close() {
        hired.forEach(Employee::leave);
        clock.reset();
    }

    private Employee hire(int capacity) {
        var employee = company.hire(capacity, skill).come();
        hired.add(employee);
        return employee;
    }

    private static Api.Answer ask(Employee employee, String assignment, String verb, Map<String, ?> body) {
        return employee.post("/api/v1/me/assignments/" + assignment + "/" + verb, body);
    }

    private static Api.Answer giveBack(Employee employee, String assignment) {
        return ask(employee, assignment, "return", Map.of("reason", "Not mine"));
    }

    private static Api.Answer transfer(Employee employee, String assignment, UUID to) {
        return ask(employee, assignment, "transfer", Map.of("workerId", to, "reason", "You know this one"));
    }

    private String holderOf(UUID task) {
        return company.task(task).path("assignee").asString("");
    }

    private List<String> history(UUID task) {
        var answer = company.get("/api/v1/tasks/" + task + "/history").body();
        assertThat(answer.path("chain").asString()).isEqualTo("valid");
        return answer.path("items")
                .valueStream()
                .map(it -> it.path("type").asString())
                .toList();
    }

    private static List<String> open(Employee employee) {
        return employee.open().stream().map(it -> it.path("taskId").asString()).toList();
    }

    @Test
    void givesWhatIsReturnedToSomebodyElse() {
        var first = hire(1);
        var task = company.create("hot potato", Priority.P1, skill);
        var created = company.task(task).path("createdAt").asString();
        var assignment = first.awaitOne().path("id").asString();
        first.start(assignment);

        var returned = giveBack(first, assignment);

        assertThat(returned.status()).as(returned.text()).isEqualTo(200);
        assertThat(returned.body().path("state").asString()).isEqualTo("RETURNED");
        assertThat(giveBack(first, assignment).status()).as("said twice").isEqualTo(200);
        assertThat(first.complete(assignment).status()).as("no longer theirs").isEqualTo(409);
        var second = hire(1);
        await().atMost(PATIENCE).until(() -> holderOf(task), second.id().toString()::equals);
        assertThat(company.task(task).path("createdAt").asString())
                .as("its age")
                .isEqualTo(created);
        assertThat(history(task))
                .containsExactly("task.queued", "task.assigned", "task.started", "task.released", "task.assigned");
    }

    @Test
    void givesTheNextTaskToWhoeverReturnedTheHeadOfTheLine() {
        var worker = hire(1);
        var returned = company.create("returned", Priority.P1, skill);
        var next = company.create("next", Priority.P5, skill);
        giveBack(worker, worker.awaitOne().path("id").asString());

        await().atMost(PATIENCE).until(() -> open(worker), List.of(next.toString())::equals);

        assertThat(company.get("/api/v1/tasks/" + returned + "/why")
                        .body()
                        .path("reason")
                        .asString())
                .isEqualTo("ALL_DECLINED");
        assertThat(company.get("/api/v1/coordination").text()).contains(returned.toString());
        worker.complete(worker.awaitOne().path("id").asString());
        clock.advance(CoolDowns.TIME);
        await().atMost(PATIENCE).until(() -> open(worker), List.of(returned.toString())::equals);
    }

    @Test
    void asksForTheNextWithoutGettingBackWhatWasReturned() {
        var worker = hire(1);
        company.create("returned", Priority.P1, skill);
        giveBack(worker, worker.awaitOne().path("id").asString());

        var next = worker.post("/api/v1/me/assignments/next", Map.of());

        assertThat(next.status()).as(next.text()).isIn(204, 404);
    }

    @Test
    void handsATaskToSomebodyAtOnce() {
        var giver = hire(1);
        var task = company.create("for you", Priority.P3, skill);
        var assignment = giver.awaitOne().path("id").asString();
        var receiver = hire(1);

        var answer = transfer(giver, assignment, receiver.id());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("state").asString()).isEqualTo("TRANSFERRED");
        assertThat(transfer(giver, assignment, receiver.id()).status())
                .as("said twice")
                .isEqualTo(200);
        assertThat(open(receiver)).containsExactly(task.toString());
        assertThat(giver.open()).isEmpty();
        assertThat(history(task)).containsExactly("task.queued", "task.assigned", "task.released", "task.assigned");
        assertThat(receiver.complete(receiver.awaitOne().path("id").asString()).status())
                .isEqualTo(200);
        var told = giver.get("/api/v1/me/assignments?state=closed&outcome=TRANSFERRED")
                .body();
        assertThat(told.at("/items/0/comment").asString()).isEqualTo("You know this one");
    }

    @Test
    void refusesReceiversWhoCannotTakeIt() {
        var giver = hire(1);
        var task = company.create("who else", Priority.P3, skill);
        var assignment = giver.awaitOne().path("id").asString();
        var absent = company.hire(1, skill);
        var unskilled = company.hire(1).come();
        hired.add(unskilled);
        var full = hire(0);

        for (var receiver : List.of(absent, unskilled, full)) {
            var answer = transfer(giver, assignment, receiver.id());
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body().path("code").asString()).isEqualTo("not-assignable");
        }
        assertThat(transfer(giver, assignment, giver.id()).status()).isEqualTo(422);
        assertThat(transfer(giver, assignment, UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(ask(giver, assignment, "transfer", Map.of("reason", "to nobody"))
                        .status())
                .isEqualTo(400);
        assertThat(holderOf(task)).isEqualTo(giver.id().toString());
        assertThat(company.task(task).path("version").asInt()).isEqualTo(2);
    }

    @Test
    void namesWhoCouldTakeIt() {
        var giver = hire(1);
        company.create("whom to ask", Priority.P3, skill);
        var assignment = giver.awaitOne().path("id").asString();
        var free = hire(1);
        var absent = company.hire(1, skill);
        var other = company.newQueue();

        var receivers = giver.get("/api/v1/me/assignments/" + assignment + "/receivers");

        assertThat(receivers.status()).as(receivers.text()).isEqualTo(200);
        var people = receivers.body().path("people");
        assertThat(people.at("/0/workerId").asString()).isEqualTo(free.id().toString());
        assertThat(people.at("/0/username").asString()).isEqualTo(free.username());
        assertThat(people.at("/0/free").asBoolean()).isTrue();
        assertThat(people.valueStream()
                        .filter(it -> it.path("workerId")
                                .asString()
                                .equals(absent.id().toString()))
                        .map(it -> it.at("/obstacle/code").asString()))
                .containsExactly("OFFLINE");
        assertThat(people.toString()).doesNotContain(giver.id().toString()).doesNotContain("busyShare");
        assertThat(receivers.body().path("queues").toString()).contains(other).doesNotContain("\"default\"");
        assertThat(free.get("/api/v1/me/assignments/" + assignment + "/receivers")
                        .status())
                .as("somebody else's")
                .isEqualTo(404);
    }

    @Test
    void movesATaskToAnotherQueueFromItsHolder() {
        var queue = company.newQueue();
        var worker = hire(1);
        var task = company.create("wrong desk", Priority.P3, skill);
        var assignment = worker.awaitOne().path("id").asString();
        worker.leave();

        var answer = ask(worker, assignment, "transfer", Map.of("queue", queue, "reason", "Not our field"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(company.task(task).path("queue").asString()).isEqualTo(queue);
        assertThat(company.get("/api/v1/queues/" + queue + "/waiting").text()).contains(task.toString());
        assertThat(history(task)).containsExactly("task.queued", "task.assigned", "task.released", "task.moved");
        worker.come();
        await().atMost(PATIENCE).until(() -> open(worker), List.of(task.toString())::equals);
    }

    @Test
    void movesWhatWaitsAndCountsItInItsNewQueue() {
        var queue = company.newQueue();
        var task = company.create("move me", Priority.P4, skill);

        var moved = company.post("/api/v1/tasks/" + task + "/move", Map.of("queue", queue, "reason", "Routing"));

        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        assertThat(moved.body().path("queue").asString()).isEqualTo(queue);
        assertThat(company.get("/api/v1/queues/" + queue + "/waiting").text()).contains(task.toString());
        var counted = company.get("/api/v1/statistics").body().path("byQueue").path(queue);
        assertThat(counted.at("/QUEUED/P4").asInt()).isEqualTo(1);
        assertThat(company.post("/api/v1/tasks/" + task + "/move", Map.of("queue", "no-such-queue"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void letsAnAdminTakeATaskFromItsHolder() {
        var worker = hire(1);
        var task = company.create("stuck", Priority.P2, skill);
        var assignment = worker.awaitOne().path("id").asString();
        worker.start(assignment);

        var answer = company.post("/api/v1/tasks/" + task + "/return", Map.of("reason", "Called in sick"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("status").asString()).isEqualTo("QUEUED");
        assertThat(worker.open()).isEmpty();
        assertThat(worker.get("/api/v1/me/feed").text()).contains("assignment.closed");
        assertThat(company.post("/api/v1/tasks/" + task + "/return", Map.of("reason", "Again"))
                        .status())
                .isEqualTo(409);
    }
}
