package dev.warren.server.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.messaging.simp.user.SimpUserRegistry;

import dev.warren.server.shared.Ids;
import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.MovableClock;

/** Whether people can be reached: by their screens, and by what they call. */
@IntegrationTest
class ReachIntegrationTests {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(61);

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    SimpUserRegistry users;

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

    /** Opens the screen, and waits until it has been noted. */
    private StompConnection screen(Employee employee, String... headers) {
        var connection = StompConnection.open(port);
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of(
                "accept-version:1.2",
                "host:warren",
                "Authorization:" + employee.bearer().get(1)));
        connection.send("CONNECT", all.toArray(String[]::new));
        assertThat(connection.frame()).startsWith("CONNECTED\n");
        await().atMost(TIMEOUT)
                .until(() -> !jdbc.queryForList(
                                "SELECT worker FROM reach WHERE worker = ?", (Object) Ids.bytes(employee.id()))
                        .isEmpty());
        return connection;
    }

    /** Closes the screen, and waits until the server has noticed. */
    private void close(StompConnection screen, Employee employee) {
        int before = screens(employee);
        screen.close();
        await().atMost(TIMEOUT).until(() -> screens(employee) == before - 1);
    }

    private int screens(Employee employee) {
        var user = users.getUser(employee.id().toString());
        return user == null ? 0 : user.getSessions().size();
    }

    private String presence(Employee employee) {
        return company.person(employee).path("presence").asString();
    }

    private void awaitPresence(Employee employee, String presence) {
        await().atMost(TIMEOUT).until(() -> presence(employee), presence::equals);
    }

    @Test
    void losesWhoeverClosedTheTabAndTakesTheOfferBack() {
        var queue = company.newQueue();
        company.patch("/api/v1/queues/" + queue, Map.of("acceptance", "MANUAL", "offerSeconds", 3_600));
        var worker = hire().come();
        var screen = screen(worker);
        var task = company.create("anybody there?", queue, Priority.P2, skill);
        worker.awaitOffer();

        close(screen, worker);
        assertThat(presence(worker)).isEqualTo("AVAILABLE");
        clock.advance(GRACE);

        awaitPresence(worker, "UNREACHABLE");
        assertThat(company.person(worker).path("presenceReason").asString()).isEqualTo("LOST_CONTACT");
        await().atMost(TIMEOUT).until(() -> company.statusOf(task), "QUEUED"::equals);
        assertThat(company.get("/api/v1/tasks/" + task + "/candidates")
                        .body()
                        .at("/items/0/reason/code")
                        .asString())
                .isEqualTo("UNREACHABLE");

        assertThat(worker.offers()).as("a call is a sign of life").isEmpty();

        awaitPresence(worker, "AVAILABLE");
        worker.awaitOffer();
        var reasons = worker.get("/api/v1/me/feed")
                .body()
                .path("entries")
                .valueStream()
                .filter(it -> it.path("type").asString().equals("presence.changed"))
                .map(it -> it.at("/data/reason").asString())
                .toList();
        assertThat(reasons).containsExactly("LOST_CONTACT", "BACK");
    }

    @Test
    void losesASleepingLaptopWhoseHeartBeatsStopped() {
        var worker = hire().come();
        try (var open = screen(worker, "heart-beat:10000,10000")) {
            clock.advance(GRACE);

            awaitPresence(worker, "UNREACHABLE");

            open.sendRaw("\n");
            awaitPresence(worker, "AVAILABLE");
        }
    }

    @Test
    void bringsBackTheBreakInWhichSomebodyWasLost() {
        var worker = hire().come();
        var screen = screen(worker);
        var until = clock.instant().plus(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.SECONDS);
        worker.say(Map.of("status", "BREAK", "kind", "LUNCH", "until", until));
        close(screen, worker);
        clock.advance(GRACE);
        awaitPresence(worker, "UNREACHABLE");

        try (var again = screen(worker)) {
            awaitPresence(worker, "BREAK");
            assertThat(again).isNotNull();
        }

        var seen = company.person(worker);
        assertThat(seen.path("presenceKind").asString()).isEqualTo("LUNCH");
        assertThat(Instant.parse(seen.path("presenceUntil").asString())).isEqualTo(until);
        assertThat(seen.path("presenceReason").isNull()).isTrue();
    }

    @Test
    void missesNobodyWhoseScreenWasNeverConnected() {
        var lost = hire().come();
        close(screen(lost), lost);
        var calls = hire().come();

        clock.advance(GRACE);

        awaitPresence(lost, "UNREACHABLE");
        assertThat(presence(calls)).isEqualTo("AVAILABLE");
    }

    @Test
    void keepsWhoeverHasAnotherTabOpen() {
        var lost = hire().come();
        close(screen(lost), lost);
        var worker = hire().come();
        try (var other = screen(worker)) {
            close(screen(worker), worker);

            clock.advance(GRACE);

            awaitPresence(lost, "UNREACHABLE");
            assertThat(presence(worker)).isEqualTo("AVAILABLE");
            assertThat(other).isNotNull();
        }
    }

    @Test
    void asksForProofAnewEachTimeSomebodyComesToWork() {
        var lost = hire().come();
        close(screen(lost), lost);
        var worker = hire().come();
        close(screen(worker), worker);
        worker.leave();
        worker.come();

        clock.advance(GRACE);

        awaitPresence(lost, "UNREACHABLE");
        assertThat(presence(worker)).isEqualTo("AVAILABLE");
    }

    @Test
    void keepsTheWorkOfWhoeverIsLost() {
        var worker = hire().come();
        company.create("mine", Priority.P3, skill);
        var mine = worker.awaitOne().path("id").asString();
        close(screen(worker), worker);
        clock.advance(GRACE);
        awaitPresence(worker, "UNREACHABLE");

        assertThat(worker.complete(mine).status()).isEqualTo(200);

        awaitPresence(worker, "AVAILABLE");
    }

    @Test
    void sendsHomeWhoeverIsFoundAfterTheShiftWithNothingLeftToDo() {
        var worker = hire();
        var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var shift = Map.of(
                "date",
                now.minusHours(1).toLocalDate().toString(),
                "from",
                TIME.format(now.minusHours(1)),
                "until",
                TIME.format(now.plusMinutes(2)));
        company.put(
                "/api/v1/workers/" + worker.id() + "/schedule",
                Map.of("zone", "UTC", "weekly", List.of(), "vacations", List.of(), "extra", List.of(shift)));
        worker.come();
        var screen = screen(worker);
        var task = company.create("the last one", Priority.P3, skill);
        company.assign(task, worker);
        worker.awaitOne();
        clock.advance(Duration.ofMinutes(2));
        awaitPresence(worker, "BUSY");
        close(screen, worker);
        clock.advance(GRACE);
        awaitPresence(worker, "UNREACHABLE");

        company.post("/api/v1/tasks/" + task + "/cancel");
        assertThat(worker.open()).as("a call is a sign of life").isEmpty();

        awaitPresence(worker, "OFFLINE");
    }
}
