package dev.warren.server.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.MovableClock;

/** Who reads the clocks of tasks, and whom they disturb. */
@IntegrationTest
class ClockIntegrationTests {

    @Autowired
    MovableClock clock;

    @Autowired
    DeadlineCare care;

    @LocalServerPort
    int port;

    Company company;
    Promises promises;
    String skill;

    @BeforeEach
    void open() {
        company = new Company(new Api(port));
        promises = Promises.of(company);
        skill = company.newSkill();
    }

    @AfterEach
    void close() {
        clock.reset();
    }

    private UUID create() {
        return company.create("a promise", promises.queue(), Priority.P2, skill);
    }

    private void pass(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        care.sweep();
    }

    private Api.Answer setPriority(UUID task, String priority, String... headers) {
        return company.post("/api/v1/tasks/" + task + "/priority", Map.of("priority", priority), headers);
    }

    private int versionOf(UUID task) {
        return company.task(task).path("version").asInt();
    }

    @Test
    void pagesThroughClocksWithoutLossOrRepeat() {
        var tasks = Stream.generate(this::create).limit(5).toList();
        var seen = new ArrayList<String>();
        var path = "/api/v1/service-levels?state=RUNNING&size=4&queue=" + promises.queue();
        for (var next = path; !next.isEmpty(); ) {
            var page = company.get(next).body();
            page.path("items")
                    .valueStream()
                    .map(it -> it.path("targetAt").asString() + " "
                            + it.path("taskId").asString()
                            + it.path("kind").asString())
                    .forEach(seen::add);
            next = page.path("next").isNull()
                    ? ""
                    : path + "&cursor=" + page.path("next").asString();
        }
        assertThat(seen)
                .hasSize(3 * tasks.size())
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparing(it -> it.split(" ")[0]));
        assertThat(company.get(path + "&cursor=nonsense").status()).isEqualTo(400);
    }

    @Test
    void showsClocksToWhoeverHoldsTheTask() {
        var worker = company.hire(1, skill).come();
        var held = create();
        worker.awaitOne();
        var other = create();
        assertThat(worker.get("/api/v1/tasks/" + held + "/service-level").body().path("items"))
                .hasSize(3);
        assertThat(worker.get("/api/v1/tasks/" + other + "/service-level").status())
                .isEqualTo(404);
        worker.leave();
    }

    @Test
    void disturbsNobodyWhoEditsWhatTheyHaveSeen() {
        var task = create();
        pass(760);
        assertThat(versionOf(task)).isEqualTo(2); // the risk was told
        assertThat(setPriority(task, "P1", "If-Match", "\"1\"").status()).isEqualTo(200);
        for (var seen : List.of("\"1\"", "\"2\"", "\"4\"")) {
            assertThat(setPriority(task, "P3", "If-Match", seen).status()).isEqualTo(412);
        }
        assertThat(setPriority(task, "P3", "If-Match", "\"3\"").status()).isEqualTo(200);
    }

    @Test
    void leavesTheWayBackOpen() {
        var task = create();
        pass(747);
        var undo = setPriority(task, "P1").header("Warren-Undo");
        pass(5);
        assertThat(versionOf(task)).isEqualTo(3); // the risk was told
        assertThat(company.get("/api/v1/me/undo").body().path("items").valueStream())
                .anyMatch(it -> it.path("id").asString().equals(undo));
        assertThat(company.post("/api/v1/me/undo/" + undo).status()).isEqualTo(200);
        assertThat(company.task(task).path("priority").asString()).isEqualTo("P2");
    }

    @Test
    void keepsTheChainWhole() {
        var task = create();
        pass(5_000);
        assertThat(company.get("/api/v1/tasks/" + task + "/history")
                        .body()
                        .path("chain")
                        .asString())
                .isEqualTo("valid");
    }
}
