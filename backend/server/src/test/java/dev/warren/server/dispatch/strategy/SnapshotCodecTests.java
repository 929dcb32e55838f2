package dev.warren.server.dispatch.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.warren.server.skill.Requirement;

class SnapshotCodecTests {

    @Test
    void bringsBackEveryRoundAndItsDecision() {
        var random = new Random(9);
        for (var run = 0; run < 2_000; run++) {
            var params = new Params(
                    1 + random.nextInt(50_000),
                    Duration.ofNanos(1 + random.nextLong(1L << 60)),
                    1 + random.nextInt(5),
                    Duration.ofMillis(random.nextInt(1 << 30)),
                    1 + random.nextInt(20),
                    random.nextInt());
            var input = new RoundInput(Rounds.random(random, 30, 20), params, random.nextLong());

            var decoded = SnapshotCodec.decode(SnapshotCodec.encode(input));

            assertThat(decoded).isEqualTo(input);
            assertThat(decoded.decide().toString()).isEqualTo(input.decide().toString());
        }
    }

    @Test
    void bringsBackExtremes() {
        var requirement =
                new Requirement(Integer.MIN_VALUE, List.of(Integer.MAX_VALUE, -1), Integer.MAX_VALUE, "Zürich 🐇");
        var task = new WaitingTask(
                Rounds.id(-1), requirement.id(), 5, 1, Instant.EPOCH.minusNanos(1), true, Set.of(Rounds.id(3)));
        var candidate = new Candidate(
                Rounds.id(Long.MIN_VALUE), Integer.MAX_VALUE, 0, Map.of(-1, 9), "", Math.nextDown(1.0), Instant.EPOCH);
        var snapshot = new Snapshot(
                "",
                Instant.parse("2026-03-02T09:00:00.123456789Z"),
                List.of(task),
                List.of(candidate),
                Map.of(requirement.id(), requirement),
                Map.of(5, Integer.MAX_VALUE));
        var input = new RoundInput(snapshot, Params.DEFAULT, Long.MIN_VALUE);

        assertThat(SnapshotCodec.decode(SnapshotCodec.encode(input))).isEqualTo(input);
    }

    @Test
    void refusesAnotherFormat() {
        assertThatThrownBy(() -> SnapshotCodec.decode(new byte[] {99, 1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("99");
        assertThatThrownBy(() -> SnapshotCodec.decode(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesDamagedBytesWithOneKindOfError() {
        var random = new Random(10);
        var bytes = SnapshotCodec.encode(new RoundInput(Rounds.random(random, 30, 20), Params.DEFAULT, 1));
        for (var run = 0; run < 5_000; run++) {
            var damaged = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            assertThatThrownBy(() -> SnapshotCodec.decode(damaged)).isInstanceOf(IllegalArgumentException.class);

            var flipped = bytes.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                SnapshotCodec.decode(flipped);
            } catch (IllegalArgumentException expected) {
                assertThat(expected).isNotNull();
            }
        }
    }
}
