package dev.warren.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.MovableClock;

@IntegrationTest
class MyFiguresIntegrationTests {

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

    private static JsonNode figures(Employee employee, String zone) {
        var answer = employee.get("/api/v1/me/figures?zone=" + zone);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void countsTheDay() {
        var worker = company.hire(1, skill).come();
        company.create("one", Priority.P3, skill);
        var first = worker.awaitOne().path("id").asString();
        worker.start(first);
        clock.advance(Duration.ofSeconds(120));
        worker.complete(first);
        clock.advance(Duration.ofSeconds(60));
        company.create("two", Priority.P3, skill);
        worker.end(worker.awaitOne().path("id").asString(), "fail", "No.");
        worker.leave();
        clock.advance(Duration.ofSeconds(60));
        // a zone whose day began some hours ago, so that the test may run at midnight
        var hour = clock.instant().atZone(ZoneId.of("UTC")).getHour();
        var zone = hour >= 12 ? "UTC" : "Etc/GMT-12";

        var figures = figures(worker, zone);

        assertThat(figures.path("completed").asInt()).isEqualTo(1);
        assertThat(figures.path("failed").asInt()).isEqualTo(1);
        assertThat(figures.path("presentSeconds").asInt()).isCloseTo(180, within(20));
        assertThat(figures.path("busySeconds").asInt()).isCloseTo(120, within(20));
        assertThat(figures.path("medianHandleSeconds").asInt()).isCloseTo(120, within(5));
        assertThat(figures.path("share").isNull()).isTrue();
        assertThat(figures.path("from").asString()).endsWith("00:00Z");
    }

    @Test
    void showsTheBandFromFivePeopleOn() {
        var team = new ArrayList<Employee>();
        for (int i = 0; i < 4; i++) {
            team.add(company.hire(1, skill).come());
        }
        assertThat(figures(team.get(0), "UTC").path("share").isNull()).isTrue();
        team.add(company.hire(1, skill).come());
        company.create("only one is busy", Priority.P3, skill);
        var busy = await().atMost(Duration.ofSeconds(30))
                .until(() -> team.stream().filter(it -> !it.open().isEmpty()).findFirst(), Optional::isPresent)
                .orElseThrow();
        clock.advance(Duration.ofMinutes(9));

        var mine = figures(busy, "Asia/Kolkata").path("share");
        var idle = team.get(team.indexOf(busy) == 0 ? 1 : 0);

        assertThat(mine.path("people").asInt()).isEqualTo(5);
        assertThat(mine.path("mine").asDouble()).isBetween(0.5, 1.0);
        assertThat(mine.path("low").asDouble()).isZero();
        assertThat(mine.path("median").asDouble()).isZero();
        assertThat(mine.path("high").asDouble())
                .isBetween(0.2, mine.path("mine").asDouble());
        assertThat(figures(idle, "UTC").path("share").path("mine").asDouble()).isZero();
        team.forEach(Employee::leave);
    }

    @Test
    void refusesAZoneThatIsNone() {
        var answer = company.hire(1).get("/api/v1/me/figures?zone=Mars/Olympus");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("code").asString()).isEqualTo("invalid-parameter");
    }
}
