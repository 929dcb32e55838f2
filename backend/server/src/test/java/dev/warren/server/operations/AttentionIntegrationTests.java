package dev.warren.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.JsonNode;

import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;
import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.MovableClock;

@IntegrationTest
class AttentionIntegrationTests {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    Company company;
    String skill;

    @BeforeEach
    void open() {
        company = new Company(new Api(port));
        skill = company.newSkill();
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    /** Tokens do not outlive it. */
    private void leap(Duration by) {
        clock.advance(by);
        company = new Company(new Api(port));
    }

    private Optional<JsonNode> item(String kind) {
        var answer = company.get("/api/v1/attention");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("kind").asString().equals(kind))
                .findFirst();
    }

    private int count(String kind) {
        return item(kind).map(it -> it.path("count").asInt()).orElse(0);
    }

    @Test
    void tellsOfUrgentTasksThatNobodyCanDo() {
        int before = count("NOBODY_ABLE");
        int absentBefore = count("NOBODY_PRESENT");
        var task = company.create("urgent", Priority.P2, skill);
        company.create("can wait", Priority.P3, skill);

        assertThat(count("NOBODY_ABLE")).isEqualTo(before + 1);
        var item = item("NOBODY_ABLE").orElseThrow();
        assertThat(item.path("severity").asString()).isEqualTo("CRITICAL");
        assertThat(item.path("sentence").asString()).contains("urgent").contains("skills");
        assertThat(item.path("taskId").asString()).isNotEmpty();

        var worker = company.hire(1, skill); // able, and not here
        assertThat(count("NOBODY_ABLE")).isEqualTo(before);
        assertThat(count("NOBODY_PRESENT")).isEqualTo(absentBefore + 1);

        worker.come().awaitOne();
        assertThat(count("NOBODY_PRESENT")).isEqualTo(absentBefore);
        company.post("/api/v1/tasks/" + task + "/cancel");
        worker.leave();
    }

    @Test
    void tellsOfFailures() {
        int before = count("FAILED");
        var worker = company.hire(1, skill).come();
        var task = company.create("hopeless", Priority.P3, skill);
        worker.end(worker.awaitOne().path("id").asString(), "fail", "No way.");
        worker.leave();

        assertThat(count("FAILED")).isEqualTo(before + 1);
        assertThat(item("FAILED").orElseThrow().path("oldest").asString()).isNotEmpty();
        assertThat(company.post("/api/v1/tasks/" + task + "/retry", Map.of()).status())
                .isEqualTo(200);
        assertThat(count("FAILED")).isEqualTo(before);
        company.post("/api/v1/tasks/" + task + "/cancel");
    }

    @Test
    void tellsOfDeadLettersOfADay() {
        int before = count("DEAD_LETTERS");
        jdbc.update("""
                INSERT INTO dead_letter (id, digest, dead_at, source, code, reason, headers, body)
                VALUES (?, ?, ?, 'a', 'b', 'c', '{}', '')""", Ids.bytes(Ids.next()), new byte[] {1, 2, 3}, Sql.at(clock.instant()));

        assertThat(count("DEAD_LETTERS")).isEqualTo(before + 1);
        leap(Duration.ofHours(25));
        assertThat(count("DEAD_LETTERS")).isZero();
        jdbc.update("DELETE FROM dead_letter WHERE source = 'a'");
    }

    @Test
    void tellsOfLongWaits() {
        var task = company.create("forgotten", Priority.P4, skill);
        int before = count("LONG_WAIT");
        leap(Duration.ofHours(8).plusMinutes(1));

        assertThat(count("LONG_WAIT")).isGreaterThan(before);
        assertThat(item("LONG_WAIT").orElseThrow().path("sentence").asString()).contains("longer than 8 hours");
        company.post("/api/v1/tasks/" + task + "/cancel");
    }

    @Test
    void ranksWhatIsCriticalFirst() {
        var task = company.create("urgent", Priority.P1, skill);

        var ranks = company.get("/api/v1/attention")
                .body()
                .path("items")
                .valueStream()
                .map(it -> Attention.Severity.valueOf(it.path("severity").asString()))
                .toList();

        assertThat(ranks).isSorted().startsWith(Attention.Severity.CRITICAL);
        company.post("/api/v1/tasks/" + task + "/cancel");
    }
}
