package dev.warren.server.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.IntegrationTest;

@IntegrationTest
class TalkIntegrationTests {

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
    }

    private Employee hire() {
        var employee = company.hire(1, skill).come();
        hired.add(employee);
        return employee;
    }

    private static String name(Employee employee) {
        return employee.get("/api/v1/me/worker").body().path("username").asString();
    }

    private static String comments(UUID task) {
        return "/api/v1/tasks/" + task + "/comments";
    }

    private static List<JsonNode> told(Employee employee, String type) {
        return employee.get("/api/v1/me/feed")
                .body()
                .path("entries")
                .valueStream()
                .filter(it -> it.path("type").asString().equals(type))
                .toList();
    }

    @Test
    void keepsWhatIsSaidInOrderAndTellsTheHolder() {
        var holder = hire();
        var task = company.create("let us talk", Priority.P3, skill);
        holder.awaitOne();

        var first = company.post(comments(task), Map.of("text", "Look at https://example.org/7"));
        var second = holder.post(comments(task), Map.of("text", "Seen.\nThanks"));

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(second.status()).as(second.text()).isEqualTo(201);
        var page = company.get(comments(task) + "?size=1").body();
        assertThat(page.at("/items/0/text").asString()).isEqualTo("Look at https://example.org/7");
        assertThat(page.at("/items/0/author/name").asString()).isEqualTo("root");
        var rest = holder.get(comments(task) + "?cursor=" + page.path("next").asString())
                .body();
        assertThat(rest.at("/items/0/text").asString()).isEqualTo("Seen.\nThanks");
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(told(holder, "comment.added")).hasSize(1);
        var history = company.get("/api/v1/tasks/" + task + "/history").body();
        assertThat(history.path("chain").asString()).isEqualTo("valid");
        assertThat(history.path("items")
                        .valueStream()
                        .filter(it -> it.path("type").asString().equals("task.commented")))
                .hasSize(2);
    }

    @Test
    void opensATaskToWhoeverIsCalledToIt() {
        var holder = hire();
        var task = company.create("who knows", Priority.P3, skill);
        holder.awaitOne();
        var called = hire();
        assertThat(called.get(comments(task)).status()).as("not yet").isEqualTo(404);

        var said = holder.post(
                comments(task),
                Map.of("text", "@" + name(called) + ". and @nobody-at-all, mail me@" + name(called) + "?"));

        assertThat(said.body().at("/mentions/0/id").asString())
                .isEqualTo(called.id().toString());
        assertThat(said.body().path("mentions")).hasSize(1);
        assertThat(told(called, "comment.added").get(0).at("/data/taskId").asString())
                .isEqualTo(task.toString());
        assertThat(called.get("/api/v1/tasks/" + task).status()).isEqualTo(200);
        assertThat(called.post(comments(task), Map.of("text", "I do")).status()).isEqualTo(201);
        assertThat(told(holder, "comment.added")).hasSize(1);
    }

    @Test
    void hidesTheTalkFromWhoeverHasNothingToDoWithTheTask() {
        var task = company.create("not yours", Priority.P3, skill);
        var stranger = company.hire(1);

        assertThat(stranger.get(comments(task)).status()).isEqualTo(404);
        assertThat(stranger.post(comments(task), Map.of("text", "Hello?")).status())
                .isEqualTo(404);
        assertThat(company.get(comments(UUID.randomUUID())).status()).isEqualTo(404);
        assertThat(company.post(comments(task), Map.of("text", "  ")).status()).isEqualTo(400);
        assertThat(company.post(comments(task), Map.of("text", "x".repeat(2_001)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void commentsOnWhatIsDone() {
        var holder = hire();
        var task = company.create("short", Priority.P3, skill);
        holder.complete(holder.awaitOne().path("id").asString());

        assertThat(company.post(comments(task), Map.of("text", "Well done")).status())
                .isEqualTo(201);

        assertThat(company.statusOf(task)).isEqualTo("COMPLETED");
        assertThat(told(holder, "comment.added")).as("no longer theirs").isEmpty();
    }

    @Test
    void bringsARequestForHelpToTheCoordinatorUntilItIsAnswered() {
        var holder = hire();
        var task = company.create("too hard", Priority.P2, skill);
        var assignment = holder.awaitOne().path("id").asString();

        var asked = holder.post("/api/v1/me/assignments/" + assignment + "/help", Map.of("reason", "No key"));

        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        assertThat(asked.body().at("/task/help/reason").asString()).isEqualTo("No key");
        assertThat(coordination(task))
                .extracting(
                        it -> it.path("reason").asString(),
                        it -> it.path("sentence").asString())
                .containsExactly(tuple("HELP", "No key"));
        assertThat(company.get("/api/v1/me/feed").text()).contains("help.requested");

        var answered = company.post("/api/v1/tasks/" + task + "/help/answer", Map.of("text", "Under the mat"));

        assertThat(answered.status()).as(answered.text()).isEqualTo(201);
        assertThat(coordination(task)).isEmpty();
        assertThat(company.task(task).path("help").isNull()).isTrue();
        assertThat(told(holder, "help.answered").get(0).at("/data/text").asString())
                .isEqualTo("Under the mat");
        assertThat(holder.get(comments(task)).body().at("/items/0/text").asString())
                .isEqualTo("Under the mat");
    }

    @Test
    void forgetsARequestForHelpWithTheAssignment() {
        var holder = hire();
        var task = company.create("given up", Priority.P2, skill);
        var assignment = holder.awaitOne().path("id").asString();
        holder.post("/api/v1/me/assignments/" + assignment + "/help", Map.of("reason", "Anybody?"));

        holder.end(assignment, "fail", "Nobody.");

        assertThat(coordination(task)).isEmpty();
        company.post("/api/v1/tasks/" + task + "/retry", Map.of());
        holder.awaitOne();
        assertThat(company.task(task).path("help").isNull()).isTrue();
        assertThat(coordination(task)).isEmpty();
    }

    private List<JsonNode> coordination(UUID task) {
        return company.get("/api/v1/coordination")
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("taskId").asString().equals(task.toString()))
                .toList();
    }
}
