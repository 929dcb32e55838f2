package dev.warren.server.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import dev.warren.server.messaging.TestServer.Outsider;
import dev.warren.server.shared.Ids;

class LiveIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void tellsEveryOtherServerOncePerCommitAndHealsAfterACut() throws Exception {
        var database = TestServer.newDatabase();
        var atOne = new Heard();
        var atOther = new Heard();
        try (var one = new TestServer(database, atOne);
                var other = new TestServer(database, atOther);
                var outsider = new Outsider()) {
            await().atMost(SOON)
                    .until(() -> one.get(MessagingHealth.class).state().up());
            await().atMost(SOON)
                    .until(() -> other.get(MessagingHealth.class).state().up());
            var messages = outsider.listen(Names.LIVE, "#");
            var before = one.get(Writer.class).figures();

            var all = IntStream.range(0, 200)
                    .mapToObj(i -> one.get(Writer.class).submit(TestServer.NOTE, Ids.next()))
                    .toList();
            all.forEach(it -> it.join());

            await().atMost(SOON).until(() -> atOther.payloads.size() == 200);
            assertThat(atOne.payloads).isEmpty();
            assertThat(messages)
                    .hasSize((int) (one.get(Writer.class).figures().commits() - before.commits()))
                    .hasSizeLessThan(200);

            other.cable.cut();
            await().atMost(SOON).until(() -> {
                one.get(Live.class).publish("note", Map.of("again", true));
                return atOther.payloads.size() > 200;
            });
        }
    }

    @Test
    void dropsTheOldestWhileTheBrokerIsAway() throws Exception {
        var database = TestServer.newDatabase();
        try (var server = TestServer.unplugged(database)) {
            for (int i = 0; i < 1_500; i++) {
                server.get(Live.class).publish("note", i);
            }

            assertThat(server.get(MessagingHealth.class).state().hintsDropped()).isBetween(499L, 501L);
        }
    }

    private static final class Heard implements LiveListener {

        private final List<JsonNode> payloads = new CopyOnWriteArrayList<>();

        @Override
        public String topic() {
            return "note";
        }

        @Override
        public void received(JsonNode payload) {
            payloads.add(payload);
        }
    }
}
