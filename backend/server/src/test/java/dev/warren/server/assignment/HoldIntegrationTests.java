package dev.warren.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.MovableClock;

@IntegrationTest
class HoldIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration HOUR = Duration.ofHours(1);

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

    private UUID create(String title) {
        return company.create(title, Priority.P3, skill);
    }

    private static Api.Answer hold(Employee employee, String assignment, @Nullable Object until) {
        return employee.post("/api/v1/me/assignments/" + assignment + "/hold", pause(until));
    }

    private static Map<String, Object> pause(@Nullable Object until) {
        var body = new HashMap<String, Object>(Map.of("reason", "Waits for a part"));
        if (until != null) {
            body.put("until", until.toString());
        }
        return body;
    }

    private static Api.Answer resume(Employee employee, String assignment) {
        return employee.post("/api/v1/me/assignments/" + assignment + "/resume", Map.of());
    }

    private Api.Answer admin(UUID task, String verb, Map<String, ?> body) {
        return company.post("/api/v1/tasks/" + task + "/" + verb, body);
    }

    private void awaitStatus(UUID task, String status) {
        await().atMost(PATIENCE).until(() -> company.statusOf(task), status::equals);
    }

    private static int load(Employee employee) {
        return employee.get("/api/v1/me/worker").body().path("load").asInt();
    }

    private List<String> history(UUID task) {
        var answer = company.get("/api/v1/tasks/" + task + "/history").body();
        assertThat(answer.path("chain").asString()).isEqualTo("valid");
        return answer.path("items")
                .valueStream()
                .map(it -> it.path("type").asString())
                .toList();
    }

    /** Asserts that the status of the task stays as it is while the schedules run a few times. */
    private void stays(UUID task, String status) {
        await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> company.statusOf(task), status::equals);
    }

    @Test
    void givesTheSeatToOtherWorkWhileATaskIsOnHold() {
        var worker = hire(1);
        var first = create("first");
        var assignment = worker.awaitOne().path("id").asString();
        worker.start(assignment);

        var held = hold(worker, assignment, null);

        assertThat(held.status()).as(held.text()).isEqualTo(200);
        assertThat(held.body().path("state").asString()).isEqualTo("ON_HOLD");
        assertThat(held.body().at("/task/hold/reason").asString()).isEqualTo("Waits for a part");
        assertThat(load(worker)).isZero();
        var second = create("second");
        worker.awaitOpen(2);
        assertThat(company.statusOf(second)).isEqualTo("ASSIGNED");
        assertThat(resume(worker, assignment).body().path("code").asString()).isEqualTo("no-seat");

        worker.complete(worker.open().get(1).path("id").asString());
        assertThat(resume(worker, assignment).body().path("state").asString()).isEqualTo("IN_PROGRESS");
        assertThat(resume(worker, assignment).status()).as("said twice").isEqualTo(200);
        assertThat(load(worker)).isOne();
        assertThat(worker.complete(assignment).status()).isEqualTo(200);
        assertThat(history(first))
                .containsExactly(
                        "task.queued", "task.assigned", "task.started", "task.held", "task.resumed", "task.completed");
    }

    @Test
    void goesOnByItselfWhenItsTimeHasCome() {
        var worker = hire(1);
        var task = create("later");
        var assignment = worker.awaitOne().path("id").asString();
        hold(worker, assignment, clock.instant().plus(HOUR));
        stays(task, "ON_HOLD");

        clock.advance(HOUR);

        awaitStatus(task, "IN_PROGRESS");
        assertThat(load(worker)).isOne();
        assertThat(worker.get("/api/v1/me/feed").text()).contains("assignment.held", "assignment.resumed");
    }

    @Test
    void keepsTheNextSeatForWhatHasComeToItsTime() {
        var worker = hire(1);
        var held = create("held");
        var assignment = worker.awaitOne().path("id").asString();
        hold(worker, assignment, clock.instant().plus(HOUR));
        create("meanwhile");
        worker.awaitOpen(2);
        clock.advance(HOUR);
        stays(held, "ON_HOLD");
        var waiting = create("would be next");

        worker.complete(worker.open().get(1).path("id").asString());

        awaitStatus(held, "IN_PROGRESS");
        stays(waiting, "QUEUED");
        worker.complete(assignment);
        awaitStatus(waiting, "ASSIGNED");
    }

    @Test
    void waitsForAHolderOnABreakAndNotForOneWhoIsGone() {
        var worker = hire(1);
        var task = create("left behind");
        var assignment = worker.awaitOne().path("id").asString();
        hold(worker, assignment, clock.instant().plus(HOUR));
        worker.attend("BREAK");
        clock.advance(HOUR.plus(HoldEnds.GRACE).plusSeconds(1));
        stays(task, "ON_HOLD");
        var other = hire(1);

        worker.leave();

        awaitStatus(task, "ASSIGNED");
        assertThat(company.task(task).path("assignee").asString())
                .isEqualTo(other.id().toString());
        assertThat(history(task)).contains("task.released");
        assertThat(worker.come().open()).isEmpty();
        assertThat(load(worker)).isZero();
        create("new work: no seat is kept any more");
        worker.awaitOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "fail"})
    void endsFromOnHoldToo(String verb) {
        var worker = hire(1);
        var task = create("solved by itself");
        var assignment = worker.awaitOne().path("id").asString();
        hold(worker, assignment, clock.instant().plus(HOUR));

        assertThat(worker.end(assignment, verb, "Nothing to do.").status()).isEqualTo(200);

        assertThat(load(worker)).isZero();
        clock.advance(HOUR);
        stays(task, verb.equals("complete") ? "COMPLETED" : "FAILED");
    }

    @Test
    void freesTheSeatThatWasKeptWhenTheTaskIsCalledOff() {
        var worker = hire(1);
        var held = create("called off");
        hold(worker, worker.awaitOne().path("id").asString(), clock.instant().plus(HOUR));
        create("meanwhile");
        worker.awaitOpen(2);
        clock.advance(HOUR);
        stays(held, "ON_HOLD");

        assertThat(admin(held, "cancel", Map.of()).status()).isEqualTo(200);

        worker.complete(worker.awaitOne().path("id").asString());
        create("next");
        worker.awaitOne();
    }

    @Test
    void letsAnAdminHoldWhatWaits() {
        var task = create("not now");
        assertThat(admin(task, "hold", pause(clock.instant().plus(HOUR)))
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("ON_HOLD");
        hire(1);
        stays(task, "ON_HOLD");

        clock.advance(HOUR);

        awaitStatus(task, "ASSIGNED");
        assertThat(history(task)).containsExactly("task.queued", "task.held", "task.requeued", "task.assigned");
    }

    @Test
    void letsAnAdminResumeWhatWaited() {
        var task = create("not now");
        admin(task, "hold", pause(null));

        assertThat(admin(task, "resume", Map.of()).body().path("status").asString())
                .isEqualTo("QUEUED");

        assertThat(admin(task, "resume", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void takesTheOfferBackOfWhatAnAdminHolds() {
        var queue = company.newQueue();
        company.patch("/api/v1/queues/" + queue, Map.of("acceptance", "MANUAL"));
        var worker = hire(1);
        var task = company.create("offered", queue, Priority.P3, skill);
        var offer = worker.awaitOffer().path("id").asString();

        assertThat(admin(task, "hold", pause(null)).status()).isEqualTo(200);

        assertThat(worker.accept(offer).status()).isEqualTo(409);
        assertThat(load(worker)).isZero();
        assertThat(company.statusOf(task)).isEqualTo("ON_HOLD");
    }

    @Test
    void refusesWhatCannotBe() {
        var worker = hire(1);
        var task = create("strict");
        var assignment = worker.awaitOne().path("id").asString();

        assertThat(hold(worker, assignment, clock.instant().minusSeconds(1))
                        .body()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/until");
        assertThat(hold(worker, assignment, clock.instant().plus(Duration.ofDays(91)))
                        .status())
                .isEqualTo(400);
        assertThat(hold(worker, assignment, "tomorrow").status()).isEqualTo(400);
        assertThat(employeePost(worker, assignment, "hold", Map.of("reason", " "))
                        .status())
                .isEqualTo(400);
        assertThat(hold(hire(1), assignment, null).status())
                .as("somebody else's")
                .isEqualTo(404);
        assertThat(hold(worker, assignment, null).status()).isEqualTo(200);
        assertThat(hold(worker, assignment, null).body().path("code").asString())
                .isEqualTo("illegal-transition");
        assertThat(worker.start(assignment).status()).as("on hold").isEqualTo(409);
        assertThat(company.task(task).path("version").asInt()).isEqualTo(3);
    }

    private static Api.Answer employeePost(Employee employee, String assignment, String verb, Map<String, ?> body) {
        return employee.post("/api/v1/me/assignments/" + assignment + "/" + verb, body);
    }

    @Test
    void countsTheTimeOnHoldNotAsBusy() {
        var worker = hire(1);
        create("paused");
        var assignment = worker.awaitOne().path("id").asString();
        clock.advance(Duration.ofMinutes(10));
        hold(worker, assignment, null);
        clock.advance(Duration.ofMinutes(30));
        resume(worker, assignment);
        clock.advance(Duration.ofMinutes(10));
        worker.complete(assignment);

        var figures = worker.get("/api/v1/me/figures").body();

        assertThat(figures.path("busySeconds").asLong()).isBetween(1_195L, 1_205L);
        assertThat(figures.path("presentSeconds").asLong()).isBetween(2_990L, 3_010L);
    }
}
