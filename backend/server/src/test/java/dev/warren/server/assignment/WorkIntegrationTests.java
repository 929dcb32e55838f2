package dev.warren.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.warren.server.shared.Ids;
import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.IntegrationTest;

@IntegrationTest
class WorkIntegrationTests {

    private static final String MINE = "/api/v1/me/assignments";

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    Company company;
    String skill;
    Employee worker;

    @BeforeEach
    void open() {
        company = new Company(new Api(port));
        skill = company.newSkill();
        worker = company.hire(5, skill);
    }

    @AfterEach
    void close() {
        worker.leave();
    }

    private UUID task = new UUID(0, 0);

    /** A new task in the hands of the worker; returns the assignment. */
    private String assigned() {
        task = company.create("work", Priority.P3, skill);
        return worker.come().awaitOne().path("id").asString();
    }

    private static String codeOf(Api.Answer answer) {
        return answer.body().path("code").asString();
    }

    @Test
    void takesATaskFromItsCreationToItsEnd() {
        var assignment = assigned();
        assertThat(worker.open().get(0).at("/task/title").asString()).isEqualTo("work");
        assertThat(company.statusOf(task)).isEqualTo("ASSIGNED");

        assertThat(worker.start(assignment).body().path("state").asString()).isEqualTo("IN_PROGRESS");
        assertThat(company.statusOf(task)).isEqualTo("IN_PROGRESS");
        assertThat(worker.progress(assignment, 60).body().path("percent").asInt())
                .isEqualTo(60);
        var end = worker.complete(assignment);

        assertThat(end.status()).isEqualTo(200);
        assertThat(end.body().path("state").asString()).isEqualTo("COMPLETED");
        assertThat(end.body().path("percent").asInt()).isEqualTo(100);
        assertThat(end.body().path("comment").asString()).isEqualTo("Done.");
        var view = company.task(task);
        assertThat(view.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(view.path("closedAt").isNull()).isFalse();
        assertThat(worker.open()).isEmpty();
        assertThat(worker.get(MINE + "?state=closed").body().at("/items/0/id").asString())
                .isEqualTo(assignment);
        assertThat(worker.get("/api/v1/me/worker").body().path("load").asInt()).isZero();
        assertThat(company.get("/api/v1/tasks/" + task + "/history").text())
                .contains("task.queued", "task.assigned", "task.started", "task.progressed", "task.completed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "progress", "complete", "fail"})
    void hidesTheWorkOfOthers(String verb) {
        var assignment = assigned();
        var stranger = company.hire(1);
        Map<String, ?> body = switch (verb) {
            case "start" -> Map.of();
            case "progress" -> Map.of("percent", 10);
            default -> Map.of("comment", "Mine.");
        };

        assertThat(stranger.post(MINE + "/" + assignment + "/" + verb, body).status())
                .isEqualTo(404);
        assertThat(stranger.post(MINE + "/" + UUID.randomUUID() + "/" + verb, body)
                        .status())
                .isEqualTo(404);
        assertThat(company.statusOf(task)).isEqualTo("ASSIGNED");
        worker.complete(assignment);
        assertThat(stranger.post(MINE + "/" + assignment + "/" + verb, body).status())
                .isEqualTo(404);
    }

    @Test
    void answersARepeatedStart() {
        var assignment = assigned();
        var first = worker.start(assignment);
        int version = company.task(task).path("version").asInt();

        var second = worker.start(assignment);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().path("startedAt")).isEqualTo(first.body().path("startedAt"));
        assertThat(company.task(task).path("version").asInt()).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "fail"})
    void answersARepeatedEndAsTheFirstTime(String verb) {
        var assignment = assigned();
        var first = worker.end(assignment, verb, "So it is.");

        var second = worker.end(assignment, verb, "Said otherwise.");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(worker.get("/api/v1/me/worker").body().path("load").asInt()).isZero();
    }

    @Test
    void refusesEverythingElseAfterTheEnd() {
        var assignment = assigned();
        worker.complete(assignment);

        for (var refused : List.of(
                worker.start(assignment), worker.progress(assignment, 50), worker.end(assignment, "fail", "No."))) {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(codeOf(refused)).isEqualTo("illegal-transition");
        }
        assertThat(company.statusOf(task)).isEqualTo("COMPLETED");
    }

    @Test
    void refusesTheEndOfATaskThatWasCalledOff() {
        var assignment = assigned();
        company.post("/api/v1/tasks/" + task + "/cancel");

        var late = worker.complete(assignment);

        assertThat(late.status()).isEqualTo(409);
        assertThat(codeOf(late)).isEqualTo("illegal-transition");
        assertThat(late.body().path("taskStatus").asString()).isEqualTo("CANCELLED");
        assertThat(late.body().path("legal").valueStream().map(it -> it.asString()))
                .containsExactly("REOPEN", "COMMENT");
    }

    @Test
    void refusesTheEndOfAnEarlierAttempt() {
        var first = assigned();
        worker.end(first, "fail", "No part.");
        company.post("/api/v1/tasks/" + task + "/retry");
        var second = worker.awaitOne().path("id").asString();

        assertThat(worker.complete(first).status()).isEqualTo(409);
        assertThat(company.statusOf(task)).isEqualTo("ASSIGNED");
        assertThat(worker.complete(second).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"comment\":null}", "{\"comment\":\"\"}", "{\"comment\":\"  \"}", "", "[]"})
    void endsNothingWithoutAComment(String body) {
        var assignment = assigned();
        var headers = worker.bearer().toArray(String[]::new);

        for (var verb : List.of("complete", "fail")) {
            var answer = new Api(port).post(MINE + "/" + assignment + "/" + verb, body, headers);
            assertThat(answer.status()).as(verb).isEqualTo(400);
        }
        assertThat(company.statusOf(task)).isEqualTo("ASSIGNED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "101", "null", "\"x\"", "1.5"})
    void refusesAProgressThatIsNoPercentage(String percent) {
        var assignment = assigned();
        worker.start(assignment);

        var answer = new Api(port)
                .post(
                        MINE + "/" + assignment + "/progress",
                        "{\"percent\":" + percent + "}",
                        worker.bearer().toArray(String[]::new));

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void refusesProgressBeforeTheStart() {
        var answer = worker.progress(assigned(), 10);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("legal").valueStream().map(it -> it.asString()))
                .contains("START", "COMPLETE", "FAIL", "REPRIORITISE", "CANCEL", "RELEASE", "HOLD")
                .doesNotContain("PROGRESS", "RESUME");
    }

    @Test
    void countsOneCompletionOfManyAtOnce() {
        var assignment = assigned();

        var answers = IntStream.range(0, 10)
                .mapToObj(it -> CompletableFuture.supplyAsync(() -> worker.end(assignment, "complete", "By " + it)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers)
                .allMatch(it -> it.status() == 200)
                .extracting(Api.Answer::text)
                .containsOnly(answers.get(0).text());
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM event WHERE subject = ? AND type = 'task.completed'",
                        Integer.class,
                        (Object) Ids.bytes(task)))
                .isEqualTo(1);
        assertThat(worker.get("/api/v1/me/worker").body().path("load").asInt()).isZero();
    }

