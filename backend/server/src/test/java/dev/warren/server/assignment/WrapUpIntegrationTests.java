package dev.warren.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.JsonNode;

import dev.warren.server.shared.Ids;
import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.MovableClock;

/** The moment after a task, in which its worker keeps the seat. */
@IntegrationTest
class WrapUpIntegrationTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate jdbc;

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
            var set = company.patch("/api/v1/queues/" + queue, Map.of("wrapUpSeconds", 120));
            assertThat(set.status()).as(set.text()).isEqualTo(200);
            assertThat(set.body().path("wrapUpSeconds").asInt()).isEqualTo(120);
        }
    }

    @AfterEach
    void close() {
        hired.forEach(Employee::leave);
        clock.reset();
    }

    private Employee hire(int capacity) {
        var employee = company.hire(capacity, skill);
        hired.add(employee);
        return employee;
    }

    private UUID create(String title) {
        return company.create(title, queue, Priority.P3, skill);
    }

    private static JsonNode self(Employee employee) {
        return employee.get("/api/v1/me/worker").body();
    }

    private static List<String> feed(Employee employee) {
        return employee.get("/api/v1/me/feed")
                .body()
                .path("entries")
                .valueStream()
                .map(it -> it.path("type").asString())
                .filter(it -> it.startsWith("wrap-up"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "fail"})
    void keepsTheSeatForAsLongAsTheQueueSays(String verb) {
        create("first");
        var worker = hire(1).come();
        var first = worker.awaitOne().path("id").asString();

        worker.end(first, verb, "So it is.");

        var after = self(worker);
        assertThat(after.path("load").asInt()).isEqualTo(1);
        assertThat(Duration.between(
                        clock.instant(), Instant.parse(after.path("wrapUpUntil").asString())))
                .isBetween(Duration.ofSeconds(90), Duration.ofSeconds(120));
        var next = create("next");
        assertThat(company.get("/api/v1/tasks/" + next + "/candidates")
                        .body()
                        .at("/items/0/reason/code")
                        .asString())
                .isEqualTo("NO_CAPACITY");

        clock.advance(Duration.ofSeconds(121));

        assertThat(worker.awaitOne().at("/task/title").asString()).isEqualTo("next");
        assertThat(self(worker).path("wrapUpUntil").isNull()).isTrue();
        assertThat(feed(worker)).containsExactly("wrap-up.began", "wrap-up.ended");
    }

    @Test
    void endsAtOnceWhenTheWorkerSaysSo() {
        create("first");
        var worker = hire(1).come();
        worker.complete(worker.awaitOne().path("id").asString());
        create("next");
        assertThat(worker.open()).isEmpty();

        var ended = worker.post("/api/v1/me/wrap-up/end", Map.of());

        assertThat(ended.status()).as(ended.text()).isEqualTo(200);
        assertThat(ended.body().path("load").asInt()).isZero();
        assertThat(ended.body().path("wrapUpUntil").isNull()).isTrue();
        assertThat(worker.awaitOne().at("/task/title").asString()).isEqualTo("next");
        assertThat(worker.post("/api/v1/me/wrap-up/end", Map.of()).status())
                .as("said twice")
                .isEqualTo(200);
        assertThat(self(worker).path("load").asInt()).isEqualTo(1);
    }

    @Test
    void takesOneSeatOfSeveral() {
        create("one");
        create("two");
        var worker = hire(2).come();
        var both = worker.awaitOpen(2);
        worker.complete(both.get(0).path("id").asString());
        create("three");
        worker.complete(both.get(1).path("id").asString());

        assertThat(self(worker).path("load").asInt()).isEqualTo(2);
        assertThat(worker.open()).isEmpty();
        worker.post("/api/v1/me/wrap-up/end", Map.of());

        worker.awaitOpen(1);
        assertThat(self(worker).path("load").asInt()).isEqualTo(1);
    }

    @Test
    void neverExceedsTheCapacityWhenItIsCutMeanwhile() {
        create("one");
        create("two");
        var worker = hire(2).come();
        var both = worker.awaitOpen(2);
        worker.complete(both.get(0).path("id").asString());
        company.patch("/api/v1/workers/" + worker.id(), Map.of("capacity", 1));
        create("three");

        worker.post("/api/v1/me/wrap-up/end", Map.of());

        assertThat(self(worker).path("load").asInt()).isEqualTo(1);
        worker.complete(both.get(1).path("id").asString());
        assertThat(worker.open()).isEmpty();
        worker.post("/api/v1/me/wrap-up/end", Map.of());
        assertThat(worker.awaitOne().at("/task/title").asString()).isEqualTo("three");
    }

    @Test
    void countsAsBusy() {
        create("one");
        var worker = hire(1).come();
        worker.complete(worker.awaitOne().path("id").asString());
        var before = busySeconds(worker);

        clock.advance(Duration.ofSeconds(100));

        worker.say(Map.of("status", "BUSY"));
        assertThat(busySeconds(worker) - before).isGreaterThan(99);
    }

    private double busySeconds(Employee worker) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "SELECT busy_seconds FROM worker WHERE id = ?", Double.class, (Object) Ids.bytes(worker.id())));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3_601})
    void refusesTimesOutOfRange(int seconds) {
        var answer = company.patch("/api/v1/queues/" + queue, Map.of("wrapUpSeconds", seconds));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("\"/wrapUpSeconds\"");
    }
}
