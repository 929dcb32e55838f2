package dev.warren.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.warren.server.identity.Accounts;
import dev.warren.server.identity.Role;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Ids;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.Recording;
import dev.warren.server.testing.SignedIn;
import dev.warren.server.testing.TaskStory;

@IntegrationTest
class HistoryIntegrationTests {

    @Autowired
    Writer writer;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    Api api;
    SignedIn manager;
    SignedIn employee;
    TaskStory story;

    @BeforeEach
    void tellAStory() {
        api = new Api(port);
        manager = SignedIn.signIn(accounts, api, Role.MANAGER);
        employee = SignedIn.signIn(accounts, api, Role.EMPLOYEE);
        story = new TaskStory(employee.id());
        writer.write(
                new Recording(),
                List.of(story.queued(), story.assigned(), story.started(), story.progressed(), story.completed()));
    }

    @Test
    void tellsAllStepsInOrder() {
        var history = history("", manager);

        assertThat(history.status()).isEqualTo(200);
        assertThat(history.body()
                        .path("items")
                        .valueStream()
                        .map(it -> it.path("type").asString()))
                .containsExactly("task.queued", "task.assigned", "task.started", "task.progressed", "task.completed");
        assertThat(history.body().at("/items/4/version").asInt()).isEqualTo(5);
        assertThat(history.body().at("/items/4/actor/name").asString()).isEqualTo("system");
        assertThat(history.body().at("/items/4/data/comment").asString()).isEqualTo("Done");
        assertThat(history.body().path("chain").asString()).isEqualTo("valid");
        assertThat(history.body().path("next").isNull()).isTrue();
    }

    @Test
    void pagesByVersionAndChecksThatPagesJoin() {
        var first = history("?size=2", manager).body();
        assertThat(first.path("next").asInt()).isEqualTo(2);
        assertThat(first.path("chain").asString()).isEqualTo("valid");

        var second = history("?size=2&after=2", manager).body();
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.path("next").asInt()).isEqualTo(4);
        assertThat(second.path("chain").asString()).isEqualTo("valid");

        var end = history("?after=5", manager).body();
        assertThat(end.path("items")).isEmpty();
        assertThat(history("?after=50", manager).status()).isEqualTo(200);
    }

    @Test
    void saysWhereTheChainIsBroken() {
        jdbc.update(
                "UPDATE event SET payload = REPLACE(payload, '50', '99') WHERE subject = ? AND version = 4",
                Ids.bytes(story.task()));

        assertThat(history("", manager).body().path("chain").asString()).isEqualTo("broken at 4");
        assertThat(history("?after=3", manager).body().path("chain").asString()).isEqualTo("broken at 4");
        assertThat(history("?after=4", manager).body().path("chain").asString()).isEqualTo("valid");

        jdbc.update("DELETE FROM event WHERE subject = ? AND version = 2", Ids.bytes(story.task()));
        assertThat(history("", manager).body().path("chain").asString()).isEqualTo("broken at 2");
    }

    @Test
    void isOpenToAnEmployeeOnlyForWhatHeHeld() {
        assertThat(history("", employee).status()).isEqualTo(200);

        var stranger = SignedIn.signIn(accounts, api, Role.EMPLOYEE);
        assertThat(history("", stranger).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/tasks/" + story.task() + "/history").status())
                .isEqualTo(401);
    }

    @Test
    void knowsNoOtherTask() {
        var path = "/api/v1/tasks/%s/history".formatted(Ids.next());

        assertThat(api.get(path, manager.bearer()).status()).isEqualTo(404);
        assertThat(api.get(path + "?after=7", manager.bearer()).status()).isEqualTo(404);
        assertThat(api.get(path, employee.bearer()).status()).isEqualTo(404);
    }

    private Api.Answer history(String query, SignedIn who) {
        return api.get("/api/v1/tasks/" + story.task() + "/history" + query, who.bearer());
    }
}
