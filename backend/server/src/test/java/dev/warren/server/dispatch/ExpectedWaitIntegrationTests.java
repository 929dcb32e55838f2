package dev.warren.server.dispatch;

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

import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.MovableClock;
import dev.warren.server.testing.OwnServer;

@IntegrationTest
class ExpectedWaitIntegrationTests {

    private static final Duration WORK = Duration.ofMinutes(10);

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

    private UUID create(Priority priority) {
        return company.create("how long", priority, skill);
    }

    private JsonNode expected(UUID task) {
        return company.get("/api/v1/tasks/" + task + "/why").body().path("expectedWait");
    }

    @Test
    void foretellsTheWaitFromTheLastTurns() {
        create(Priority.P3);
        worker.come();
        for (int i = 0; i < 3; i++) {
            var assignment = worker.awaitOne().path("id").asString();
            create(Priority.P3);
            clock.advance(WORK);
            worker.complete(assignment);
        }
        worker.awaitOne();
        var next = create(Priority.P3);
        var second = create(Priority.P3);

        assertThat(expected(next).path("seconds").asLong()).isBetween(590L, 610L);
        assertThat(expected(second).path("seconds").asLong()).isBetween(1_180L, 1_220L);
        assertThat(expected(second).path("low").asLong()).isBetween(1L, 1_180L);
        assertThat(expected(second).path("high").asLong()).isBetween(1_221L, 10_000L);

        worker.leave();
        assertThat(expected(next).isNull()).as("nobody is here").isTrue();
    }

    /** Only one of two can do what is before it, and yet each of that takes a turn of the two. */
    @Test
    void countsTheTurnsThatSpecialWorkTakes() {
        var special = company.newSkill();
        var specialist = company.hire(1, skill, special);
        var both = List.of(worker, specialist);
        both.forEach(Employee::come);
        for (int i = 0; i < 3; i++) {
            create(Priority.P3);
            create(Priority.P3);
            var assignments =
                    both.stream().map(it -> it.awaitOne().path("id").asString()).toList();
            clock.advance(WORK);
            for (int one = 0; one < both.size(); one++) {
                both.get(one).complete(assignments.get(one));
            }
        }
        create(Priority.P3);
        create(Priority.P3);
        both.forEach(Employee::awaitOne);
        for (int i = 0; i < 3; i++) {
            company.create("special", Priority.P3, special);
        }

        assertThat(expected(create(Priority.P3)).path("seconds").asLong()).isBetween(1_000L, 1_300L);
        specialist.leave();
    }

    /** Whoever is free is free for the first in the line. */
    @Test
    void isNotNextBehindOthersThatNeedTheSamePeople() {
        var asleep = Map.<String, Object>of("warren.dispatch.drop-wake-ups", true, "warren.dispatch.interval", "1h");
        try (var server = OwnServer.start(asleep)) {
            var there = new Company(server.api());
            var needed = there.newSkill();
            there.hire(1, needed).come();
            var first = there.create("first", Priority.P3, needed);
            var second = there.create("second", Priority.P3, needed);

            assertThat(reason(there, first)).isEqualTo("NEXT");
            assertThat(reason(there, second)).isEqualTo("IN_LINE");
        }
    }

    private static String reason(Company there, UUID task) {
        return there.get("/api/v1/tasks/" + task + "/why").body().path("reason").asString();
    }

    @Test
    void tellsNothingFromNothing() {
        create(Priority.P3);
        worker.come().awaitOne();

        assertThat(expected(create(Priority.P3)).isNull()).isTrue();
    }
}
