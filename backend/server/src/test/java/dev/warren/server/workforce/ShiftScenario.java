package dev.warren.server.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.MovableClock;

/** People with schedules, who are told apart by a skill of their own. */
abstract class ShiftScenario {

    static final Duration TIMEOUT = Duration.ofSeconds(30);

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

    Employee hire() {
        var employee = company.hire(1, skill);
        hired.add(employee);
        return employee;
    }

    static Map<String, Object> schedule(Object weekly, Object vacations, Object extra) {
        return Map.of("zone", "UTC", "weekly", weekly, "vacations", vacations, "extra", extra);
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    void plan(Employee employee, Map<String, Object> schedule) {
        var answer = company.put("/api/v1/workers/" + employee.id() + "/schedule", schedule);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    UUID create(String title, int estimateSeconds) {
        var task = new HashMap<>(Company.task(title, "default", Priority.P3, skill));
        if (estimateSeconds > 0) {
            task.put("estimateSeconds", estimateSeconds);
        }
        return UUID.fromString(
                company.post("/api/v1/tasks", task).body().path("id").asString());
    }
}
