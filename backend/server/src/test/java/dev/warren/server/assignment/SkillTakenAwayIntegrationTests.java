package dev.warren.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.IntegrationTest;

@IntegrationTest
class SkillTakenAwayIntegrationTests {

    @LocalServerPort
    int port;

    /** Whoever began may finish; what comes next goes by what the worker can do now. */
    @Test
    void leavesTheWorkAndBringsNoMoreOfIt() {
        var company = new Company(new Api(port));
        var lost = company.newSkill();
        var kept = company.newSkill();
        var worker = company.hire(1, lost, kept);
        var task = company.create("begun", Priority.P3, lost);
        var assignment = worker.come().awaitOne().path("id").asString();

        var changed = company.patch(
                "/api/v1/workers/" + worker.id(), Map.of("skills", List.of(Map.of("name", kept, "level", 3))));

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(company.statusOf(task)).isEqualTo("ASSIGNED");
        var another = company.create("cannot be done any more", Priority.P1, lost);
        var next = company.create("can be done", Priority.P5, kept);
        assertThat(worker.complete(assignment).status()).isEqualTo(200);
        assertThat(worker.awaitOne().path("taskId").asString()).isEqualTo(next.toString());
        assertThat(company.get("/api/v1/tasks/" + another + "/why")
                        .body()
                        .path("able")
                        .asInt())
                .isZero();
        worker.leave();
    }
}