    @Test
    void endsManyInOneCallAndAnswersEachByItself() {
        company.create(3, Priority.P3, skill);
        var ids = worker.come().awaitOpen(3).stream()
                .map(it -> it.path("id").asString())
                .toList();
        var foreign = UUID.randomUUID().toString();

        var answer = worker.post(
                MINE + "/batch",
                Map.of(
                        "actions",
                        List.of(
                                action(ids.get(0), "complete"),
                                action(ids.get(1), "fail"),
                                action(foreign, "complete"),
                                action(ids.get(0), "fail"))));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body()
                        .path("results")
                        .valueStream()
                        .map(it -> it.path("status").asString()))
                .containsExactly("ok", "ok", "not-found", "illegal-transition");
        assertThat(worker.awaitOne().path("id").asString()).isEqualTo(ids.get(2));
    }

    private static Map<String, String> action(String assignment, String verb) {
        return Map.of("assignmentId", assignment, "verb", verb, "comment", "So it is.");
    }

    @Test
    void keepsOneActiveAssignmentOfATaskByItsKey() {
        assigned();

        assertThatThrownBy(() -> jdbc.update("""
                        INSERT INTO active (task, assignment, worker, attempt, state, assigned_at, percent)
                        SELECT task, ?, worker, attempt + 1, state, assigned_at, 0 FROM active WHERE task = ?""", Ids.bytes(Ids.next()), Ids.bytes(task)))
                .isInstanceOf(DuplicateKeyException.class);
    }
}
