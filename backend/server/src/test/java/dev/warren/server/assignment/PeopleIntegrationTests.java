package dev.warren.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.warren.server.identity.Accounts;
import dev.warren.server.identity.Role;
import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.SignedIn;

@IntegrationTest
class PeopleIntegrationTests {

    private static final String WORKERS = "/api/v1/workers";
    private static final String CLOSED = "/api/v1/me/assignments?state=closed";

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    Company company;
    String skill;

    @BeforeEach
    void open() {
        company = new Company(new Api(port));
        skill = company.newSkill();
    }

    @Test
    void showsWhatPeopleAreAt() {
        var busy = company.hire(2, skill);
        var idle = company.hire(1, skill);
        var first = company.create("Mend the roof", Priority.P2, skill);
        var second = company.create("Paint it", Priority.P4, skill);
        busy.come().awaitOpen(2);
        var assignment = busy.open().get(0).path("id").asString();
        busy.start(assignment);
        busy.progress(assignment, 40);

        var page = company.get(WORKERS + "?skill=" + skill).body().path("items");

        assertThat(page.valueStream().map(it -> it.path("id").asString()))
                .containsExactlyInAnyOrder(busy.id().toString(), idle.id().toString());
        var one = company.get(WORKERS + "/" + busy.id());
        assertThat(one.header("ETag")).isEqualTo("\"2\"");
        assertThat(page.valueStream().map(it -> it.path("current")))
                .contains(one.body().path("current"));
        assertThat(one.body().path("load").asInt()).isEqualTo(2);
        assertThat(one.body().path("presence").asString()).isEqualTo("AVAILABLE");
        var current = one.body().path("current");
        assertThat(current).hasSize(2);
        assertThat(current.get(0).path("assignmentId").asString()).isEqualTo(assignment);
        assertThat(current.get(0).path("taskId").asString()).isEqualTo(first.toString());
        assertThat(current.get(0).path("title").asString()).isEqualTo("Mend the roof");
        assertThat(current.get(0).path("priority").asString()).isEqualTo("P2");
        assertThat(current.get(0).path("state").asString()).isEqualTo("IN_PROGRESS");
        assertThat(current.get(0).path("percent").asInt()).isEqualTo(40);
        assertThat(current.get(0).path("since").asString()).isNotEmpty();
        assertThat(current.get(1).path("taskId").asString()).isEqualTo(second.toString());
        assertThat(company.get(WORKERS + "/" + idle.id()).body().path("current"))
                .isEmpty();
        busy.leave();
    }

    @Test
    void findsPeopleBySkillNameAndPresence() {
        var name = "Zoë " + skill;
        var hired = company.post(
                WORKERS,
                Map.of(
                        "username",
                        "z" + skill.substring(6),
                        "displayName",
                        name,
                        "password",
                        "correct horse battery",
                        "skills",
                        List.of(Map.of("name", skill))));
        assertThat(hired.status()).as(hired.text()).isEqualTo(201);

        assertThat(found("?skill=" + skill + "&text=ZOE")).isEqualTo(1);
        assertThat(found("?text=zo%C3%AB+" + skill.toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(1);
        assertThat(found("?skill=" + skill + "&text=nobody")).isZero();
        assertThat(found("?skill=" + skill + "&text=%25")).isZero();
        assertThat(found("?skill=" + skill + "&text=z_e")).isZero();
        assertThat(found("?skill=" + skill + "&presence=OFFLINE")).isEqualTo(1);
        assertThat(found("?skill=" + skill + "&presence=AVAILABLE")).isZero();
        var unknown = company.get(WORKERS + "?skill=juggling-with-swords");
        assertThat(unknown.body().path("code").asString()).isEqualTo("unknown-skill");
    }

    private int found(String query) {
        var answer = company.get(WORKERS + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().path("items").size();
    }

    @Test
    void saysWhenAnAccountIsNoWorker() {
        var stranger = SignedIn.signIn(accounts, new Api(port), Role.EMPLOYEE);

        var answer = new Api(port).get("/api/v1/me/worker", stranger.bearer());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("detail").asString()).contains("PUT /me/presence");
        assertThat(new Api(port).get("/api/v1/me/figures", stranger.bearer()).status())
                .isEqualTo(200);
    }

    @Test
    void filtersTheOwnHistory() {
        var worker = company.hire(5, skill);
        company.create("Fill the pond", Priority.P2, skill);
        company.create("Drain the swamp", Priority.P3, skill);
        company.create("Count the frogs", Priority.P4, skill);
        var open = worker.come().awaitOpen(3);
        worker.end(id(open, 0), "complete", "Full to the brim.");
        worker.end(id(open, 1), "fail", "Too WET for it.");
        worker.end(id(open, 2), "complete", "Forty-two frogs.");
        worker.leave();

        assertThat(titles(worker, "")).containsExactly("Count the frogs", "Drain the swamp", "Fill the pond");
        assertThat(titles(worker, "&outcome=FAILED")).containsExactly("Drain the swamp");
        assertThat(titles(worker, "&text=frog")).containsExactly("Count the frogs");
        assertThat(titles(worker, "&text=wet")).containsExactly("Drain the swamp");
        assertThat(titles(worker, "&text=%25")).isEmpty();
        var middle = worker.get(CLOSED).body().at("/items/1/closedAt").asString();
        assertThat(titles(worker, "&from=" + middle)).containsExactly("Count the frogs", "Drain the swamp");
        assertThat(titles(worker, "&before=" + middle)).containsExactly("Fill the pond");
        var next = worker.get(CLOSED + "&size=2").body().path("next").asString();
        assertThat(titles(worker, "&size=2&cursor=" + next)).containsExactly("Fill the pond");
        assertThat(titles(company.hire(1, skill), "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?state=closed&from=+1000000000-01-01T00:00:00Z",
                "?state=closed&from=%2B1000000000-01-01T00:00:00Z",
                "?state=closed&outcome=DONE",
                "?state=open&outcome=FAILED",
                "?state=closed&cursor=KzEwMDAwMDAwMDAtMDEtMDFUMDA6MDA6MDBaHzE",
            })
    void refusesWhatCannotBe(String query) {
        var answer = company.hire(1).get("/api/v1/me/assignments" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("code").asString()).isEqualTo("invalid-parameter");
    }

    private static String id(List<tools.jackson.databind.JsonNode> open, int index) {
        return open.get(index).path("id").asString();
    }

    private static List<String> titles(Employee worker, String query) {
        var answer = worker.get(CLOSED + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body()
                .path("items")
                .valueStream()
                .map(it -> it.at("/task/title").asString())
                .toList();
    }
}
