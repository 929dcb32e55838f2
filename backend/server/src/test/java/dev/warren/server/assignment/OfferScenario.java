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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.JsonNode;

import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.MovableClock;

/** A queue that asks people, who are told apart by a skill of their own. */
abstract class OfferScenario {

    static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Autowired
    JdbcTemplate jdbc;

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
        var set = company.patch("/api/v1/queues/" + queue, Map.of("acceptance", "MANUAL", "declineLimit", 3));
        assertThat(set.status()).as(set.text()).isEqualTo(200);
    }

    @AfterEach
    void close() {
        hired.forEach(Employee::leave);
        clock.reset();
    }

    Employee hire(int capacity) {
        var employee = company.hire(capacity, skill);
        hired.add(employee);
        return employee;
    }

    UUID create(String title, Priority priority) {
        return company.create(title, queue, priority, skill);
    }

    static List<String> titles(List<JsonNode> offers) {
        return offers.stream().map(it -> it.at("/task/title").asString()).toList();
    }

    static int load(Employee employee) {
        return employee.get("/api/v1/me/worker").body().path("load").asInt();
    }

    List<String> history(UUID task) {
        return company.get("/api/v1/tasks/" + task + "/history")
                .body()
                .path("items")
                .valueStream()
                .map(it -> it.path("type").asString())
                .toList();
    }

    static List<String> feed(Employee employee) {
        return employee.get("/api/v1/me/feed")
                .body()
                .path("entries")
                .valueStream()
                .map(it -> it.path("type").asString())
                .toList();
    }

    List<JsonNode> coordination(UUID task) {
        return company.get("/api/v1/coordination")
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("taskId").asString().equals(task.toString()))
                .toList();
    }

    void awaitStatus(UUID task, String status) {
        await().atMost(TIMEOUT).until(() -> company.statusOf(task), status::equals);
    }

    static Api.Answer decline(Employee employee, JsonNode offer) {
        return employee.decline(offer.path("id").asString(), "Another time.");
    }
}
