package dev.warren.server.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.IntegrationTest;

@IntegrationTest
class TaskApiIntegrationTests {

    @LocalServerPort
    int port;

    Company company;
    String skill;
    Employee worker;

    @BeforeEach
    void open() {
        company = new Company(new Api(port));
        skill = company.newSkill();
        worker = company.hire(10, skill);
    }

    @AfterEach
    void close() {
        worker.leave();
    }

    /** A task that stands there, brought there by the people who do so. */
    private UUID taskIn(TaskStatus status) {
        var id = company.create("in " + status, Priority.P3, skill);
        if (status == TaskStatus.QUEUED) {
            return id;
        }
        if (status == TaskStatus.CANCELLED) {
            company.post("/api/v1/tasks/" + id + "/cancel");
            return id;
        }
        var assignment = worker.come().awaitOne().path("id").asString();
        worker.leave();
        switch (status) {
            case IN_PROGRESS -> worker.start(assignment);
            case ON_HOLD -> company.post("/api/v1/tasks/" + id + "/hold", Map.of("reason", "Not now"));
            case COMPLETED -> worker.complete(assignment);
            case FAILED -> worker.end(assignment, "fail", "No part.");
            default -> assertThat(status).isEqualTo(TaskStatus.ASSIGNED);
        }
        assertThat(company.statusOf(id)).isEqualTo(status.name());
        return id;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OFFERED")
    void callsOffWhatIsOpen(TaskStatus status) {
        var id = taskIn(status);

        var answer = company.post("/api/v1/tasks/" + id + "/cancel");

        if (status == TaskStatus.COMPLETED || status == TaskStatus.FAILED) {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body().path("code").asString()).isEqualTo("illegal-transition");
            assertThat(answer.body().path("taskStatus").asString()).isEqualTo(status.name());
        } else {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("status").asString()).isEqualTo("CANCELLED");
            assertThat(worker.open()).isEmpty();
            assertThat(worker.get("/api/v1/me/worker").body().path("load").asInt())
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OFFERED")
    void queuesAgainOnlyWhatFailed(TaskStatus status) {
        var id = taskIn(status);
        var before = company.task(id);

        var answer = company.post("/api/v1/tasks/" + id + "/retry");

        assertThat(answer.status()).isEqualTo(status == TaskStatus.FAILED ? 200 : 409);
        if (status == TaskStatus.FAILED) {
            var after = company.task(id);
            assertThat(after.path("status").asString()).isEqualTo("QUEUED");
            assertThat(after.path("createdAt")).isEqualTo(before.path("createdAt"));
            assertThat(after.path("version").asInt())
                    .isEqualTo(before.path("version").asInt() + 1);
            assertThat(worker.come().awaitOne().path("attempt").asInt()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OFFERED")
    void reprioritisesOnlyWhatIsOpen(TaskStatus status) {
        var id = taskIn(status);
        int version = company.task(id).path("version").asInt();

        var answer = company.post("/api/v1/tasks/" + id + "/priority", Map.of("priority", "P1"));

        assertThat(answer.status()).isEqualTo(status.isClosed() ? 409 : 200);
        assertThat(company.task(id).path("priority").asString()).isEqualTo(status.isClosed() ? "P3" : "P1");
        assertThat(company.task(id).path("version").asInt()).isEqualTo(status.isClosed() ? version : version + 1);
        if (!status.isClosed()) {
            var repeat = company.post("/api/v1/tasks/" + id + "/priority", Map.of("priority", "P1"));
            assertThat(repeat.status()).isEqualTo(200);
            assertThat(repeat.body().path("version").asInt()).isEqualTo(version + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "retry", "priority"})
    void changesOnlyTheVersionThatTheCallerSaw(String verb) {
        var id = taskIn(verb.equals("retry") ? TaskStatus.FAILED : TaskStatus.QUEUED);
        var tag = company.get("/api/v1/tasks/" + id).header("ETag");
        var path = "/api/v1/tasks/" + id + "/" + verb;
        var body = verb.equals("priority") ? Map.of("priority", "P1") : Map.<String, String>of();

        assertThat(company.post(path, body, "If-Match", "\"99\"").status()).isEqualTo(412);
        assertThat(company.post(path, body, "If-Match", "seven").status()).isEqualTo(400);
        assertThat(company.get("/api/v1/tasks/" + id).header("ETag")).isEqualTo(tag);

        var answer = company.post(path, body, "If-Match", tag);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void showsAnEmployeeOwnTasksOnly() {
        var own = taskIn(TaskStatus.IN_PROGRESS);
        var done = secondDone();
        var foreign = taskIn(TaskStatus.QUEUED);

        for (var path : List.of("", "/history")) {
            assertThat(worker.get("/api/v1/tasks/" + own + path).status()).isEqualTo(200);
            assertThat(worker.get("/api/v1/tasks/" + done + path).status()).isEqualTo(200);
            assertThat(worker.get("/api/v1/tasks/" + foreign + path).status()).isEqualTo(404);
        }
        assertThat(worker.get("/api/v1/tasks/" + own + "/decision").status()).isEqualTo(200);
        assertThat(company.hire(1).get("/api/v1/tasks/" + own + "/decision").status())
                .isEqualTo(404);
        assertThat(worker.get("/api/v1/tasks/" + foreign).text()).doesNotContain("in QUEUED");
    }

    private UUID secondDone() {
        var id = company.create("another", Priority.P3, skill);
        worker.come();
        var open = worker.awaitOpen(2);
        worker.leave();
        open.stream()
                .filter(it -> it.path("taskId").asString().equals(id.toString()))
                .forEach(it -> worker.complete(it.path("id").asString()));
        return id;
    }

    @Test
    void listsPageByPageInEitherOrder() {
        var queue = company.newQueue();
        var ids = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            ids.add(company.create("Task " + i, queue, Priority.of(1 + i % 2), skill)
                    .toString());
        }

        assertThat(walk("queue=" + queue + "&sort=createdAt&size=3")).containsExactlyElementsOf(ids);
        assertThat(walk("queue=" + queue + "&size=2"))
                .containsExactlyElementsOf(
                        ids.stream().sorted(Comparator.reverseOrder()).toList());
        assertThat(walk("queue=" + queue + "&sort=createdAt&priority=P2"))
                .containsExactly(ids.get(1), ids.get(3), ids.get(5));
        assertThat(walk("queue=" + queue + "&priority=P1,P2&status=QUEUED,FAILED"))
                .hasSize(7);
        assertThat(walk("queue=" + queue + "&status=COMPLETED")).isEmpty();
    }

    private List<String> walk(String query) {
        var all = new ArrayList<String>();
        var cursors = new HashSet<String>();
        var path = "/api/v1/tasks?" + query;
        for (var page = company.get(path); ; ) {
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.body().path("items").forEach(it -> all.add(it.path("id").asString()));
            var next = page.body().path("next");
            if (next.isNull() || next.isMissingNode()) {
                return all;
            }
            assertThat(cursors.add(next.asString())).isTrue();
            page = company.get(path + "&cursor=" + next.asString());
        }
    }

    @Test
    void filtersByAssigneeAndEnd() {
        var done = taskIn(TaskStatus.COMPLETED);
        var failed = taskIn(TaskStatus.FAILED);

        assertThat(walk("assignee=" + worker.id() + "&status=COMPLETED")).containsExactly(done.toString());
        assertThat(walk("assignee=" + worker.id() + "&status=FAILED,COMPLETED"))
                .containsExactlyInAnyOrder(done.toString(), failed.toString());
        var created = company.task(failed).path("createdAt").asString();
        assertThat(walk("assignee=" + worker.id() + "&createdFrom=" + created)).containsExactly(failed.toString());
        assertThat(walk("assignee=" + worker.id() + "&createdBefore=" + created))
                .containsExactly(done.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=title",
                "size=0",
                "size=201",
                "cursor=x",
                "status=DONE",
                "priority=P0",
                "assignee=me",
                "createdFrom=yesterday",
                "colour=red"
            })
    void refusesBadParameters(String query) {
        var answer = company.get("/api/v1/tasks?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void namesThePlaceOfAnErrorInABatchOfOne() {
        var wrong = Company.task("nowhere", "no-such-queue", Priority.P3, "no-such-skill");

        assertThat(pointer(company.post("/api/v1/tasks", wrong))).isEqualTo("/queue");
        assertThat(pointer(company.post("/api/v1/tasks/batch", Map.of("tasks", List.of(wrong)))))
                .isEqualTo("/tasks/0/queue");
        wrong.remove("queue");
        assertThat(pointer(company.post("/api/v1/tasks", wrong))).isEqualTo("/requiredSkills");
        assertThat(pointer(company.post("/api/v1/tasks/batch", Map.of("tasks", List.of(wrong)))))
                .isEqualTo("/tasks/0/requiredSkills");
    }

    private static String pointer(Api.Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        return answer.body().at("/errors/0/pointer").asString();
    }

    @Test
    void saysNotFoundForAnUnknownTask() {
        var unknown = "/api/v1/tasks/" + UUID.randomUUID();

        assertThat(company.get(unknown).status()).isEqualTo(404);
        assertThat(company.post(unknown + "/cancel").status()).isEqualTo(404);
        assertThat(company.post(unknown + "/retry").status()).isEqualTo(404);
        assertThat(company.post(unknown + "/priority", Map.of("priority", "P1")).status())
                .isEqualTo(404);
        assertThat(company.assign(UUID.randomUUID(), worker).status()).isEqualTo(404);
    }
}
