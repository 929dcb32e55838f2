package dev.warren.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.IntegrationTest;

@IntegrationTest
class RemedyIntegrationTests {

    private final List<Employee> hired = new ArrayList<>();

    @LocalServerPort
    int port;

    Company company;
    String queue;
    String skill;
    String other;

    @BeforeEach
    void open() {
        company = new Company(new Api(port));
        queue = company.newQueue();
        skill = company.newSkill();
        other = company.newSkill();
    }

    @AfterEach
    void close() {
        hired.forEach(Employee::leave);
    }

    private Employee hire(String... skills) {
        hired.add(company.hire(1, skills));
        return hired.get(hired.size() - 1);
    }

    private UUID create(Priority priority, String... skills) {
        return company.create("stuck", queue, priority, skills);
    }

    private UUID create(Map<String, Object> particulars, String... skills) {
        var body = new HashMap<>(Company.task("stuck", queue, Priority.P3, skills));
        body.putAll(particulars);
        return UUID.fromString(
                company.post("/api/v1/tasks", body).body().path("id").asString());
    }

    private JsonNode remedy(UUID task) {
        return company.get("/api/v1/tasks/" + task + "/why").body().path("remedy");
    }

    private void assertRemedy(UUID task, String code, String sentence) {
        assertThat(remedy(task).path("code").asString())
                .as(remedy(task).toString())
                .isEqualTo(code);
        assertThat(remedy(task).path("sentence").asString()).isEqualTo(sentence);
    }

    @Test
    void isAMoreUrgentPriorityBehindOthers() {
        create(Priority.P3, skill);
        hire(skill).come().awaitOne();
        create(Priority.P2, skill);
        create(Priority.P3, skill);

        assertRemedy(create(Priority.P5, skill), "PRIORITY", "As P1 it would be number 1 instead of 3.");
    }

    @Test
    void isTheLeastUrgentPriorityThatDoes() {
        create(Priority.P3, skill);
        hire(skill).come().awaitOne();
        create(Priority.P4, skill);

        assertRemedy(create(Priority.P5, skill), "PRIORITY", "As P3 it would be number 1 instead of 2.");
    }

    @Test
    void isALowerLevelWhereSomebodyKnowsLess() {
        hire(skill).come();

        assertRemedy(
                create(Map.of("minSkillLevel", 5), skill), "LEVEL", "With skill level 3, 1 person could begin now.");
    }

    @Test
    void isAnotherRegionWhereSomebodyIsFree() {
        var there = hire(skill);
        company.patch("/api/v1/workers/" + there.id(), Map.of("region", "north"));
        there.come();

        assertRemedy(
                create(Map.of("region", "south"), skill),
                "REGION",
                "Outside the region south, 1 person could begin now.");
    }

    @Test
    void isASkillLessWhereSomebodyHasTheRest() {
        hire(skill).come();
        hire(skill).come();
        hire(other).come();

        assertRemedy(
                create(Priority.P3, skill, other),
                "SKILL",
                "Without the skill " + other + ", 2 people could begin now.");
    }

    @Test
    void isMoreRoomWhereAllAreBusyAndNothingIsBefore() {
        create(Priority.P3, skill);
        hire(skill).come().awaitOne();

        assertRemedy(
                create(Priority.P3, skill), "CAPACITY", "With room for one more task each, 1 person could begin now.");
    }

    @Test
    void isSomebodyWhoIsNotHere() {
        hire(skill);

        assertRemedy(create(Priority.P3, skill), "PRESENCE", "If they were available, 1 person could begin now.");
    }

    @Test
    void isNothingWhereNobodyEverCould() {
        assertThat(remedy(create(Priority.P3, skill)).isNull()).isTrue();
    }

    @Test
    void isNotNeededForWhatIsNext() {
        var task = create(Priority.P3, skill);
        hire(skill).come().awaitOne();

        assertThat(remedy(task).isNull()).isTrue();
    }
}
