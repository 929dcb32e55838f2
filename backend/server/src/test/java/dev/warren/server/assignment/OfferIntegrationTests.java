package dev.warren.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.JsonNode;

import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;
import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.MovableClock;

@IntegrationTest
class OfferIntegrationTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    Company company;
    String skill;

    /** One for all tests: a queue that was just made waits for the schedule. */
    static String queue = "";

    final List<Employee> hired = new ArrayList<>();

    @BeforeEach
    void open() {
        company = new Company(new Api(port));
        skill = company.newSkill();
        if (queue.isEmpty()) {
            queue = company.newQueue();
        }
        var set = company.patch("/api/v1/queues/" + queue, Map.of("acceptance", "MANUAL", "declineLimit", 3));
        assertThat(set.status()).as(set.text()).isEqualTo(200);
    }

    @AfterEach
    void close() {
        hired.forEach(Employee::leave);
        clock.reset();
    }

    private Employee hire(int capacity) {
        var employee = company.hire(capacity, skill);
        hired.add(employee);
        return employee;
    }

    private UUID create(String title, Priority priority) {
        return company.create(title, queue, priority, skill);
    }

    private static List<String> titles(List<JsonNode> offers) {
        return offers.stream().map(it -> it.at("/task/title").asString()).toList();
    }

    private static int load(Employee employee) {
        return employee.get("/api/v1/me/worker").body().path("load").asInt();
    }

    private List<String> history(UUID task) {
        return company.get("/api/v1/tasks/" + task + "/history")
                .body()
                .path("items")
                .valueStream()
                .map(it -> it.path("type").asString())
                .toList();
    }

    private static List<String> feed(Employee employee) {
        return employee.get("/api/v1/me/feed")
                .body()
                .path("entries")
                .valueStream()
                .map(it -> it.path("type").asString())
                .toList();
    }

    private List<JsonNode> coordination(UUID task) {
        return company.get("/api/v1/coordination")
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("taskId").asString().equals(task.toString()))
                .toList();
    }

    private void awaitStatus(UUID task, String status) {
        await().atMost(TIMEOUT).until(() -> company.statusOf(task), status::equals);
    }

    private static Api.Answer decline(Employee employee, JsonNode offer) {
        return employee.decline(offer.path("id").asString(), "Another time.");
    }

    @Test
    void offersATaskWhoseAssignmentBeginsWithTheYes() {
        var task = create("ask me", Priority.P2);
        var worker = hire(1).come();

        var offer = worker.awaitOffer();
        assertThat(offer.at("/task/title").asString()).isEqualTo("ask me");
        assertThat(Duration.between(
                        Instant.parse(offer.path("issuedAt").asString()),
                        Instant.parse(offer.path("expiresAt").asString())))
                .isEqualTo(TIMEOUT);
        assertThat(company.task(task).path("status").asString()).isEqualTo("OFFERED");
        assertThat(company.task(task).path("assignee").asString())
                .isEqualTo(worker.id().toString());
        assertThat(load(worker)).as("the seat is taken").isEqualTo(1);
        assertThat(worker.open()).isEmpty();

        var accepted = worker.accept(offer.path("id").asString());

        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        assertThat(accepted.body().path("id")).isEqualTo(offer.path("id"));
        assertThat(accepted.body().path("attempt").asInt()).isEqualTo(1);
        assertThat(company.statusOf(task)).isEqualTo("ASSIGNED");
        assertThat(load(worker)).isEqualTo(1);
        assertThat(worker.offers()).isEmpty();
        assertThat(history(task)).containsExactly("task.queued", "task.offered", "task.assigned");
        assertThat(feed(worker)).containsExactly("offer.issued", "assignment.created");
        assertThat(company.get("/api/v1/tasks/" + task + "/decision")
                        .body()
                        .path("workerId")
                        .asString())
                .isEqualTo(worker.id().toString());
        worker.complete(accepted.body().path("id").asString());
        assertThat(load(worker)).isZero();
    }

    @Test
    void offersByPriorityAndNoMoreThanThereAreSeats() {
        create("second", Priority.P2);
        create("third", Priority.P3);
        create("first", Priority.P1);
        var worker = hire(2).come();

        assertThat(titles(worker.awaitOffers(2))).containsExactlyInAnyOrder("first", "second");
        assertThat(load(worker)).isEqualTo(2);
    }

    @Test
    void keepsOneLiveOfferOfATaskByItsKey() {
        create("one", Priority.P3);
        var one = hire(1).come();
        var other = hire(1).come();

        await().atMost(TIMEOUT).until(() -> one.offers().size() + other.offers().size(), it -> it == 1);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM open_offer o JOIN worker_skill w ON w.worker = o.worker"
                                + " JOIN skill s ON s.id = w.skill_id WHERE s.name = ?",
                        Integer.class,
                        skill))
                .isEqualTo(1);
    }

    @Test
    void asksTheNextAfterADeclineAndKeepsTheAge() {
        var task = create("who wants it", Priority.P3);
        var created = company.task(task).path("createdAt").asString();
        var first = hire(1).come();
        var offer = first.awaitOffer();
        var second = hire(1).come();

        assertThat(decline(first, offer).status()).isEqualTo(204);

        assertThat(titles(List.of(second.awaitOffer()))).containsExactly("who wants it");
        assertThat(first.offers()).isEmpty();
        assertThat(load(first)).isZero();
        assertThat(company.task(task).path("createdAt").asString()).isEqualTo(created);
        assertThat(history(task)).containsExactly("task.queued", "task.offered", "task.declined", "task.offered");
        var declined = company.get("/api/v1/tasks/" + task + "/history").body().at("/items/2/data");
        assertThat(declined.path("reason").asString()).isEqualTo("Another time.");
        assertThat(feed(first)).containsExactly("offer.issued", "offer.declined");
    }

    @Test
    void offersTheNextTaskToWhoeverDeclinedTheHeadOfTheLine() {
        create("not this", Priority.P1);
        create("but this", Priority.P4);
        var worker = hire(1).come();
        decline(worker, worker.awaitOffer());

        assertThat(titles(List.of(worker.awaitOffer()))).containsExactly("but this");
    }

    @Test
    void asksAgainWhenTheCoolDownIsOver() {
        var task = create("later perhaps", Priority.P3);
        var worker = hire(1).come();
        decline(worker, worker.awaitOffer());
        assertThat(company.statusOf(task)).isEqualTo("QUEUED");

        clock.advance(CoolDowns.TIME.plusSeconds(1));

        awaitStatus(task, "OFFERED");
        assertThat(company.task(task).path("assignee").asString())
                .isEqualTo(worker.id().toString());
        clock.reset();
    }

    @Test
    void refusesALateAnswerWithoutAnyEffect() {
        var task = create("too late", Priority.P3);
        var worker = hire(1).come();
        var offer = worker.awaitOffer().path("id").asString();

        clock.advance(TIMEOUT);
        var late = worker.accept(offer);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("code").asString()).isEqualTo("offer-closed");
        awaitStatus(task, "QUEUED");
        assertThat(worker.accept(offer).status()).isEqualTo(409);
        assertThat(worker.decline(offer, "No.").status()).isEqualTo(409);
        assertThat(worker.open()).isEmpty();
        assertThat(load(worker)).isZero();
        assertThat(history(task)).containsExactly("task.queued", "task.offered", "task.offer-expired");
        assertThat(feed(worker)).containsExactly("offer.issued", "offer.expired");
    }

    @Test
    void sendsOnABreakWhoeverMissesTwoOffersInARowAndAsksAgainAtOnceAfterTheReturn() {
        create("one", Priority.P3);
        create("two", Priority.P3);
        var worker = hire(1).come();
        worker.awaitOffer();
        clock.advance(TIMEOUT);
        await().atMost(TIMEOUT).until(() -> titles(worker.offers()), List.of("two")::equals);
        clock.advance(TIMEOUT);

        await().atMost(TIMEOUT)
                .until(
                        () -> worker.get("/api/v1/me/worker")
                                .body()
                                .path("presence")
                                .asString(),
                        "BREAK"::equals);
        assertThat(worker.get("/api/v1/me/worker").body().path("presenceReason").asString())
                .isEqualTo("MISSED_OFFERS");
        assertThat(feed(worker))
                .containsExactlyInAnyOrder(
                        "offer.issued", "offer.expired", "offer.issued", "offer.expired", "presence.changed");

        worker.come();

        assertThat(titles(List.of(worker.awaitOffer()))).containsExactly("one");
        assertThat(worker.get("/api/v1/me/worker").body().path("presenceReason").isNull())
                .isTrue();
    }

    @Test
    void countsMissedOffersOnlyInARow() {
        create("one", Priority.P3);
        create("two", Priority.P3);
        create("three", Priority.P3);
        var worker = hire(1).come();
        worker.awaitOffer();
        clock.advance(TIMEOUT);
        await().atMost(TIMEOUT).until(() -> titles(worker.offers()), List.of("two")::equals);
        decline(worker, worker.awaitOffer());
        await().atMost(TIMEOUT).until(() -> titles(worker.offers()), List.of("three")::equals);
        clock.advance(TIMEOUT);

        await().atMost(TIMEOUT).until(worker::offers, List::isEmpty);
        assertThat(worker.get("/api/v1/me/worker").body().path("presence").asString())
                .isEqualTo("AVAILABLE");
    }

    @Test
    void takesOffersBackWhenThePresenceChanges() {
        var task = create("off I go", Priority.P3);
        var worker = hire(1).come();
        var offer = worker.awaitOffer().path("id").asString();

        worker.leave();

        awaitStatus(task, "QUEUED");
        assertThat(worker.accept(offer).status()).isEqualTo(409);
        assertThat(load(worker)).isZero();
        assertThat(history(task)).containsExactly("task.queued", "task.offered", "task.offer-revoked");
        assertThat(feed(worker)).containsExactly("offer.issued", "offer.revoked");
        var revoked = worker.get("/api/v1/me/feed").body().at("/entries/1/data");
        assertThat(revoked.path("reason").asString()).isEqualTo("PRESENCE");
        assertThat(titles(List.of(worker.come().awaitOffer()))).containsExactly("off I go");
    }

    @Test
    void takesTheOfferBackOfATaskThatIsCancelled() {
        var task = create("never mind", Priority.P3);
        var worker = hire(1).come();
        var offer = worker.awaitOffer().path("id").asString();

        assertThat(company.post("/api/v1/tasks/" + task + "/cancel").status()).isEqualTo(200);

        assertThat(worker.offers()).isEmpty();
        var late = worker.accept(offer);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("state").asString()).isEqualTo("REVOKED");
        assertThat(company.statusOf(task)).isEqualTo("CANCELLED");
        assertThat(load(worker)).isZero();
        assertThat(feed(worker)).containsExactly("offer.issued", "offer.revoked");
    }

    @Test
    void letsAnAdminGiveAwayWhatIsOffered() {
        var task = create("by hand", Priority.P3);
        var asked = hire(1).come();
        var offer = asked.awaitOffer().path("id").asString();
        var given = hire(1).come();

        assertThat(company.assign(task, given).status()).isEqualTo(200);

        assertThat(given.awaitOne().at("/task/title").asString()).isEqualTo("by hand");
        assertThat(asked.accept(offer).status()).isEqualTo(409);
        assertThat(load(asked)).isZero();
        assertThat(history(task)).containsExactly("task.queued", "task.offered", "task.offer-revoked", "task.assigned");
        assertThat(company.get("/api/v1/tasks/" + task + "/why")
                        .body()
                        .path("reason")
                        .asString())
                .isEqualTo("HAND");
    }

    @Test
    void letsAnAdminGiveATaskToWhomItIsOffered() {
        var task = create("you, really", Priority.P3);
        var worker = hire(1).come();
        worker.awaitOffer();

        assertThat(company.assign(task, worker).status()).isEqualTo(200);

        assertThat(worker.awaitOne().at("/task/title").asString()).isEqualTo("you, really");
        assertThat(load(worker)).isEqualTo(1);
    }

    @Test
    void changesNothingWhenTheOneWhomAnAdminNamesIsNotFree() {
        var task = create("stays", Priority.P3);
        var asked = hire(1).come();
        var offer = asked.awaitOffer().path("id").asString();

        assertThat(company.assign(task, hire(1)).status()).isEqualTo(409);

        assertThat(company.statusOf(task)).isEqualTo("OFFERED");
        assertThat(asked.accept(offer).status()).isEqualTo(200);
    }

    @Test
    void countsOneYesOfManyAtOnce() {
        create("once", Priority.P3);
        var worker = hire(1).come();
        var offer = worker.awaitOffer().path("id").asString();

        var answers =
                IntStream.range(0, 8)
                        .mapToObj(it -> CompletableFuture.supplyAsync(() -> worker.accept(offer)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers)
                .allMatch(it -> it.status() == 200)
                .extracting(Api.Answer::text)
                .containsOnly(answers.get(0).text());
        assertThat(load(worker)).isEqualTo(1);
        assertThat(worker.open()).hasSize(1);
    }

    @Test
    void hidesTheOffersOfOthers() {
        create("mine", Priority.P3);
        var worker = hire(1).come();
        var offer = worker.awaitOffer().path("id").asString();
        var stranger = hire(1);

        assertThat(stranger.accept(offer).status()).isEqualTo(404);
        assertThat(stranger.decline(offer, "No.").status()).isEqualTo(404);
        assertThat(stranger.accept(UUID.randomUUID().toString()).status()).isEqualTo(404);
        worker.accept(offer);
        assertThat(stranger.accept(offer).status()).isEqualTo(404);
    }

    @Test
    void needsAReasonForANo() {
        create("why not", Priority.P3);
        var worker = hire(1).come();
        var offer = worker.awaitOffer().path("id").asString();

        assertThat(worker.decline(offer, "  ").status()).isEqualTo(400);
        assertThat(worker.offers()).hasSize(1);
    }

    @Test
    void setsATaskAsideThatIsDeclinedTooOftenUntilItIsOfferedAgain() {
        company.patch("/api/v1/queues/" + queue, Map.of("declineLimit", 2));
        var task = create("nobody wants it", Priority.P2);
        var first = hire(1).come();
        decline(first, first.awaitOffer());
        var second = hire(1).come();
        assertThat(coordination(task)).as("one more could").isEmpty();
        decline(second, second.awaitOffer());

        var item = coordination(task).get(0);
        assertThat(item.path("reason").asString()).isEqualTo("DECLINED");
        assertThat(item.path("refusals")
                        .valueStream()
                        .map(it -> it.path("reason").asString()))
                .containsExactly("Another time.", "Another time.");
        assertThat(company.get("/api/v1/tasks/" + task + "/why")
                        .body()
                        .path("reason")
                        .asString())
                .isEqualTo("SET_ASIDE");
        assertThat(company.get("/api/v1/attention").text()).contains("REFUSED");
        first.leave();
        second.leave();
        var third = hire(1).come();
        create("something else", Priority.P5);
        assertThat(titles(third.awaitOffers(1))).containsExactly("something else");
        decline(third, third.awaitOffer());

        assertThat(company.post("/api/v1/tasks/" + task + "/offer-again").status())
                .isEqualTo(200);

        awaitStatus(task, "OFFERED");
        assertThat(coordination(task)).isEmpty();
    }

    @Test
    void listsWhatEverybodyHereHasRefusedUntilSomebodyElseComes() {
        var task = create("next please", Priority.P3);
        var worker = hire(1).come();
        var elsewhere = hire(1);
        decline(worker, worker.awaitOffer());

        var item = coordination(task).get(0);
        assertThat(item.path("reason").asString()).isEqualTo("EXHAUSTED");

        assertThat(titles(List.of(elsewhere.come().awaitOffer()))).containsExactly("next please");
        assertThat(coordination(task)).isEmpty();
    }

    @Test
    void givesWhoeverAsksTheNextTaskTheyHaveNotDeclined() {
        create("no", Priority.P1);
        var worker = hire(1).come();
        decline(worker, worker.awaitOffer());
        create("yes", Priority.P4);
        var offer = worker.awaitOffer();
        assertThat(worker.post("/api/v1/me/assignments/next", Map.of()).status())
                .as("the seat is taken")
                .isEqualTo(204);
        worker.accept(offer.path("id").asString());
        create("and this", Priority.P4);

        worker.complete(offer.path("id").asString());

        assertThat(titles(List.of(worker.awaitOffer()))).containsExactly("and this");
    }

    @Test
    void countsTheTimeOfAnOfferNeitherAsBusyNorAsIdle() {
        create("thinking", Priority.P3);
        var worker = hire(1).come();
        worker.awaitOffer();
        var share = "SELECT busy_seconds / present_seconds FROM worker WHERE id = ?";
        jdbc.update("UPDATE worker SET busy_seconds = 150, present_seconds = 300 WHERE id = ?", (Object)
                Ids.bytes(worker.id()));

        clock.advance(TIMEOUT.minusSeconds(1));
        decline(worker, worker.awaitOffer());

        assertThat(jdbc.queryForObject(share, Double.class, (Object) Ids.bytes(worker.id())))
                .isBetween(0.499_999, 0.500_001);
        assertThat(jdbc.queryForObject("SELECT idle_since FROM worker WHERE id = ?", LocalDateTime.class, (Object)
                        Ids.bytes(worker.id())))
                .isAfter(Sql.at(clock.instant().minusSeconds(10)));
    }

    @Test
    void assignsAtOnceAgainWhenTheQueueStopsAsking() {
        var task = create("set aside", Priority.P3);
        company.patch("/api/v1/queues/" + queue, Map.of("declineLimit", 1));
        var worker = hire(1).come();
        decline(worker, worker.awaitOffer());
        assertThat(coordination(task)).hasSize(1);
        var other = hire(1).come();

        company.patch("/api/v1/queues/" + queue, Map.of("acceptance", "AUTO"));

        assertThat(other.awaitOne().at("/task/title").asString()).isEqualTo("set aside");
        assertThat(coordination(task)).isEmpty();
        assertThat(worker.open()).as("who said no").isEmpty();
    }
}
