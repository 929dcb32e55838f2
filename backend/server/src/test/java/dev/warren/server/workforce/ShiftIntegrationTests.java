package dev.warren.server.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
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
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.MovableClock;

/** Schedules, and what the end of a shift does. */
@IntegrationTest
class ShiftIntegrationTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    Company company;
    String skill;

    final List<Employee> hired = new ArrayList<>();

    @BeforeEach
    void open() {
        company = new Company(new Api(port));
        skill = company.newSkill();
    }

    @AfterEach
    void close() {
        hired.forEach(Employee::leave);
        clock.reset();
    }

    private Employee hire() {
        var employee = company.hire(1, skill);
        hired.add(employee);
        return employee;
    }

    private static Map<String, Object> schedule(Object weekly, Object vacations, Object extra) {
        return Map.of("zone", "UTC", "weekly", weekly, "vacations", vacations, "extra", extra);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** A shift that has begun an hour ago; seven to eight minutes are left of it when {@code minutes} is 8. */
    private Map<String, Object> shiftEndingIn(int minutes) {
        var begin = now().minusHours(1);
        return schedule(
                List.of(),
                List.of(),
                List.of(Map.of(
                        "date",
                        begin.toLocalDate().toString(),
                        "from",
                        TIME.format(begin),
                        "until",
                        TIME.format(now().plusMinutes(minutes)))));
    }

    private void plan(Employee employee, Map<String, Object> schedule) {
        var answer = company.put("/api/v1/workers/" + employee.id() + "/schedule", schedule);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private UUID create(String title, int estimateSeconds) {
        var task = new HashMap<>(Company.task(title, "default", Priority.P3, skill));
        if (estimateSeconds > 0) {
            task.put("estimateSeconds", estimateSeconds);
        }
        return UUID.fromString(
                company.post("/api/v1/tasks", task).body().path("id").asString());
    }

    private void awaitPresence(Employee employee, String presence) {
        await().atMost(TIMEOUT)
                .until(() -> company.person(employee).path("presence").asString(), presence::equals);
        assertThat(company.person(employee).path("presenceReason").asString()).isEqualTo("SHIFT_ENDED");
    }

    private static List<String> titles(Employee employee) {
        return employee.open().stream()
                .map(it -> it.at("/task/title").asString())
                .toList();
    }

    @Test
    void keepsAScheduleAndSaysWhatComesOfIt() {
        var worker = hire();
        var path = "/api/v1/workers/" + worker.id() + "/schedule";
        assertThat(company.get(path).body().path("version").asInt()).isZero();
        var everyDay = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");
        var first = now().toLocalDate().plusDays(3);
        var planned = schedule(
                everyDay.stream()
                        .map(it -> Map.of("day", it, "from", "09:00", "until", "17:00"))
                        .toList(),
                List.of(Map.of("from", first.toString(), "to", first.plusDays(1).toString(), "note", "the sea")),
                List.of());

        var put = company.put(path, planned, "If-Match", "\"0\"");

        assertThat(put.status()).as(put.text()).isEqualTo(200);
        assertThat(put.header("ETag")).isEqualTo("\"1\"");
        for (var view : List.of(put, company.get(path), worker.get("/api/v1/me/schedule"))) {
            assertThat(view.body().path("zone").asString()).isEqualTo("UTC");
            assertThat(view.body().path("weekly")).hasSize(7);
            assertThat(view.body().at("/weekly/0/from").asString()).isEqualTo("09:00");
            assertThat(view.body().at("/vacations/0/note").asString()).isEqualTo("the sea");
            var days = view.body()
                    .path("shifts")
                    .valueStream()
                    .map(it -> it.path("from").asString().substring(0, 10))
                    .toList();
            assertThat(days)
                    .contains(first.minusDays(1).toString(), first.plusDays(2).toString())
                    .doesNotContain(first.toString(), first.plusDays(1).toString());
        }
        assertThat(company.put(path, planned, "If-Match", "\"0\"").status()).isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'zone':'Mars','weekly':[],'vacations':[],'extra':[]}; 422; /zone",
                "{'weekly':[],'vacations':[],'extra':[]}; 400; /zone",
                "{'zone':'UTC','vacations':[],'extra':[]}; 400; /weekly",
                "{'zone':'UTC','weekly':[null],'vacations':[],'extra':[]}; 400; /weekly/0",
                "{'zone':'UTC','weekly':[{'day':'FUNDAY','from':'09:00','until':'10:00'}],'vacations':[],'extra':[]}; 400; /weekly/0/day",
                "{'zone':'UTC','weekly':[{'day':'MONDAY','from':'9','until':'10:00'}],'vacations':[],'extra':[]}; 400; /weekly/0/from",
                "{'zone':'UTC','weekly':[{'day':'MONDAY','from':'09:00','until':'24:00'}],'vacations':[],'extra':[]}; 400; /weekly/0/until",
                "{'zone':'UTC','weekly':[],'vacations':[{'from':'2026-02-30','to':'2026-03-01'}],'extra':[]}; 400; /vacations/0/from",
                "{'zone':'UTC','weekly':[],'vacations':[{'from':'2026-03-02','to':'2026-03-01'}],'extra':[]}; 422; /vacations/0/to",
                "{'zone':'UTC','weekly':[],'vacations':[],'extra':[{'date':'2026-03-02','from':'09:00','until':'09:00'}]}; 422; /extra/0/until",
            })
    void refusesAScheduleThatNoCalendarHas(String body, int status, String pointer) {
        var path = "/api/v1/workers/" + hire().id() + "/schedule";

        var answer = company.put(path, new JsonMapper().readValue(body.replace('\'', '"'), Map.class));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).contains("\"" + pointer + "\"");
        assertThat(company.get(path).body().path("version").asInt()).isZero();
    }

    @Test
    void showsWhoWorksWhenWithVacationsAndPresence() {
        var worker = hire();
        var today = now().toLocalDate();
        plan(
                worker,
                schedule(
                        List.of(),
                        List.of(Map.of("from", today.toString(), "to", today.toString())),
                        List.of(Map.of("date", today.plusDays(1).toString(), "from", "22:00", "until", "06:00"))));
        worker.come();

        var from = today + "T00:00:00Z";
        var to = today.plusDays(2) + "T00:00:00Z";
        var mine = everybody("?from=" + from + "&to=" + to).stream()
                .filter(it -> it.path("workerId").asString().equals(worker.id().toString()))
                .findFirst()
                .orElseThrow();

        assertThat(mine.at("/shifts/0/from").asString()).isEqualTo(today.plusDays(1) + "T22:00:00Z");
        assertThat(mine.at("/shifts/0/until").asString()).isEqualTo(today.plusDays(2) + "T06:00:00Z");
        assertThat(mine.at("/vacations/0/from").asString()).isEqualTo(today.toString());
        assertThat(mine.path("presence").asString()).as("presence by hand wins").isEqualTo("AVAILABLE");
        create("although on vacation", 60);
        worker.complete(worker.awaitOne().path("id").asString());
        assertThat(company.get("/api/v1/schedule?from=" + to + "&to=" + from).status())
                .isEqualTo(400);
        assertThat(company.get("/api/v1/schedule?from=" + from + "&to=" + today.plusDays(36) + "T00:00:00Z")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void showsWhatWouldComeOfAScheduleWithoutPlanningIt() {
        var worker = hire();
        var tomorrow = now().toLocalDate().plusDays(1);
        var night = Map.of("date", tomorrow.toString(), "from", "22:00", "until", "06:00");

        var shown = company.post("/api/v1/schedule/preview", schedule(List.of(), List.of(), List.of(night)));

        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        assertThat(shown.body().path("shifts")).hasSize(1);
        assertThat(shown.body().at("/shifts/0/until").asString()).isEqualTo(tomorrow.plusDays(1) + "T06:00:00Z");
        assertThat(company.get("/api/v1/workers/" + worker.id() + "/schedule")
                        .body()
                        .path("version")
                        .asInt())
                .isZero();
        var endless = Map.of("date", tomorrow.toString(), "from", "22:00", "until", "22:00");
        var refused = company.post("/api/v1/schedule/preview", schedule(List.of(), List.of(), List.of(endless)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("\"/extra/0/until\"");
    }

    @Test
    void showsThePlanOfThoseWithASkillOrAName() {
        var worker = hire();

        assertThat(everybody("?text=" + worker.username()))
                .extracting(it -> it.path("workerId").asString())
                .containsExactly(worker.id().toString());
        assertThat(company.get("/api/v1/schedule?skill=nobody-has-this").status())
                .isEqualTo(422);
    }

    private List<JsonNode> everybody(String query) {
        var all = new ArrayList<JsonNode>();
        var page = company.get("/api/v1/schedule" + query + "&size=200").body();
        while (true) {
            page.path("items").valueStream().forEach(all::add);
            if (page.path("next").isNull()) {
                return all;
            }
            page = company.get("/api/v1/schedule" + query + "&size=200&cursor="
                            + page.path("next").asString())
                    .body();
        }
    }

    @Test
    void handsOutNothingThatTakesLongerThanWhatIsLeftOfTheShift() {
        var worker = hire();
        plan(worker, shiftEndingIn(8));
        var tooLong = create("an hour", 3_600);
        var unknown = create("nobody knows how long", 0);
        create("a minute", 60);

        worker.come();

        assertThat(worker.awaitOne().at("/task/title").asString()).isEqualTo("a minute");
        worker.complete(worker.open().get(0).path("id").asString());
        for (var task : List.of(tooLong, unknown)) {
            var why = company.get("/api/v1/tasks/" + task + "/why").body();
            assertThat(why.path("reason").asString()).isEqualTo("SHIFT_ENDS");
            var candidate =
                    company.get("/api/v1/tasks/" + task + "/candidates").body().at("/items/0");
            assertThat(candidate.path("eligible").asBoolean()).isFalse();
            assertThat(candidate.at("/reason/code").asString()).isEqualTo("SHIFT_ENDS");
            assertThat(candidate.at("/reason/sentence").asString())
                    .matches("Their shift ends in [67] min, and this would take longer\\.");
            assertThat(company.statusOf(task)).isEqualTo("QUEUED");
        }

        plan(worker, shiftEndingIn(120));

        assertThat(worker.awaitOne().at("/task/title").asString()).isEqualTo("an hour");
    }

    @Test
    void handsLongTasksToThoseWhoStay() {
        var leaves = hire();
        plan(leaves, shiftEndingIn(8));
        leaves.come();
        var stays = hire().come();

        create("an hour", 3_600);

        assertThat(stays.awaitOne().at("/task/title").asString()).isEqualTo("an hour");
        assertThat(titles(leaves)).isEmpty();
    }

    @Test
    void sendsHomeWhoeverHoldsNothingWhenTheShiftIsOver() {
        var worker = hire();
        plan(worker, shiftEndingIn(8));
        worker.come();

        clock.advance(Duration.ofMinutes(9));

        awaitPresence(worker, "OFFLINE");
        var entries = worker.get("/api/v1/me/feed").body().path("entries");
        assertThat(entries).hasSize(1);
        assertThat(entries.at("/0/type").asString()).isEqualTo("presence.changed");
        assertThat(entries.at("/0/data/reason").asString()).isEqualTo("SHIFT_ENDED");
    }

    @Test
    void letsWorkBeFinishedAfterTheShiftAndHandsOutNothingNew() {
        var worker = hire();
        plan(worker, shiftEndingIn(8));
        worker.come();
        create("the last one", 60);
        var last = worker.awaitOne().path("id").asString();
        clock.advance(Duration.ofMinutes(9));

        awaitPresence(worker, "BUSY");
        assertThat(titles(worker)).containsExactly("the last one");
        var next = create("one more", 60);
        worker.complete(last);

        awaitPresence(worker, "OFFLINE");
        assertThat(company.statusOf(next)).isEqualTo("QUEUED");
    }

    @Test
    void givesWorkBackAfterTheShiftWhereTheQueueSaysSo() {
        var queue = company.newQueue();
        company.patch("/api/v1/queues/" + queue, Map.of("shiftEnd", "HAND_BACK"));
        var worker = hire();
        plan(worker, shiftEndingIn(8));
        worker.come();
        var task = new HashMap<>(Company.task("for the late shift", queue, Priority.P3, skill));
        task.put("estimateSeconds", 60);
        var id = UUID.fromString(
                company.post("/api/v1/tasks", task).body().path("id").asString());
        var created = company.task(id).path("createdAt").asString();
        worker.awaitOne();

        clock.advance(Duration.ofMinutes(9));

        awaitPresence(worker, "OFFLINE");
        assertThat(titles(worker)).isEmpty();
        assertThat(company.statusOf(id)).isEqualTo("QUEUED");
        assertThat(company.task(id).path("createdAt").asString()).isEqualTo(created);
        assertThat(hire().come().awaitOne().at("/task/title").asString()).isEqualTo("for the late shift");
    }

    @Test
    void takesOffersBackWhenTheShiftIsOver() {
        var queue = company.newQueue();
        company.patch("/api/v1/queues/" + queue, Map.of("acceptance", "MANUAL", "offerSeconds", 3_600));
        var worker = hire();
        plan(worker, shiftEndingIn(8));
        worker.come();
        var task = new HashMap<>(Company.task("no answer", queue, Priority.P3, skill));
        task.put("estimateSeconds", 60);
        company.post("/api/v1/tasks", task);
        worker.awaitOffer();

        clock.advance(Duration.ofMinutes(9));

        awaitPresence(worker, "OFFLINE");
        assertThat(worker.offers()).isEmpty();
    }

    @Test
    void leavesAloneWhoeverComesAfterTheShift() {
        var worker = hire();
        plan(worker, shiftEndingIn(3));
        worker.come();
        clock.advance(Duration.ofMinutes(4));
        awaitPresence(worker, "OFFLINE");

        worker.come();
        create("overtime", 3_600);

        assertThat(worker.awaitOne().at("/task/title").asString()).isEqualTo("overtime");
        assertThat(company.person(worker).path("presence").asString()).isEqualTo("AVAILABLE");
    }

    @Test
    void handsWhatWaitsToTheFirstWhoComesWhenNobodyWasHere() {
        var first = hire();
        hire();
        var task = create("all night", 60);
        assertThat(company.get("/api/v1/tasks/" + task + "/why")
                        .body()
                        .path("sentence")
                        .asString())
                .isEqualTo("2 people could take it: 2 are not here.");

        first.come();

        assertThat(first.awaitOne().at("/task/title").asString()).isEqualTo("all night");
    }
}
