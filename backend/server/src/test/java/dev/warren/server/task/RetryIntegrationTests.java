package dev.warren.server.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.MovableClock;

@IntegrationTest
class RetryIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    Company company;
    String skill;

    /** One for all tests: a queue that was just made waits for the schedule. */
    static String queue = "";

    final List<Employee> hired = new ArrayList<>();

    @BeforeEach
    void open() {
        company = new Company(new Api(port));
        skill = company.newSkill();
        if (queue.isEmpty()) {
            queue = company.newQueue();
        }
        set(Map.of("maxAttempts", 2, "retrySeconds", 600, "dispositions", List.of()));
    }

    @AfterEach
    void close() {
        hired.forEach(Employee::leave);
        clock.reset();
    }

    private void set(Map<String, ?> change) {
        var set = company.patch("/api/v1/queues/" + queue, change);
        assertThat(set.status()).as(set.text()).isEqualTo(200);
    }

    private Employee hire() {
        var employee = company.hire(1, skill).come();
        hired.add(employee);
        return employee;
    }

    private void fail(Employee worker) {
        var answer = worker.end(worker.awaitOne().path("id").asString(), "fail", "No power");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"60, 1, 0, 60", "60, 1, 1, 66", "60, 3, 0, 240", "86400, 5, 0, 86400", "3600, 20, 1, 95040"})
    void doublesTheTimeUpToADay(int seconds, int attempt, double random, long expected) {
        assertThat(Retries.delay(seconds, attempt, random)).isEqualTo(Duration.ofSeconds(expected));
    }

    @Test
    void triesAgainByItselfAndThenLeavesItToSomebody() {
        var worker = hire();
        var task = company.create("flaky", queue, Priority.P3, skill);
        fail(worker);
        var retryAt = Instant.parse(company.task(task).path("retryAt").asString());
        assertThat(Duration.between(clock.instant(), retryAt))
                .isBetween(Duration.ofSeconds(590), Duration.ofSeconds(660));

        clock.advance(Duration.ofSeconds(661));

        fail(worker);
        assertThat(company.task(task).path("retryAt").isNull())
                .as("a dead letter")
                .isTrue();
        clock.advance(Duration.ofDays(2));
        await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> company.statusOf(task), "FAILED"::equals);

        company.post("/api/v1/tasks/" + task + "/retry", Map.of());
        assertThat(worker.complete(worker.awaitOne().path("id").asString()).status())
                .isEqualTo(200);
        assertThat(company.task(task).path("attempt").asInt()).isEqualTo(3);
    }

    @Test
    void forgetsTheTimeOfWhatSomebodyRetriedBefore() {
        var worker = hire();
        var task = company.create("impatient", queue, Priority.P3, skill);
        fail(worker);
        company.post("/api/v1/tasks/" + task + "/retry", Map.of());
        fail(worker);
        assertThat(company.task(task).path("retryAt").isNull()).isTrue();

        clock.advance(Duration.ofDays(1));

        await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> company.statusOf(task), "FAILED"::equals);
    }

    @Test
    void asksHowATaskEndedWhereItsQueueWantsToKnow() {
        set(Map.of("dispositions", List.of("Repaired", "Replaced")));
        var worker = hire();
        var task = company.create("how", queue, Priority.P3, skill);
        var assignment = worker.awaitOne().path("id").asString();

        assertThat(worker.complete(assignment).body().at("/errors/0/pointer").asString())
                .isEqualTo("/disposition");
        assertThat(complete(worker, assignment, "Burnt").status()).isEqualTo(422);
        var done = complete(worker, assignment, "Replaced");

        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.body().path("disposition").asString()).isEqualTo("Replaced");
        assertThat(company.get("/api/v1/tasks/" + task + "/history").text()).contains("\"Replaced\"");
    }

    @Test
    void takesNoDispositionWhereThereIsNone() {
        var worker = hire();
        company.create("plain", queue, Priority.P3, skill);

        assertThat(complete(worker, worker.awaitOne().path("id").asString(), "Replaced")
                        .status())
                .isEqualTo(422);
    }

    private static Api.Answer complete(Employee worker, String assignment, String disposition) {
        return worker.post(
                "/api/v1/me/assignments/" + assignment + "/complete",
                Map.of("comment", "Done.", "disposition", disposition));
    }
}
