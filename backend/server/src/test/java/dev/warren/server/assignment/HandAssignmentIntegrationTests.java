package dev.warren.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.OwnServer;

/** On a server that dispatches nothing by itself: what is assigned here was assigned by hand, or taken. */
class HandAssignmentIntegrationTests {

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

    @Test
    void givesATaskToWhomTheAdminNames() {
        var worker = company.hire(1, skill).come();
        var task = company.create("by hand", Priority.P5, skill);

        var answer = company.assign(task, worker);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("assignee").asString())
                .isEqualTo(worker.id().toString());
        assertThat(worker.open()).extracting(it -> it.path("taskId").asString()).containsExactly(task.toString());
        assertThat(company.get("/api/v1/tasks/" + task + "/decision").status()).isEqualTo(404);
        assertThat(company.assign(task, worker).status())
                .as("said twice is said once")
                .isEqualTo(200);
    }

    @Test
    void refusesWhomeverCannotTakeIt() {
        var unskilled = company.hire(1).come();
        var absent = company.hire(1, skill);
        var idle = company.hire(0, skill).come();
        var task = company.create("for whom", Priority.P5, skill);

        for (var worker : List.of(unskilled, absent, idle)) {
            var answer = company.assign(task, worker);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body().path("code").asString()).isEqualTo("not-assignable");
        }
        assertThat(company.post("/api/v1/tasks/" + task + "/assign", Map.of("workerId", UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
        assertThat(company.statusOf(task)).isEqualTo("QUEUED");
    }

    @Test
    void refusesATaskThatDoesNotWait() {
        var holder = company.hire(1, skill).come();
        var other = company.hire(1, skill).come();
        var task = company.create("held", Priority.P5, skill);
        company.assign(task, holder);

        var answer = company.assign(task, other);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("code").asString()).isEqualTo("illegal-transition");
        assertThat(other.open()).isEmpty();
    }

    @Test
    void takesAnAssignmentBackThatHasNotBegun() {
        var worker = company.hire(1, skill).come();
        var task = company.create("by mistake", Priority.P5, skill);
        var undo = company.assign(task, worker).header("Warren-Undo");

        var answer = company.post("/api/v1/me/undo/" + undo);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("status").asString()).isEqualTo("QUEUED");
        assertThat(answer.body().path("assignee").isNull()).isTrue();
        assertThat(worker.open()).isEmpty();
        assertThat(worker.get("/api/v1/me/worker").body().path("load").asInt()).isZero();
        assertThat(worker.get("/api/v1/me/assignments?state=closed")
                        .body()
                        .at("/items/0/state")
                        .asString())
                .isEqualTo("CANCELLED");
        assertThat(worker.get("/api/v1/me/feed").body().at("/entries/1/type").asString())
                .isEqualTo("assignment.closed");
        var history = company.get("/api/v1/tasks/" + task + "/history").body();
        assertThat(history.path("chain").asString()).isEqualTo("valid");
        assertThat(history.at("/items/2/type").asString()).isEqualTo("task.released");
        assertThat(company.assign(task, worker).status()).as("it waits again").isEqualTo(200);
    }

    @Test
    void keepsAnAssignmentThatHasBegun() {
        var worker = company.hire(1, skill).come();
        var task = company.create("begun", Priority.P5, skill);
        var undo = company.assign(task, worker).header("Warren-Undo");
        worker.start(worker.open().get(0).path("id").asString());

        var answer = company.post("/api/v1/me/undo/" + undo);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("code").asString()).isEqualTo("undo-overtaken");
        assertThat(company.statusOf(task)).isEqualTo("IN_PROGRESS");
    }

    @Test
    void takesACancellationBackWithoutGivingTheTaskBack() {
        var worker = company.hire(1, skill).come();
        var task = company.create("held", Priority.P5, skill);
        company.assign(task, worker);
        var undo = company.post("/api/v1/tasks/" + task + "/cancel").header("Warren-Undo");

        var answer = company.post("/api/v1/me/undo/" + undo);

        assertThat(answer.body().path("status").asString()).isEqualTo("QUEUED");
        assertThat(answer.body().path("assignee").isNull()).isTrue();
        assertThat(worker.open()).isEmpty();
    }

    @Test
    void refusesAReasonThatIsNoPlainText() {
        var worker = company.hire(1, skill).come();
        var path = "/api/v1/tasks/" + company.create("why", Priority.P5, skill) + "/assign";

        for (var reason : List.of("x".repeat(501), "\u0000")) {
            assertThat(company.post(path, Map.of("workerId", worker.id(), "reason", reason))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void neverExceedsTheCapacityHoweverManyAssignAtOnce() {
        var worker = company.hire(3, skill).come();
        var tasks = company.create(50, Priority.P3, skill);

        var answers =
                tasks.stream()
                        .map(it -> CompletableFuture.supplyAsync(() -> company.assign(it, worker)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).filteredOn(it -> it.status() == 200).hasSize(3);
        assertThat(answers).filteredOn(it -> it.status() == 409).hasSize(47);
        assertThat(worker.open()).hasSize(3);
        assertThat(worker.get("/api/v1/me/worker").body().path("load").asInt()).isEqualTo(3);
    }

    @Test
    void givesATaskToOneOfManyWhoGetItAtOnce() {
        var workers = IntStream.range(0, 5)
                .mapToObj(it -> company.hire(1, skill).come())
                .toList();
        var task = company.create("one", Priority.P3, skill);

        var answers =
                workers.stream()
                        .map(it -> CompletableFuture.supplyAsync(() -> company.assign(task, it)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .map(Api.Answer::status)
                        .toList();

        assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409, 409);
        assertThat(workers).filteredOn(it -> !it.open().isEmpty()).hasSize(1);
    }

    @Test
    void handsTheNextTaskToWhomeverAsks() {
        var worker = company.hire(2, skill).come();
        company.create("for others", Priority.P1, company.newSkill());
        company.create("later", Priority.P3, skill);
        company.create("first", Priority.P2, skill);
        company.create("last", Priority.P4, skill);

        assertThat(next(worker).body().at("/task/title").asString()).isEqualTo("first");
        assertThat(next(worker).body().at("/task/title").asString()).isEqualTo("later");
        assertThat(next(worker).status()).as("at capacity").isEqualTo(204);
        worker.complete(worker.open().get(0).path("id").asString());
        worker.leave();
        assertThat(next(worker).status()).as("not here").isEqualTo(204);
    }

    @Test
    void handsNothingOutWhenNothingSuits() {
        company.create("for others", Priority.P1, company.newSkill());

        assertThat(next(company.hire(1, skill).come()).status()).isEqualTo(204);
    }

    private static Api.Answer next(Employee worker) {
        return worker.post("/api/v1/me/assignments/next", Map.of());
    }
}
