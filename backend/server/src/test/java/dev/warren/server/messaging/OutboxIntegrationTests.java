package dev.warren.server.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.rabbitmq.client.Delivery;

import tools.jackson.databind.json.JsonMapper;

import dev.warren.contracts.Schemas;
import dev.warren.server.messaging.TestServer.Outsider;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final String database = TestServer.newDatabase();
    private TestServer server;
    private Outsider outsider;
    private BlockingQueue<Delivery> published;

    @BeforeAll
    void start() throws Exception {
        server = new TestServer(database);
        outsider = new Outsider();
        await().atMost(SOON)
                .until(() -> server.get(MessagingHealth.class).state().up());
        published = outsider.listen(Names.EVENTS, "#");
    }

    @AfterAll
    void stop() throws Exception {
        outsider.close();
        server.close();
    }

    @BeforeEach
    void settle() {
        server.cable.plug();
        await().atMost(SOON).until(() -> server.get(OutboxMark.class).get().behind() == 0);
        published.clear();
    }

    @Test
    void publishesEachEventInOrderAndMovesTheMark() throws Exception {
        var first = server.note();
        var second = server.note();

        await().atMost(SOON).until(() -> published.size() == 2);
        var message = published.remove();
        assertThat(message.getEnvelope().getRoutingKey()).isEqualTo("note.taken.default");
        assertThat(message.getProperties().getDeliveryMode()).isEqualTo(2);
        var envelope = Schemas.read(message.getBody());
        assertThat(Schemas.violations(Schemas.EVENT_ENVELOPE, envelope)).isEmpty();
        assertThat(envelope.get("id").stringValue())
                .isEqualTo(message.getProperties().getMessageId());
        assertThat(envelope.get("data").get("text").stringValue()).isEqualTo("é🖨");
        assertThat(subject(message)).isEqualTo(first);
        assertThat(subject(published.remove())).isEqualTo(second);
        await().atMost(SOON)
                .until(() -> storedMark() == server.get(OutboxMark.class).get().committed());
        assertThat(server.get(MessagingHealth.class).state().eventsBehind()).isZero();
    }

    @Test
    void losesNothingWhenTheConnectionIsCut() {
        var written = new HashSet<UUID>();
        for (int i = 0; i < 300; i++) {
            written.add(server.note());
            if (i % 60 == 30) {
                server.cable.cut();
            }
        }

        await().atMost(SOON).until(() -> subjects().containsAll(written));
    }

    @Test
    void writesOnWhileTheBrokerIsAway() {
        server.cable.unplug();
        var written = new HashSet<UUID>();
        var futures = IntStream.range(0, 7_000) // more than is handed over in memory
                .mapToObj(i -> server.get(Writer.class).submit(TestServer.NOTE, Ids.next()))
                .toList();
        futures.forEach(it -> written.add(it.join()));

        await().atMost(SOON)
                .until(() -> !server.get(MessagingHealth.class).state().up());
        assertThat(server.get(MessagingHealth.class).state().eventsBehind()).isEqualTo(7_000);
        server.cable.plug();

        await().atMost(SOON).until(() -> subjects().containsAll(written));
    }

    @Test
    void takesOverWhatADeadServerCommitted() {
        var left = commitAsADeadServer(30);

        server.get(TakeOver.class).round();

        await().atMost(SOON).until(() -> subjects().containsAll(left));
        assertThat(server.get(WriterTable.class).adopt(0)).isEmpty();
    }

    @Test
    void bearsThatTwoServersTakeOverAtOnce() throws Exception {
        try (var other = new TestServer(database)) {
            var left = commitAsADeadServer(1_500);

            CompletableFuture.allOf(
                            CompletableFuture.runAsync(server.get(TakeOver.class)::round),
                            CompletableFuture.runAsync(other.get(TakeOver.class)::round))
                    .join();

            await().atMost(SOON).until(() -> subjects().containsAll(left));
        }
    }

    @Test
    void writesUnderANewNumberAfterItWasTakenForDead() {
        int before = server.get(OutboxMark.class).get().writer();
        server.jdbc().update("UPDATE writer SET closed_at = alive_at WHERE id = ?", before);

        var written = server.note();

        await().atMost(SOON).until(() -> subjects().contains(written));
        assertThat(server.get(OutboxMark.class).get().writer()).isGreaterThan(before);
    }

    @Test
    void findsItsPlaceAfterACommitWhoseAnswerWasLost() {
        server.note();
        var position = server.get(OutboxMark.class).get();
        var unheard = commitAs(position.writer(), position.committed(), 1);

        var written = server.note();

        await().atMost(SOON)
                .until(() -> subjects().contains(written) && subjects().containsAll(unheard));
        assertThat(server.get(OutboxMark.class).get().writer()).isEqualTo(position.writer());
    }

    @Test
    void publishesTheRestAndEndsItsLogWhenItStops() throws Exception {
        int writer;
        UUID last;
        try (var other = new TestServer(database)) {
            await().atMost(SOON)
                    .until(() -> other.get(MessagingHealth.class).state().up());
            writer = other.get(OutboxMark.class).get().writer();
            last = other.note();
        }

        await().atMost(SOON).until(() -> subjects().contains(last));
        assertThat(server.jdbc()
                        .queryForObject(
                                "SELECT COUNT(*) FROM writer WHERE id = ? AND closed_at IS NOT NULL"
                                        + " AND published_seq = last_seq",
                                Integer.class,
                                writer))
                .isOne();
    }

    @Test
    void startsAndWritesWithoutABroker() throws Exception {
        try (var other = TestServer.unplugged(database)) {
            var written = other.note();
            assertThat(other.get(MessagingHealth.class).state().up()).isFalse();

            other.cable.plug();

            await().atMost(SOON).until(() -> subjects().contains(written));
            await().atMost(SOON)
                    .until(() -> other.get(MessagingHealth.class).state().up());
        }
    }

    private Set<UUID> commitAsADeadServer(int events) {
        int writer = server.get(WriterTable.class).open("dead");
        var left = commitAs(writer, 0, events);
        server.jdbc()
                .update(
                        "UPDATE writer SET alive_at = ? WHERE id = ?",
                        Sql.at(Instant.now().minusSeconds(60)),
                        writer);
        return left;
    }

    private Set<UUID> commitAs(int writer, long after, int events) {
        var change = new Change(writer, after, Sql.micros(Instant.now()), new JsonMapper(), new Writes(server.jdbc()));
        var subjects = new HashSet<UUID>();
        for (int i = 0; i < events; i++) {
            var subject = Ids.next();
            subjects.add(subject);
            change.record(new TestServer.Noted(subject, "left"), Actor.SYSTEM, EventHash.START);
        }
        new TransactionTemplate(server.get(PlatformTransactionManager.class)).executeWithoutResult(it -> {
            server.get(EventLog.class).append(change);
            server.get(WriterTable.class).advance(change, 0);
            change.flush();
        });
        return subjects;
    }

    private long storedMark() {
        var writer = server.get(OutboxMark.class).get().writer();
        return server.get(WriterTable.class).publishedOf(writer);
    }

    private Set<UUID> subjects() {
        var all = new HashSet<UUID>();
        published.forEach(it -> all.add(subject(it)));
        return all;
    }

    private static UUID subject(Delivery message) {
        try {
            return UUID.fromString(
                    Schemas.read(message.getBody()).get("subject").stringValue());
        } catch (Schemas.MalformedJsonException e) {
            throw new AssertionError(e);
        }
    }
}
