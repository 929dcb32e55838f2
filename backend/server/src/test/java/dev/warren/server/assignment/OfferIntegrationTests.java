package dev.warren.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;
import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.IntegrationTest;

@IntegrationTest
class OfferIntegrationTests extends OfferScenario {

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
}
