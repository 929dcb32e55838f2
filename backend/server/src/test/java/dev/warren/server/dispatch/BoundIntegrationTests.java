package dev.warren.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

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
class BoundIntegrationTests {

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    Company company;
    String skill;
    Employee worker;

    @BeforeEach
    void open() {
        company = new Company(new Api(port));
        skill = company.newSkill();
        worker = company.hire(1, skill);
    }

    @AfterEach
    void close() {
        worker.leave();
        clock.reset();
    }

    private JsonNode oldest() {
        for (var it : company.get("/api/v1/queues/default/bound").body().path("items")) {
            if (it.path("requiredSkills").path(0).asString("").equals(skill)) {
                return it;
            }
        }
        throw new AssertionError("The group is not told of");
    }

    @Test
    void tellsTheBoundBesideTheLongestWait() {
        company.create("taken", Priority.P3, skill);
        worker.come();
        for (int i = 0; i < 4; i++) {
            var assignment = worker.awaitOne().path("id").asString();
            company.create("taken", Priority.P1, skill);
            clock.advance(Duration.ofMinutes(10));
            worker.complete(assignment);
        }
        worker.awaitOne();
        company.create("older", Priority.P4, skill);
        clock.advance(Duration.ofMinutes(10));
        var younger = company.create("younger", Priority.P5, skill);

        var oldest = oldest();
        assertThat(oldest.path("title").asString()).isEqualTo("older");
        assertThat(oldest.path("waitedSeconds").asLong()).isBetween(600L, 660L);
        assertThat(oldest.path("older").asInt()).isZero();
        double perHour = oldest.path("turnsPerHour").asDouble();
        assertThat(perHour).isBetween(4.5, 6.5);
        var rescueAge = Duration.ofHours(40).toSeconds();
        assertThat(oldest.path("boundSeconds").asLong()).isBetween(rescueAge + 5_500, rescueAge + 8_100);

        var why = company.get("/api/v1/tasks/" + younger + "/why").body();
        var latest = Instant.parse(why.path("latest").asString());
        var ofTwo = Duration.ofSeconds((long) (2 * 10 * 3_600 / perHour));
        assertThat(Duration.between(Instant.parse(why.path("waitingSince").asString()), latest))
                .isBetween(
                        Duration.ofHours(40).plus(ofTwo.multipliedBy(9).dividedBy(10)),
                        Duration.ofHours(40).plus(ofTwo.multipliedBy(11).dividedBy(10)));
    }

    @Test
    void tellsNoBoundWhileNobodyIsHere() {
        company.create("alone", Priority.P3, skill);

        assertThat(oldest().path("boundSeconds").isNull()).isTrue();
    }

    @Test
    void knowsNoBoundOfAnotherQueue() {
        assertThat(company.get("/api/v1/queues/nowhere/bound").status()).isEqualTo(404);
    }
}
