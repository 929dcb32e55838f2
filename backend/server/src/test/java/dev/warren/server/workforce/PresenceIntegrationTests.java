package dev.warren.server.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.MovableClock;

/** What people say of where they are. */
@IntegrationTest
class PresenceIntegrationTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

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

    private static List<JsonNode> feed(Employee employee, String type) {
        return employee.get("/api/v1/me/feed")
                .body()
                .path("entries")
                .valueStream()
                .filter(it -> it.path("type").asString().equals(type))
                .toList();
    }

    @Test
    void saysWhatABreakIsForAndWhenItShallBeOver() {
        var until = clock.instant().plus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.SECONDS);
        worker.come();

        var answer = worker.say(Map.of("status", "BREAK", "kind", "OTHER", "note", "dentist", "until", until));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var seen = company.person(worker);
        assertThat(seen.path("presence").asString()).isEqualTo("BREAK");
        assertThat(seen.path("presenceKind").asString()).isEqualTo("OTHER");
        assertThat(seen.path("presenceNote").asString()).isEqualTo("dentist");
        assertThat(Instant.parse(seen.path("presenceUntil").asString())).isEqualTo(until);
        assertThat(seen.path("overdue").asBoolean()).isFalse();

        worker.come();

        seen = company.person(worker);
        assertThat(seen.path("presenceKind").isNull()).isTrue();
        assertThat(seen.path("presenceNote").isNull()).isTrue();
        assertThat(seen.path("presenceUntil").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'status':'UNREACHABLE'}; 422; /status",
                "{'status':'AVAILABLE','kind':'LUNCH'}; 422; /kind",
                "{'status':'BREAK','kind':'SHORT','note':'x'}; 422; /note",
                "{'status':'BREAK','until':'2001-01-01T00:00:00Z'}; 422; /until",
                "{'status':'BREAK','until':'soon'}; 400; /until",
                "{'status':'BREAK','kind':'SIESTA'}; 400; /kind",
                "{'status':'AWAY'}; 400; /status",
                "{}; 400; /status",
            })
    void refusesWhatDoesNotGoTogether(String body, int status, String pointer) {
        var answer = worker.say(new JsonMapper().readValue(body.replace('\'', '"'), Map.class));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).contains("\"" + pointer + "\"");
        assertThat(company.person(worker).path("presence").asString()).isEqualTo("OFFLINE");
    }

    @Test
    void handsNothingToPeopleInAMeeting() {
        worker.come();
        worker.say(Map.of("status", "MEETING"));
        var task = company.create("not now", Priority.P3, skill);

        var candidate =
                company.get("/api/v1/tasks/" + task + "/candidates").body().at("/items/0");
        assertThat(candidate.at("/reason/code").asString()).isEqualTo("MEETING");
        var why = company.get("/api/v1/tasks/" + task + "/why").body();
        assertThat(why.path("sentence").asString()).isEqualTo("1 person could take it: 1 is busy.");
        assertThat(company.statusOf(task)).isEqualTo("QUEUED");

        worker.come();

        assertThat(worker.awaitOne().at("/task/title").asString()).isEqualTo("not now");
        worker.complete(worker.open().get(0).path("id").asString());
    }

    @Test
    void tellsOnceThatABreakShouldBeOverAndSwitchesNothing() {
        var until = clock.instant().plus(Duration.ofMinutes(5));
        worker.come();
        worker.say(Map.of("status", "BREAK", "kind", "LUNCH", "until", until));

        clock.advance(Duration.ofMinutes(6));

        assertThat(company.person(worker).path("overdue").asBoolean()).isTrue();
        await().atMost(TIMEOUT).until(() -> feed(worker, "presence.overdue").size() == 1);
        assertThat(feed(worker, "presence.overdue").get(0).at("/data/presence").asString())
                .isEqualTo("BREAK");
        assertThat(company.person(worker).path("presence").asString()).isEqualTo("BREAK");

        var later = clock.instant().plus(Duration.ofMinutes(1));
        worker.say(Map.of("status", "BREAK", "kind", "LUNCH", "until", later));
        assertThat(company.person(worker).path("overdue").asBoolean()).isFalse();
        clock.advance(Duration.ofMinutes(2));

        await().atMost(TIMEOUT).until(() -> feed(worker, "presence.overdue").size() == 2);
        worker.come();
        assertThat(company.person(worker).path("overdue").asBoolean()).isFalse();
    }
}
