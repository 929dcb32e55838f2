package dev.warren.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.identity.Accounts;
import dev.warren.server.identity.Role;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.SignedIn;

@IntegrationTest
class SavedViewIntegrationTests {

    private static final String PATH = "/api/v1/me/views";
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    SignedIn owner;
    SignedIn colleague;

    @BeforeEach
    void open() {
        owner = SignedIn.signIn(accounts, new Api(port), Role.MANAGER);
        colleague = SignedIn.signIn(accounts, new Api(port), Role.MANAGER);
    }

    private static Map<String, Object> view(String name, boolean shared) {
        return Map.of("name", name, "page", "queue", "query", "p=P1&state=QUEUED", "shared", shared);
    }

    private Api.Answer call(SignedIn who, String method, String path, @Nullable Map<String, Object> body) {
        var bytes = body == null ? new byte[0] : JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        return new Api(port)
                .send(method, path, bytes, "Authorization", who.bearer()[1], "Content-Type", "application/json");
    }

    private String save(SignedIn who, String name, boolean shared) {
        var saved = call(who, "POST", PATH, view(name, shared));
        assertThat(saved.status()).as(saved.text()).isEqualTo(201);
        assertThat(saved.header("Location")).startsWith(PATH + "/");
        return saved.header("Location");
    }

    private List<String> names(SignedIn who) {
        return call(who, "GET", PATH, null)
                .body()
                .path("items")
                .valueStream()
                .map(it -> it.path("name").asString())
                .toList();
    }

    @Test
    void keepsWhatSomebodySaves() {
        var path = save(owner, "Urgent", false);

        var items = call(owner, "GET", PATH, null)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("owner").asString().equals(owner.id().toString()))
                .toList();
        assertThat(items).hasSize(1);
        assertThat(items.get(0).path("page").asString()).isEqualTo("queue");
        assertThat(items.get(0).path("query").asString()).isEqualTo("p=P1&state=QUEUED");
        assertThat(items.get(0).path("shared").asBoolean()).isFalse();
        assertThat(items.get(0).path("ownerName").asString()).isNotEmpty();

        var changed = call(owner, "PUT", path, view("Most urgent", true));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.body().path("name").asString()).isEqualTo("Most urgent");
        assertThat(changed.body().path("shared").asBoolean()).isTrue();

        assertThat(call(owner, "DELETE", path, null).status()).isEqualTo(204);
        assertThat(names(owner)).doesNotContain("Most urgent");
        assertThat(call(owner, "DELETE", path, null).status()).isEqualTo(404);
    }

    @Test
    void showsOthersOnlyWhatIsShared() {
        var mine = "own " + owner.id();
        var ours = "team " + owner.id();
        var own = save(owner, mine, false);
        var team = save(owner, ours, true);

        assertThat(names(owner)).contains(mine, ours);
        assertThat(names(colleague)).contains(ours).doesNotContain(mine);
        for (var method : List.of("PUT", "DELETE")) {
            var body = method.equals("PUT") ? view("taken", true) : null;
            assertThat(call(colleague, method, own, body).status()).isEqualTo(404);
            assertThat(call(colleague, method, team, body).status()).isEqualTo(403);
        }
        var admin = SignedIn.signIn(accounts, new Api(port), Role.ADMIN);
        assertThat(call(admin, "PUT", team, view(ours + "!", true)).status()).isEqualTo(200);
        assertThat(call(admin, "PUT", team, view(ours, false)).status()).isEqualTo(422);
        assertThat(call(admin, "DELETE", own, null).status()).isEqualTo(404);
        assertThat(call(admin, "DELETE", team, null).status()).isEqualTo(204);
    }

    @Test
    void keepsFiftyOfEach() {
        for (int i = 0; i < 50; i++) {
            save(owner, "view " + i, false);
        }

        var refused = call(owner, "POST", PATH, view("one more", false));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("code").asString()).isEqualTo("rule-violated");
        save(colleague, "of somebody else", false);
    }

    @Test
    void refusesWhatIsNoView() {
        var wrong = Map.of(
                "name", List.of("", " ", "x".repeat(61), "a\u0000"),
                "page", List.of("", "Queue", "../admin", "x".repeat(41)),
                "query", List.of("x".repeat(2_001), "\n"),
                "shared", List.of("yes"));
        wrong.forEach((field, values) -> {
            for (var value : values) {
                var body = new HashMap<>(view("fine", false));
                body.put(field, value);
                assertThat(call(owner, "POST", PATH, body).status())
                        .as("%s = %s", field, value)
                        .isEqualTo(400);
            }
        });
        for (var field : List.of("name", "page", "query")) {
            var body = new HashMap<>(view("fine", false));
            body.remove(field);
            assertThat(call(owner, "POST", PATH, body).status()).as(field).isEqualTo(400);
        }
    }
}
