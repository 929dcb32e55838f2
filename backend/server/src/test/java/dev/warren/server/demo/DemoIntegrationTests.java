package dev.warren.server.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.testing.Api;
import dev.warren.server.testing.MovableClock;
import dev.warren.server.testing.OwnServer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoIntegrationTests {

    private static final String SIMULATOR = "/api/v1/demo/simulator";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private OwnServer server;
    private MovableClock clock;
    private Simulator simulator;

    @BeforeAll
    void start() {
        server = OwnServer.demo();
        clock = server.get(MovableClock.class);
        simulator = server.get(Simulator.class);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String[] bearer(String name) {
        var answer = server.api().signIn(name, "try-the-burrow");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return new String[] {
            "Authorization",
            "Bearer " + answer.body().path("accessToken").asString(),
            "Content-Type",
            "application/json"
        };
    }

    /** Signs in each time: the clock leaps over the life of tokens. */
    private JsonNode get(String path) {
        var answer = server.api().get(path, bearer("admin"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private Api.Answer put(Map<String, ?> wish) {
        return server.api().send("PUT", SIMULATOR, JSON.writeValueAsString(wish).getBytes(UTF_8), bearer("admin"));
    }

    private JsonNode person(String name) {
        return get("/api/v1/workers?text=" + name).path("items").get(0);
    }

    private int tasks(String status) {
        return get("/api/v1/statistics").path("byStatus").path(status).asInt();
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    /** Time passes, a look every minute, until it is so. */
    private void until(java.util.concurrent.Callable<Boolean> so) {
        await().atMost(PATIENCE).until(() -> {
            clock.advance(Duration.ofSeconds(20));
            simulator.tick();
            return so.call();
        });
    }

    @Test
    void tellsGuestsWhatThereIsToTry() {
        var about = server.api().get("/api/v1/about").body();

        assertThat(about.path("demo").asBoolean()).isTrue();
        assertThat(about.path("registration").asBoolean()).isTrue();
        assertThat(about.path("version").asString()).matches("\\d+\\.\\d+\\..+");
        assertThat(about.path("accounts"))
                .hasSize(10)
                .allSatisfy(it -> assertThat(server.api()
                                .signIn(
                                        it.path("username").asString(),
                                        it.path("password").asString())
                                .body()
                                .at("/user/roles"))
                        .isEqualTo(it.path("roles")));
        // those who just signed in would be left alone
        clock.advance(Duration.ofMinutes(31));
    }

    @Test
    void bringsTheSampleAliveAndToRest() {
        clock.advance(Duration.ofMinutes(31));
        assertThat(get(SIMULATOR).path("running").asBoolean()).isFalse();
        int before = tasks("COMPLETED");
        int all = get("/api/v1/statistics").path("total").asInt();
        bearer("grace"); // somebody is Grace

        var started = put(Map.of("running", true, "speed", 60, "leftAlone", List.of("ada", "linus")));

        assertThat(started.status()).as(started.text()).isEqualTo(200);
        assertThat(names(started.body().path("people"))).hasSize(5).doesNotContain("ada", "linus", "grace");
        until(() -> tasks("COMPLETED") >= before + 8);
        assertThat(get("/api/v1/statistics").path("total").asInt()).isGreaterThan(all);
        for (var idle : List.of("ada", "linus", "grace")) {
            assertThat(person(idle).path("presence").asString()).as(idle).isEqualTo("OFFLINE");
        }
        var done = get("/api/v1/tasks?status=COMPLETED&size=1").path("items").get(0);
        var history = get("/api/v1/tasks/" + done.path("id").asString() + "/history");
        assertThat(history.path("items").valueStream().map(it -> it.path("type").asString()))
                .contains("task.started", "task.completed");
        assertThat(history.path("chain").asString()).isEqualTo("valid");

        assertThat(put(Map.of("running", false)).status()).isEqualTo(200);
        until(() -> get(SIMULATOR).path("people").isEmpty());

        assertThat(get("/api/v1/workers").path("items")).allSatisfy(it -> {
            assertThat(it.path("presence").asString()).isEqualTo("OFFLINE");
            assertThat(it.path("current")).isEmpty();
        });
    }

    @Test
    void handsOverToWhoeverSignsIn() {
        clock.advance(Duration.ofMinutes(31));
        put(Map.of("running", true, "speed", 60, "leftAlone", List.of()));
        until(() -> person("barbara").path("presence").asString().equals("AVAILABLE"));

        bearer("barbara");

        assertThat(names(get(SIMULATOR).path("people"))).doesNotContain("barbara");
        put(Map.of("running", false));
        until(() -> get(SIMULATOR).path("people").isEmpty());
        assertThat(person("barbara").path("presence").asString()).isNotEqualTo("OFFLINE");
    }

    @Test
    void refusesWhoeverIsNoEmployee() {
        var answer = put(Map.of("running", false, "leftAlone", List.of("nobody")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo("/leftAlone");
        assertThat(put(Map.of("running", true, "speed", 61)).status()).isEqualTo(400);
    }
}
