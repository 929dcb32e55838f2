package dev.warren.server.dispute;

import static org.assertj.core.api.Assertions.assertThat;

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
class DisputeIntegrationTests {

    @LocalServerPort
    int port;

    Company company;
    Employee worker;
    UUID task;
    String assignment;

    @BeforeEach
    void assign() {
        company = new Company(new Api(port));
        var skill = company.newSkill();
        worker = company.hire(1, skill);
        task = company.create("why me", Priority.P3, skill);
        assignment = worker.come().awaitOne().path("id").asString();
    }

    @AfterEach
    void close() {
        worker.leave();
    }

    private Api.Answer raise(String reason) {
        return worker.post("/api/v1/me/assignments/" + assignment + "/dispute", Map.of("reason", reason));
    }

    private Api.Answer answer(JsonNode dispute, String text) {
        return company.post("/api/v1/disputes/" + dispute.path("id").asString() + "/answer", Map.of("answer", text));
    }

    private List<JsonNode> mine() {
        return worker.get("/api/v1/me/disputes")
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private List<JsonNode> listed(String state) {
        return company.get("/api/v1/disputes?size=200&state=" + state)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("assignmentId").asString().equals(assignment))
                .toList();
    }

    private List<JsonNode> told(String type) {
        return worker.get("/api/v1/me/feed")
                .body()
                .path("entries")
                .valueStream()
                .filter(it -> it.path("type").asString().equals(type))
                .toList();
    }

    @Test
    void bringsAWrongDecisionToThoseWhoMayAnswerAndTheAnswerBack() {
        var raised = raise("Ada has been idle for an hour.");

        assertThat(raised.status()).as(raised.text()).isEqualTo(201);
        assertThat(listed("OPEN")).singleElement().satisfies(it -> {
            assertThat(it.path("reason").asString()).isEqualTo("Ada has been idle for an hour.");
            assertThat(it.path("taskId").asString()).isEqualTo(task.toString());
            assertThat(it.path("workerId").asString()).isEqualTo(worker.id().toString());
            assertThat(it.path("attempt").asInt()).isEqualTo(1);
        });
        assertThat(mine())
                .singleElement()
                .satisfies(it -> assertThat(it.path("answer").isNull()).isTrue());

        var answered = answer(raised.body(), "She was on a break; we have mended her presence.");

        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        assertThat(listed("OPEN")).isEmpty();
        assertThat(listed("ANSWERED")).hasSize(1);
        assertThat(mine().get(0).path("answer").asString()).startsWith("She was on a break");
        assertThat(mine().get(0).path("answeredBy").asString()).isEqualTo("root");
        assertThat(told("dispute.answered"))
                .singleElement()
                .satisfies(it -> assertThat(it.at("/data/text").asString()).startsWith("She was on a break"));
    }

    @Test
    void countsAnAssignmentOnce() {
        var first = raise("Not mine.").body().path("id").asString();

        assertThat(raise("Still not mine.").body().path("id").asString()).isEqualTo(first);
        assertThat(mine())
                .singleElement()
                .satisfies(it -> assertThat(it.path("reason").asString()).isEqualTo("Not mine."));
    }

    @Test
    void holdsAfterTheWorkIsDone() {
        worker.complete(assignment);

        assertThat(raise("It should have gone to somebody else.").status()).isEqualTo(201);
    }

    @Test
    void letsTheFirstAnswerHold() {
        var dispute = raise("Not mine.").body();
        answer(dispute, "It was.");

        assertThat(answer(dispute, "It was.").status()).as("said again").isEqualTo(200);
        var other = answer(dispute, "It was not.");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body().path("code").asString()).isEqualTo("already-exists");
        assertThat(mine().get(0).path("answer").asString()).isEqualTo("It was.");
        assertThat(told("dispute.answered")).hasSize(1);
    }

    @Test
    void concernsOnesOwnAssignmentsOnly() {
        var stranger = company.hire(1);

        assertThat(stranger.post("/api/v1/me/assignments/" + assignment + "/dispute", Map.of("reason", "Mine!"))
                        .status())
                .isEqualTo(404);
        assertThat(raise(" ").status()).isEqualTo(400);
        assertThat(company.post("/api/v1/disputes/" + UUID.randomUUID() + "/answer", Map.of("answer", "?"))
                        .status())
                .isEqualTo(404);
    }
}
