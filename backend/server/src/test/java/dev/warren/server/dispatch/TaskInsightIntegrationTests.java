package dev.warren.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.OwnServer;

/** On a server that dispatches nothing by itself, so that what waits stays waiting. */
class TaskInsightIntegrationTests {

    @SuppressWarnings("NullAway.Init")
    private static OwnServer server;

    Company company;
    String skill;

    @BeforeAll
    static void start() {
        server = OwnServer.start(Map.of("warren.dispatch.drop-wake-ups", true, "warren.dispatch.interval", "1h"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        company = new Company(server.api());
        skill = company.newSkill();
    }

    private JsonNode why(UUID task) {
        return ok(company.get("/api/v1/tasks/" + task + "/why"));
    }

    private List<JsonNode> candidates(UUID task) {
        return ok(company.get("/api/v1/tasks/" + task + "/candidates"))
                .path("items")
                .valueStream()
                .toList();
    }

    private static JsonNode ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private static void attend(Employee worker, String status) {
        worker.api()
                .send(
                        "PUT",
                        "/api/v1/me/presence",
                        "{\"status\":\"%s\"}".formatted(status).getBytes(StandardCharsets.UTF_8),
                        "Authorization",
                        worker.bearer().get(1),
                        "Content-Type",
                        "application/json");
    }

    @Test
    void saysInWordsWhyATaskWaits() {
        var queue = company.newQueue();
        var task = company.create("waits", queue, Priority.P3, skill);
        assertThat(why(task).path("sentence").asString())
                .isEqualTo("Nobody has the skills, the level and the region that this task needs.");
        var full = company.hire(0, skill).come();
        attend(company.hire(1, skill), "BUSY");
        attend(company.hire(1, skill), "BREAK");
        company.hire(1, skill);
        company.create("more urgent", queue, Priority.P1, skill);

        var busy = why(task);

        assertThat(busy.path("sentence").asString())
                .isEqualTo("4 people could take it: 2 are busy, 1 is on break, 1 is not here.");
        assertThat(busy.path("reason").asString()).isEqualTo("NO_CAPACITY");
        assertThat(busy.path("position").asInt()).isEqualTo(2);
        assertThat(busy.path("effectivePriority").asInt()).isEqualTo(3);
        assertThat(busy.path("waitingSince")).isEqualTo(company.task(task).path("createdAt"));
        assertThat(busy.path("able").asInt()).isEqualTo(4);
        assertThat(busy.path("present").asInt()).isEqualTo(3);
        assertThat(busy.path("free").asInt()).isZero();

        full.leave();
        company.hire(1, skill).come();
        assertThat(why(task).path("reason").asString()).isEqualTo("IN_LINE");
        company.hire(1, skill).come();
        assertThat(why(task).path("reason").asString()).isEqualTo("NEXT");
        assertThat(why(task).path("free").asInt()).isEqualTo(2);
    }

    @Test
    void saysWhoAssignedATaskAndForWhatReason() {
        var worker = company.hire(3, skill).come();
        var given = company.create("given", Priority.P3, skill);
        var explained = company.create("explained", Priority.P3, skill);
        var taken = company.create("taken", Priority.P1, skill);
        company.assign(given, worker);
        var answer = company.post(
                "/api/v1/tasks/" + explained + "/assign", Map.of("workerId", worker.id(), "reason", "Knows the site."));
        assertThat(answer.status()).isEqualTo(200);
        worker.post("/api/v1/me/assignments/next", Map.of());

        assertThat(why(given).path("sentence").asString()).isEqualTo("Assigned by root.");
        assertThat(why(explained).path("sentence").asString()).isEqualTo("Assigned by root: Knows the site.");
        assertThat(why(explained).path("reason").asString()).isEqualTo("HAND");
        assertThat(why(taken).path("reason").asString()).isEqualTo("TAKEN");
        assertThat(company.get("/api/v1/tasks/" + explained + "/history").text())
                .contains("Knows the site.");
        assertThat(worker.get("/api/v1/tasks/" + given + "/why").status()).isEqualTo(200);
        assertThat(company.hire(1).get("/api/v1/tasks/" + given + "/why").status())
                .isEqualTo(404);
        company.post("/api/v1/tasks/" + given + "/cancel");
        assertThat(why(given).path("reason").asString()).isEqualTo("CLOSED");
        assertThat(worker.get("/api/v1/tasks/" + given + "/why").status()).isEqualTo(404);
    }

    @Test
    void ranksEverybodyAndSaysWhatStandsAgainstTheOthers() {
        var idle = company.hire(2, skill).come();
        var loaded = company.hire(2, skill).come();
        var full = company.hire(1, skill).come();
        var absent = company.hire(1, skill);
        var unskilled = company.hire(1).come();
        company.assign(company.create("a", Priority.P3, skill), loaded);
        company.assign(company.create("b", Priority.P3, skill), full);
        var task = company.create("who", Priority.P3, skill);

        var people = candidates(task);

        assertThat(people.subList(0, 2))
                .extracting(it -> it.path("workerId").asString())
                .containsExactly(idle.id().toString(), loaded.id().toString());
        assertThat(people.get(0).path("eligible").asBoolean()).isTrue();
        assertThat(people.get(0).path("rank").asInt()).isEqualTo(1);
        assertThat(people.get(0).path("wouldBeChosen").asBoolean()).isTrue();
        assertThat(people.get(0).path("reason").isNull()).isTrue();
        assertThat(people.get(1).path("wouldBeChosen").asBoolean()).isFalse();
        assertThat(people.get(0).at("/skills/0/name").asString()).isEqualTo(skill);
        assertThat(people.get(0).at("/skills/0/level").asInt()).isEqualTo(3);
        assertThat(people.get(0).at("/skills/0/needed").asInt()).isEqualTo(1);
        var reasons = JsonNodeFactory.instance.objectNode();
        people.forEach(it -> reasons.set(it.path("workerId").asString(), it.path("reason")));
        assertThat(reasons.path(full.id().toString()).path("code").asString()).isEqualTo("NO_CAPACITY");
        assertThat(reasons.path(full.id().toString()).path("sentence").asString())
                .isEqualTo("Holds 1 of 1 tasks.");
        assertThat(reasons.path(absent.id().toString()).path("code").asString()).isEqualTo("OFFLINE");
        assertThat(reasons.path(unskilled.id().toString()).path("sentence").asString())
                .isEqualTo("Lacks " + skill + ".");
        assertThat(company.get("/api/v1/tasks/" + UUID.randomUUID() + "/candidates")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void foretellsHowATaskWouldFare() {
        var queue = company.newQueue();
        company.hire(1, skill).come();
        company.hire(1, skill);
        company.create("before", queue, Priority.P2, skill);
        company.create("after", queue, Priority.P4, skill);

        var preview = ok(company.post(
                "/api/v1/tasks/preview", Map.of("priority", "P3", "requiredSkills", List.of(skill), "queue", queue)));

        assertThat(preview.path("able").asInt()).isEqualTo(2);
        assertThat(preview.path("present").asInt()).isEqualTo(1);
        assertThat(preview.path("free").asInt()).isEqualTo(1);
        assertThat(preview.path("ahead").asInt()).isEqualTo(1);
        assertThat(ok(company.post(
                                "/api/v1/tasks/preview",
                                Map.of("priority", "P5", "requiredSkills", List.of(skill), "minSkillLevel", 4)))
                        .path("able")
                        .asInt())
                .isZero();
        assertThat(company.post("/api/v1/tasks/preview", Map.of()).status()).isEqualTo(400);
        assertThat(company.post("/api/v1/tasks/preview", Map.of("priority", "P1", "queue", "nowhere"))
                        .status())
                .isEqualTo(422);
        assertThat(company.post("/api/v1/tasks/preview", Map.of("priority", "P1", "requiredSkills", List.of("alchemy")))
                        .status())
                .isEqualTo(422);
    }
}
