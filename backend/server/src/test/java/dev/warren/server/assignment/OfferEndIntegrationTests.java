package dev.warren.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.warren.server.task.Priority;
import dev.warren.server.testing.IntegrationTest;

@IntegrationTest
class OfferEndIntegrationTests extends OfferScenario {

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
}
