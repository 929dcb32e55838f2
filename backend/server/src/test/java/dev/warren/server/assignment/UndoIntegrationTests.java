package dev.warren.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import dev.warren.server.identity.Accounts;
import dev.warren.server.identity.Role;
import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.MovableClock;
import dev.warren.server.testing.SignedIn;

/** Taking back what an admin did by hand. In a queue of its own for each test, with nobody whom a round could find. */
@IntegrationTest
class UndoIntegrationTests {

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    Accounts accounts;

    Company company;
    String queue;
    String skill;

    @BeforeEach
    void open() {
        company = new Company(new Api(port));
        queue = company.newQueue();
        skill = company.newSkill();
    }

    @AfterEach
    void resetTime() {
        clock.reset();
    }

    private static String undoOf(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var undo = answer.header("Warren-Undo");
        assertThat(undo).isNotEmpty();
        return undo;
    }

    private Api.Answer undo(String id) {
        return company.post("/api/v1/me/undo/" + id);
    }

    private List<JsonNode> open(UUID task) {
        return company.get("/api/v1/me/undo")
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("taskId").asString().equals(task.toString()))
                .toList();
    }

    private void isRefused(Api.Answer answer, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.body().path("code").asString()).isEqualTo(code);
    }

    private List<String> order() {
        return company.get("/api/v1/queues/" + queue + "/waiting")
                .body()
                .path("items")
                .valueStream()
                .map(it -> it.path("title").asString())
                .toList();
    }

    @Test
    void givesATaskItsOldPriorityBack() {
        var task = company.create("first", queue, Priority.P3, skill);
        company.create("second", queue, Priority.P2, skill);
        var id = undoOf(company.post("/api/v1/tasks/" + task + "/priority", Map.of("priority", "P1")));
        assertThat(order()).containsExactly("first", "second");
        assertThat(open(task)).hasSize(1);
        assertThat(open(task).get(0).path("id").asString()).isEqualTo(id);
        assertThat(open(task).get(0).path("action").asString()).isEqualTo("PRIORITY");
        assertThat(open(task).get(0).path("title").asString()).isEqualTo("first");

        var answer = undo(id);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("priority").asString()).isEqualTo("P3");
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        assertThat(order()).containsExactly("second", "first");
        assertThat(open(task)).isEmpty();
    }

    @Test
    void putsACancelledTaskBackIntoItsPlace() {
        var task = company.create("first", queue, Priority.P3, skill);
        company.create("second", queue, Priority.P3, skill);
        var created = company.task(task).path("createdAt");
        var id = undoOf(company.post("/api/v1/tasks/" + task + "/cancel"));
        assertThat(order()).containsExactly("second");

        var answer = undo(id);

        assertThat(answer.body().path("status").asString()).isEqualTo("QUEUED");
        assertThat(answer.body().path("createdAt")).isEqualTo(created);
        assertThat(answer.body().path("closedAt").isNull()).isTrue();
        assertThat(order()).containsExactly("first", "second");
        var history = company.get("/api/v1/tasks/" + task + "/history").body();
        assertThat(history.path("chain").asString()).isEqualTo("valid");
        assertThat(history.at("/items/2/type").asString()).isEqualTo("task.requeued");
    }

    @Test
    void isAnsweredTheSameWhenSaidTwice() {
        var task = company.create("once", queue, Priority.P3, skill);
        var id = undoOf(company.post("/api/v1/tasks/" + task + "/cancel"));
        var first = undo(id);
        clock.advance(Duration.ofMinutes(5));

        var second = undo(id);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(company.task(task).path("version").asInt()).isEqualTo(3);
    }

    @Test
    void isOverAfterTenSeconds() {
        var task = company.create("late", queue, Priority.P3, skill);
        var id = undoOf(company.post("/api/v1/tasks/" + task + "/cancel"));
        clock.advance(Duration.ofSeconds(11));

        isRefused(undo(id), "undo-expired");

        assertThat(open(task)).isEmpty();
        assertThat(company.statusOf(task)).isEqualTo("CANCELLED");
    }

    @Test
    void isRefusedWhenTheTaskHasMovedOn() {
        var task = company.create("moved", queue, Priority.P3, skill);
        var first = undoOf(company.post("/api/v1/tasks/" + task + "/priority", Map.of("priority", "P1")));
        var second = undoOf(company.post("/api/v1/tasks/" + task + "/priority", Map.of("priority", "P2")));

        isRefused(undo(first), "undo-overtaken");

        assertThat(open(task)).hasSize(1);
        assertThat(undo(second).body().path("priority").asString()).isEqualTo("P1");
        isRefused(undo(first), "undo-overtaken");
    }

    @Test
    void offersNothingWhereNothingChanged() {
        var task = company.create("same", queue, Priority.P3, skill);

        var answer = company.post("/api/v1/tasks/" + task + "/priority", Map.of("priority", "P3"));

        assertThat(answer.header("Warren-Undo")).isEmpty();
    }

    @Test
    void belongsToWhoeverActed() {
        var task = company.create("mine", queue, Priority.P3, skill);
        var id = undoOf(company.post("/api/v1/tasks/" + task + "/cancel"));
        var other = SignedIn.signIn(accounts, new Api(port), Role.ADMIN);

        assertThat(new Api(port)
                        .post("/api/v1/me/undo/" + id, "", other.bearer())
                        .status())
                .isEqualTo(404);
        assertThat(new Api(port).get("/api/v1/me/undo", other.bearer()).body().path("items"))
                .isEmpty();
        assertThat(undo(UUID.randomUUID().toString()).status()).isEqualTo(404);
    }
}
