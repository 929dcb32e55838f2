package dev.warren.server.messaging;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.rabbitmq.client.AMQP.BasicProperties;

import dev.warren.contracts.Schemas;
import dev.warren.server.messaging.DeadLetters.DeadLetter;
import dev.warren.server.messaging.TestServer.Outsider;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessageConsumersIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String GOOD = "{\"title\":\"%s\",\"priority\":\"P2\"}";

    private final String database = TestServer.newDatabase();
    private final Intake intake = new Intake();
    private TestServer server;
    private Outsider outsider;

    /** Creates no tasks; does what the title says, and remembers each effect. */
    private static final class Intake implements MessageHandler {

        private final List<String> effects = new CopyOnWriteArrayList<>();
        private final List<IncomingMessage> seen = new CopyOnWriteArrayList<>();
        private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
        private volatile @Nullable Inbox inbox;

        @Override
        public String queue() {
            return Names.TASK_INTAKE;
        }

        @Override
        public String schema() {
            return Schemas.CREATE_TASK;
        }

        @Override
        public CompletionStage<Outcome> handle(IncomingMessage message) {
            var title = message.body().get("title").stringValue();
            seen.add(message);
            int attempt =
                    attempts.computeIfAbsent(title, it -> new AtomicInteger()).incrementAndGet();
            if (title.startsWith("again") || (title.startsWith("away") && attempt < 3)) {
                return title.startsWith("again")
                        ? CompletableFuture.completedStage(new Outcome.Again("not this time"))
                        : CompletableFuture.failedStage(new Problem(ProblemCode.DEPENDENCY_DOWN, "away"));
            } else if (title.startsWith("throws")) {
                throw new IllegalStateException("broken");
            } else if (title.startsWith("rule")) {
                return CompletableFuture.failedStage(new Problem(ProblemCode.UNKNOWN_SKILL, "No such skill."));
            }
            if (inbox == null || inbox.firstTime(message.queue(), message.id())) {
                effects.add(title);
            }
            return CompletableFuture.completedStage(new Outcome.Done(Map.of("title", title)));
        }
    }

    @BeforeAll
    void start() throws Exception {
        server = new TestServer(database, intake);
        intake.inbox = server.get(Inbox.class);
        outsider = new Outsider();
        await().atMost(SOON)
                .until(() -> server.get(MessagingHealth.class).state().up());
    }

    @AfterAll
    void stop() throws Exception {
        outsider.close();
        server.close();
    }

    @BeforeEach
    void empty() throws Exception {
        outsider.channel.queuePurge(Names.DEAD_LETTERS);
        server.jdbc().update("DELETE FROM dead_letter");
    }

    @AfterEach
    void leavesNothingInTheQueue() {
        await().atMost(SOON)
                .until(() ->
                        outsider.channel.queueDeclarePassive(Names.TASK_INTAKE).getMessageCount() == 0);
    }

    static Stream<Arguments> bad() {
        var past = Date.from(Instant.now().minusSeconds(60));
        var good = GOOD.formatted("never");
        return Stream.of(
                bad("empty body", "malformed-json", it -> it, ""),
                bad("cut JSON", "malformed-json", it -> it, "{\"title\":"),
                bad("two roots", "malformed-json", it -> it, good + good),
                bad(
                        "duplicate key",
                        "malformed-json",
                        it -> it,
                        "{\"title\":\"a\",\"title\":\"b\",\"priority\":\"P1\"}"),
                bad("depth", "malformed-json", it -> it, "[".repeat(10_000)),
                bad("half a surrogate pair", "malformed-json", it -> it, GOOD.formatted("\\ud800")),
                bad("invalid UTF-8", "malformed-json", it -> it, new byte[] {'"', (byte) 0xFF, '"'}),
                bad("UTF-16", "malformed-json", it -> it, good.getBytes(UTF_16)),
                bad("a byte order mark", "malformed-json", it -> it, "\uFEFF" + good),
                bad("no title", "invalid-field", it -> it, "{\"priority\":\"P1\"}"),
                bad("unknown priority", "invalid-field", it -> it, "{\"title\":\"a\",\"priority\":\"P9\"}"),
                bad("long title", "invalid-field", it -> it, GOOD.formatted("x".repeat(201))),
                bad("a list", "invalid-field", it -> it, "[" + good + "]"),
                bad("read-only field", "unknown-property", it -> it, "{\"id\":1,\"title\":\"a\",\"priority\":\"P1\"}"),
                bad("plain text", "unsupported-media-type", it -> it.contentType("text/plain"), good),
                bad(
                        "serialized Java",
                        "unsupported-media-type",
                        it -> it.contentType("application/x-java-serialized-object"),
                        good),
                bad("Latin-1", "unsupported-media-type", it -> it.contentType("application/json;charset=latin1"), good),
                bad("gzip", "unsupported-media-type", it -> it.contentEncoding("gzip"), good),
                bad("unknown type", "unknown-type", it -> it.type("delete-task"), good),
                bad("future version", "unknown-version", it -> it.headers(Map.of("version", 2)), good),
                bad("expired", "expired", it -> it.timestamp(past).expiration("30000"), good),
                bad("300 KB", "payload-too-large", it -> it, "x".repeat(300 * 1024)),
                bad("unknown skill", "unknown-skill", it -> it, GOOD.formatted("rule")),
                bad(
                        "headers that fill a frame",
                        "malformed-json",
                        it -> it.headers(Map.of("h", "x".repeat(100_000))),
                        "1 1"),
                bad(
                        "copies elsewhere",
                        "malformed-json",
                        it -> it.headers(Map.of("CC", List.of(Names.TASK_INTAKE))),
                        "2 2"),
                bad("name of the sender", "malformed-json", it -> it.userId(TestServer.user()[0]), "3 3"));
    }

    private interface Change {
        BasicProperties.Builder of(BasicProperties.Builder properties);
    }

    private static Arguments bad(String name, String code, Change change, Object body) {
        return Arguments.of(name, code, change.of(new BasicProperties.Builder()).build(), body);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("bad")
    void parksWhatCanNeverBeApplied(String name, String code, BasicProperties properties, Object body)
            throws Exception {
        assumeThat(rabbit() || !code.equals("expired"))
                .as("Broker-J drops it itself")
                .isTrue();
        var bytes = body instanceof String text ? text.getBytes(UTF_8) : (byte[]) body;

        send(properties.builder().messageId(name).build(), bytes);

        await().atMost(SOON).until(() -> lying() == 1);
        var letter = letters().get(0);
        assertThat(letters()).hasSize(1);
        assertThat(letter.code()).isEqualTo(code);
        assertThat(letter.reason()).isNotBlank().doesNotContain("Exception", "dev.warren");
        assertThat(letter.source()).isEqualTo(Names.TASK_INTAKE);
        assertThat(letter.body().length()).isLessThanOrEqualTo(4096);
        for (var parked : outsider.drain(Names.DEAD_LETTERS).values()) {
            assertThat(parked.getBody()).isEqualTo(bytes);
            assertThat(parked.getProperties().getHeaders())
                    .doesNotContainKey("CC")
                    .containsKeys("x-error-reason", "x-source-queue", "x-attempts", "x-dead-at")
                    .hasEntrySatisfying("x-error-code", it -> assertThat(it).hasToString(code));
            assertThat(parked.getProperties().getExpiration()).isNull();
        }
        assertThat(intake.effects).doesNotContain("never", "rule");
    }

    @Test
    void takesOddButHarmlessMessages() throws Exception {
        send(
                new BasicProperties.Builder()
                        .headers(Map.of("__TypeId__", "javax.script.ScriptEngineManager"))
                        .build(),
                "gadget");
        send(new BasicProperties.Builder().priority(255).build(), "urgent");
        send(
                new BasicProperties.Builder()
                        .contentType("application/json; charset=UTF-8")
                        .build(),
                "charset");
        send(
                new BasicProperties.Builder()
                        .headers(Map.of("version", "1"))
                        .type("create-task")
                        .build(),
                "versioned");
        send(new BasicProperties.Builder().userId(TestServer.user()[0]).build(), "signed");

        await().atMost(SOON)
                .until(() -> intake.effects.containsAll(List.of("gadget", "urgent", "charset", "versioned", "signed")));
        assertThat(intake.seen).anyMatch(it -> it.actor().name().equals("amqp:" + TestServer.user()[0]));
        assertThat(lying()).isZero();
    }

    @Test
    void triesFiveTimesThenParks() throws Exception {
        send(new BasicProperties(), "again and again");
        send(new BasicProperties(), "throws");

        await().atMost(SOON).until(() -> lying() == 2);
        assertThat(intake.attempts.get("again and again")).hasValue(MessageConsumers.MAX_ATTEMPTS);
        assertThat(letters()).extracting(DeadLetter::code).containsOnly("attempts-exhausted");
    }

    @Test
    void waitsForAServerThatIsAwayWithoutCounting() throws Exception {
        send(new BasicProperties(), "away for a while");

        await().atMost(SOON).until(() -> intake.effects.contains("away for a while"));
        assertThat(lying()).isZero();
    }

    @Test
    void appliesOneIdOnceAndEqualMessagesWithoutIdEach() throws Exception {
        var named = new BasicProperties.Builder()
                .messageId(UUID.randomUUID().toString())
                .build();
        for (int i = 0; i < 3; i++) {
            send(named, "named");
            send(new BasicProperties(), "nameless");
        }

        await().atMost(SOON)
                .until(() -> intake.attempts.get("named") != null
                        && intake.attempts.get("named").get() == 3);
        await().atMost(SOON)
                .until(() -> intake.effects.stream().filter("nameless"::equals).count() == 3);
        assertThat(intake.effects.stream().filter("named"::equals)).hasSize(1);
    }

    @Test
    void repliesToTheAskerWithItsReference() throws Exception {
        var replies = outsider.listen("amq.topic", "reply");
        var queue = outsider.channel.queueDeclare().getQueue();
        outsider.channel.queueBind(queue, "amq.topic", "unused");
        outsider.channel.basicConsume(queue, true, (tag, it) -> replies.add(it), tag -> {});
        var asking = new BasicProperties.Builder()
                .replyTo(queue)
                .correlationId("c-1")
                .build();

        send(asking, "asked");
        send(asking, "{}".getBytes(UTF_8));

        await().atMost(SOON).until(() -> replies.size() == 2);
        assertThat(replies).allMatch(it -> it.getProperties().getCorrelationId().equals("c-1"));
        assertThat(replies.stream().map(it -> new String(it.getBody(), UTF_8)))
                .anyMatch(it -> it.contains("asked"))
                .anyMatch(it -> it.contains("invalid-field"));
        await().atMost(SOON).until(() -> lying() == 1);
    }

    @Test
    void holdsWhatItCannotParkAndParksItLater() throws Exception {
        outsider.channel.queueUnbind(Names.DEAD_LETTERS, Names.DEAD_LETTERS, Names.DEAD_LETTERS);

        send(new BasicProperties.Builder().messageId("unparkable").build(), "4 4".getBytes(UTF_8));

        await().atMost(Duration.ofSeconds(40)).until(() -> lying() >= 1); // the binding is declared again by itself
        assertThat(letters()).hasSize(1);
    }

    @Test
    void takesUpConsumingAfterACutAndAfterTheQueueIsGone() throws Exception {
        server.cable.cut();
        send(new BasicProperties(), "after the cut");
        await().atMost(SOON).until(() -> intake.effects.contains("after the cut"));

        assumeThat(rabbit())
                .as("Broker-J does not tell a consumer that its queue is gone")
                .isTrue();
        outsider.channel.queueDelete(Names.TASK_INTAKE);
        await().atMost(SOON).until(() -> {
            send(new BasicProperties(), "after the queue");
            return intake.effects.contains("after the queue");
        });
    }

    @Test
    void listsTheNewestFirstPageByPage() throws Exception {
        for (int i = 0; i < 5; i++) {
            send(new BasicProperties.Builder().messageId("page-" + i).build(), "x".getBytes(UTF_8));
        }
        await().atMost(SOON).until(() -> letters().size() == 5);

        var letters = server.get(DeadLetters.class);
        var first = letters.list(null, 2);
        var second = letters.list(first.get(1).id(), 10);

        assertThat(first).hasSize(2);
        assertThat(second).hasSize(3);
        assertThat(second).isSortedAccordingTo((a, b) -> b.id().compareTo(a.id()));
        assertThat(first.get(0).headers()).containsEntry("message-id", "page-4");
    }

    @Test
    void forgetsOldMessagesOfTheInbox() {
        var inbox = server.get(Inbox.class);
        assertThat(inbox.firstTimes("old", List.of("a", "b", "a"))).containsExactly("a", "b");
        server.jdbc().update("UPDATE inbox SET seen_at = '2020-01-01' WHERE consumer = 'old' AND message_id = 'a'");

        assertThat(inbox.sweep()).isOne();

        assertThat(inbox.firstTime("old", "a")).isTrue();
        assertThat(inbox.firstTime("old", "b")).isFalse();
    }

    private void send(BasicProperties properties, String title) throws Exception {
        send(properties, GOOD.formatted(title).getBytes(UTF_8));
    }

    private void send(BasicProperties properties, byte[] body) throws Exception {
        var copy = properties.getHeaders() == null ? null : new HashMap<>(properties.getHeaders());
        outsider.channel.basicPublish(
                Names.COMMANDS,
                Names.TASK_INTAKE,
                properties.builder().headers(copy).build(),
                body);
    }

    private boolean rabbit() {
        return Topology.product(outsider.connection).equals("RabbitMQ");
    }

    private long lying() throws Exception {
        return outsider.channel.queueDeclarePassive(Names.DEAD_LETTERS).getMessageCount();
    }

    private List<DeadLetter> letters() {
        return server.get(DeadLetters.class).list(null, 100);
    }
}
