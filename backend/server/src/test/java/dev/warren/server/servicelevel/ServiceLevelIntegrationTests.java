package dev.warren.server.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import dev.warren.server.shared.Ids;
import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.MovableClock;

@IntegrationTest
class ServiceLevelIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    Company company;
    String skill;
    String queue;

    final List<Employee> hired = new ArrayList<>();

    @BeforeEach
    void open() {
        company = new Company(new Api(port));
        skill = company.newSkill();
        queue = company.newQueue();
        promise(1_000, 2_000, 4_000);
    }

    @AfterEach
    void close() {
        hired.forEach(Employee::leave);
        clock.reset();
    }

    /** For P1 so many seconds, for P2 twice as many. */
    private void promise(int assign, int firstAction, int resolve) {
        var answer = put(
                "/api/v1/queues/" + queue + "/service-levels",
                level(
                        "always",
                        targets(Priority.P1, assign, firstAction, resolve),
                        targets(Priority.P2, 2 * assign, 2 * firstAction, 2 * resolve)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static Map<String, ?> targets(Priority priority, int assign, int firstAction, int resolve) {
        return Map.of(
                "priority",
                priority,
                "assignSeconds",
                assign,
                "firstActionSeconds",
                firstAction,
                "resolveSeconds",
                resolve);
    }

    private static Map<String, ?> level(String calendar, Object... targets) {
        return Map.of("calendar", calendar, "riskPercent", 75, "pauseOnHold", true, "targets", targets);
    }

    private Api.Answer put(String path, Map<String, ?> body, String... headers) {
        return company.put(path, body, headers);
    }

    private UUID create() {
        return company.create("a promise", queue, Priority.P1, skill);
    }

    private JsonNode deadline(UUID task, String kind) {
        return company.get("/api/v1/tasks/" + task + "/service-level")
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private String state(UUID task, String kind) {
        return deadline(task, kind).path("state").asString();
    }

    private void awaitState(UUID task, String kind, String state) {
        await().atMost(PATIENCE).until(() -> state(task, kind), state::equals);
    }

    private List<JsonNode> history(UUID task, String type) {
        return company.get("/api/v1/tasks/" + task + "/history")
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("type").asString().equals(type))
                .toList();
    }

    private static Instant target(JsonNode deadline) {
        return Instant.parse(deadline.path("targetAt").asString());
    }

    private Instant createdAt(UUID task) {
        return Instant.parse(company.task(task).path("createdAt").asString());
    }

    @Test
    void startsAllClocksWithTheTask() {
        var task = create();
        assertThat(target(deadline(task, "ASSIGN"))).isEqualTo(createdAt(task).plusSeconds(1_000));
        assertThat(target(deadline(task, "FIRST_ACTION")))
                .isEqualTo(createdAt(task).plusSeconds(2_000));
        assertThat(target(deadline(task, "RESOLVE"))).isEqualTo(createdAt(task).plusSeconds(4_000));
        assertThat(state(task, "RESOLVE")).isEqualTo("RUNNING");
    }

    @Test
    void tellsOfTheRiskOnceAndOfTheBreachOnceWithItsCause() {
        var task = create();
        clock.advance(Duration.ofSeconds(800));
        awaitState(task, "ASSIGN", "AT_RISK");
        assertThat(history(task, "task.sla-at-risk")).hasSize(1);
        assertThat(history(task, "task.sla-breached")).isEmpty();

        clock.advance(Duration.ofSeconds(400));
        awaitState(task, "ASSIGN", "BREACHED");
        assertThat(history(task, "task.sla-at-risk")).hasSize(1);
        assertThat(history(task, "task.sla-breached")).hasSize(1);
        assertThat(deadline(task, "ASSIGN").path("cause").asString()).isEqualTo("NOBODY_ABLE");
        assertThat(deadline(task, "ASSIGN").path("remainingSeconds").asInt()).isNegative();
        assertThat(company.task(task).path("version").asInt()).isEqualTo(3);
        assertThat(company.get("/api/v1/service-levels?state=BREACHED&queue=" + queue)
                        .body()
                        .path("items")
                        .valueStream()
                        .map(it -> it.path("taskId").asString()))
                .containsExactly(task.toString());
    }

    @Test
    void stopsClocksInTimeAndCountsThem() {
        var task = create();
        var late = create();
        clock.advance(Duration.ofSeconds(1_100));
        awaitState(late, "ASSIGN", "BREACHED");
        var worker = company.hire(2, skill).come();
        hired.add(worker);
        awaitState(late, "ASSIGN", "MISSED");
        awaitState(task, "ASSIGN", "MISSED");
        var from = Instant.now().minus(Duration.ofDays(1));
        for (var it : worker.get("/api/v1/me/assignments")
                .body()
                .path("items")
                .valueStream()
                .toList()) {
            var id = it.path("id").asString();
            if (it.at("/task/id").asString().equals(task.toString())) {
                assertThat(worker.end(id, "complete", "Done").status()).isEqualTo(200);
            }
        }
        awaitState(task, "RESOLVE", "MET");
        assertThat(state(task, "FIRST_ACTION")).isEqualTo("MET");

        var report = company.get(
                        "/api/v1/service-levels/attainment?from=" + from + "&to=" + from.plus(Duration.ofDays(3)))
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("queue").asString().equals(queue))
                .toList();
        assertThat(report)
                .extracting(it -> it.path("kind").asString() + " "
                        + it.path("met").asInt() + " " + it.path("missed").asInt())
                .containsExactly("ASSIGN 0 2", "FIRST_ACTION 1 0", "RESOLVE 1 0");
    }

    @Test
    void followsAnotherPriority() {
        var task = create();
        assertThat(company.post("/api/v1/tasks/" + task + "/priority", Map.of("priority", "P2"))
                        .status())
                .isEqualTo(200);
        assertThat(target(deadline(task, "ASSIGN"))).isEqualTo(createdAt(task).plusSeconds(2_000));
    }

    @Test
    void givesOpenTasksTheNewDeadlines() {
        var task = create();
        promise(500, 600, 700);
        clock.advance(ServiceLevels.HEARD_BY_ALL);
        await().atMost(PATIENCE)
                .until(() -> target(deadline(task, "RESOLVE")), createdAt(task).plusSeconds(700)::equals);
    }

    @Test
    void standsStillWhileOnHold() {
        var task = create();
        var before = target(deadline(task, "RESOLVE"));
        assertThat(company.post("/api/v1/tasks/" + task + "/hold", Map.of("reason", "Waits for a part"))
                        .status())
                .isEqualTo(200);
        assertThat(state(task, "RESOLVE")).isEqualTo("PAUSED");
        clock.advance(Duration.ofHours(5));
        awaitState(task, "ASSIGN", "BREACHED");
        assertThat(deadline(task, "ASSIGN").path("cause").asString()).isEqualTo("ON_HOLD");
        assertThat(company.post("/api/v1/tasks/" + task + "/resume").status()).isEqualTo(200);
        assertThat(state(task, "RESOLVE")).isEqualTo("RUNNING");
        assertThat(target(deadline(task, "RESOLVE")))
                .isBetween(
                        before.plus(Duration.ofHours(5)),
                        before.plus(Duration.ofHours(5)).plusSeconds(60));
    }

    @Test
    void dropsTheClocksOfWhatIsCalledOff() {
        var task = create();
        assertThat(company.post("/api/v1/tasks/" + task + "/cancel").status()).isEqualTo(200);
        assertThat(List.of(state(task, "ASSIGN"), state(task, "FIRST_ACTION"), state(task, "RESOLVE")))
                .containsOnly("DROPPED");
    }

    @Test
    void answersTheBarsOfOnePage() {
        var one = create();
        var other = create();
        var bars = company.post("/api/v1/service-levels/of", Map.of("taskIds", List.of(one, other, Ids.next())));
        assertThat(bars.status()).as(bars.text()).isEqualTo(200);
        assertThat(bars.body().path("items")).hasSize(6);
    }

    @Test
    void refusesWhatSomebodyElseHasChanged() {
        var path = "/api/v1/queues/" + queue + "/service-levels";
        assertThat(put(path, level("always"), "If-Match", "\"7\"").status()).isEqualTo(412);
        var unknown = put(path, level("nowhere"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body().at("/errors/0/pointer").asString()).isEqualTo("/calendar");
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 09:00, 17:00, 201",
        "Asia/Kolkata, 09:00, 00:00, 201",
        "Europe/Nowhere, 09:00, 17:00, 422",
        "+02:00, 09:00, 17:00, 422",
        "Europe/Berlin, 17:00, 09:00, 422",
        "Europe/Berlin, 09:00, 09:30, 422", // less than an hour a week
        "Europe/Berlin, nine, 17:00, 400",
    })
    void takesCalendarsThatOpen(String zone, String from, String to, int status) {
        var name = "c-" + Ids.next();
        var definition =
                Map.of("weekly", List.of(Map.of("day", "MONDAY", "from", from, "to", to)), "exceptions", List.of());
        var made = company.post("/api/v1/calendars", Map.of("name", name, "zone", zone, "definition", definition));
        assertThat(made.status()).as(made.text()).isEqualTo(status);
    }
}
