package dev.warren.server.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.JsonNode;

import dev.warren.server.shared.Sql;
import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.MovableClock;

@IntegrationTest
class SeriesIntegrationTests {

    private static final String STATISTICS = "/api/v1/statistics";

    @Autowired
    Series series;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    static int opened;

    Company company;
    String skill;

    @BeforeEach
    void open() {
        company = new Company(new Api(port));
        skill = company.newSkill();
        // away from what other tests left; a minute that was sampled once is not sampled again
        clock.advance(Duration.ofDays(30 + opened++));
    }

    @AfterEach
    void reset() {
        clock.reset();
        jdbc.update("DELETE FROM sample");
    }

    private Instant toNextMinute() {
        var now = clock.instant();
        var next = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        clock.advance(Duration.between(now, next).plusSeconds(1));
        series.sample();
        return next;
    }

    private List<JsonNode> points(int minutes) {
        var answer = signedInAgain().get(STATISTICS + "/series?minutes=" + minutes);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().path("points").valueStream().toList();
    }

    /** Tokens do not outlive the leaps of the clock. */
    private Company signedInAgain() {
        return new Company(new Api(port));
    }

    @Test
    void keepsAPointAMinute() {
        toNextMinute();
        company = signedInAgain();
        var worker = company.hire(3, skill).come();
        company.create(3, Priority.P4, skill);
        var open = worker.awaitOpen(3);
        worker.complete(open.get(0).path("id").asString());
        worker.end(open.get(1).path("id").asString(), "fail", "No.");
        var live = points(2);
        var minute = toNextMinute();
        series.sample();
        series.sample();

        assertThat(live.get(live.size() - 1).path("created").asInt()).isEqualTo(3);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM sample WHERE at = ?", Integer.class, Sql.at(minute)))
                .isEqualTo(1);
        var points = points(2);
        assertThat(points).hasSize(3);
        var kept = points.get(1);
        assertThat(kept.path("at").asString()).isEqualTo(minute.toString());
        assertThat(kept.path("created").asInt()).isEqualTo(3);
        assertThat(kept.path("completed").asInt()).isEqualTo(1);
        assertThat(kept.path("failed").asInt()).isEqualTo(1);
        assertThat(kept.path("assigned").asInt()).isPositive();
        assertThat(points.get(2).path("created").asInt()).isZero();
        worker.complete(open.get(2).path("id").asString());
        worker.leave();
    }

    @Test
    void doesNotKnowWhatCameInWhileNobodySampled() {
        toNextMinute();
        clock.advance(Duration.ofMinutes(3));
        toNextMinute();

        var points = points(10);

        assertThat(points).hasSize(3);
        assertThat(points.get(1).path("created").isNull()).isTrue();
        assertThat(points.get(2).path("created").asInt()).isZero();
    }

    @Test
    void leavesTheSampleOfAnotherServerAsItIs() {
        var now = clock.instant();
        var next = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        jdbc.update("INSERT INTO sample VALUES (?, 7, 77, 7, 7, 7, 7, 7)", Sql.at(next));
        toNextMinute();

        assertThat(points(1).get(0).path("waiting").asInt()).isEqualTo(77);
    }

    @Test
    void forgetsAfterEightDays() {
        var first = toNextMinute();
        clock.advance(Series.KEPT);
        toNextMinute();

        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM sample WHERE at <= ?", Integer.class, Sql.at(first)))
                .isZero();
    }

    @Test
    void refusesMoreThanIsKept() {
        company = signedInAgain();
        assertThat(Stream.of("/series?minutes=0", "/series?minutes=11521", "/waits?hours=169", "/waits?hours=x")
                        .map(it -> company.get(STATISTICS + it).status()))
                .containsOnly(400);
    }

    @Test
    void measuresWaitsAndWork() {
        company = signedInAgain();
        company.create("late", Priority.P1, skill);
        clock.advance(Duration.ofSeconds(100));
        var worker = company.hire(1, skill).come();
        var assignment = worker.awaitOne().path("id").asString();
        worker.start(assignment);
        clock.advance(Duration.ofSeconds(40));
        worker.complete(assignment);
        worker.leave();

        var report = company.get(STATISTICS + "/waits?hours=1").body();

        assertThat(report.path("cut").asBoolean()).isFalse();
        assertThat(report.path("sample").asInt()).isPositive();
        assertThat(report.path("items")).hasSize(5);
        var p1 = report.path("items").get(0);
        assertThat(p1.path("priority").asString()).isEqualTo("P1");
        assertThat(p1.at("/waiting/count").asInt()).isEqualTo(1);
        assertThat(p1.at("/waiting/p50").asDouble()).isCloseTo(100, within(15.0));
        assertThat(p1.at("/handling/p95").asDouble()).isCloseTo(40, within(10.0));
        assertThat(report.path("items").get(4).at("/waiting/p50").isNull()).isTrue();
        assertThat(report.at("/throughput/completed").asInt()).isPositive();
        assertThat(report.at("/throughput/perHour").asDouble()).isPositive();
    }

    @Test
    void judgesFairnessBySkill() {
        company = signedInAgain();
        var busy = company.hire(1, skill).come();
        company.create("work", Priority.P3, skill);
        busy.awaitOne();
        var idle = company.hire(1, skill).come();
        clock.advance(Duration.ofMinutes(5));

        var group = company.get(STATISTICS + "/fairness")
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("skill").asString().equals(skill))
                .findFirst()
                .orElseThrow();

        assertThat(group.path("people").asInt()).isEqualTo(2);
        assertThat(group.path("jain").asDouble()).isBetween(0.5, 1.0);
        assertThat(group.path("gini").asDouble()).isBetween(0.0, 0.5);
        assertThat(group.path("high").asDouble())
                .isGreaterThan(group.path("low").asDouble());
        assertThat(group.path("mean").asDouble())
                .isBetween(group.path("low").asDouble(), group.path("high").asDouble());
        assertThat(group.path("persons")
                        .valueStream()
                        .map(it -> it.path("workerId").asString()))
                .containsExactly(busy.id().toString(), idle.id().toString());
        busy.complete(busy.open().get(0).path("id").asString());
        busy.leave();
        idle.leave();
    }
}
