package dev.warren.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.warren.server.task.Priority;
import dev.warren.server.testing.IntegrationTest;

@IntegrationTest
class RefusalIntegrationTests extends OfferScenario {

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
