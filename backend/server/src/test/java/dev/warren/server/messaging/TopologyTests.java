package dev.warren.server.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopologyTests {

    @Test
    void rendersPrioritiesForRabbitMq() {
        assertThat(Topology.priorities("RabbitMQ"))
                .isEqualTo(Map.of("x-queue-type", "classic", "x-max-priority", Names.PRIORITIES));
    }

    @Test
    void rendersPrioritiesForBrokerJWithoutAnyXArgument() {
        assertThat(Topology.priorities("qpid"))
                .containsEntry("type", "priority")
                .allSatisfy((name, value) -> assertThat(name).doesNotStartWith("x-"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 10, 100, Integer.MAX_VALUE})
    void waitsBetweenAFifthAndFiveSecondsAfterAFailure(int failures) {
        for (int i = 0; i < 100; i++) {
            assertThat(Backoff.millis(failures)).isBetween(200L, 5_000L);
        }
    }
}
