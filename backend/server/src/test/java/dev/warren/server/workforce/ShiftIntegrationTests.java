package dev.warren.server.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.warren.server.task.Priority;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.IntegrationTest;

/** What the end of a shift does. */
@IntegrationTest
class ShiftIntegrationTests extends ShiftScenario {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

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
