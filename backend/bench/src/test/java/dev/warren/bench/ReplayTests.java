package dev.warren.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.warren.bench.FakeWarren.Crime;

@Timeout(90)
class ReplayTests {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void finishesWithoutViolationOnACorrectServer() throws IOException {
        try (var server = new FakeWarren(Crime.NONE)) {
            var code = replay(server, "--employees", "12", "--limit", "60", "--speed", "60000");

            assertThat(code).as(output()).isEqualTo(Replay.OK);
        }
        var summary = Api.JSON.readTree(Files.readAllBytes(folder.resolve("out/summary.json")));
        assertThat(summary.path("ok").asBoolean()).isTrue();
        assertThat(summary.path("load").path("tasks acknowledged").asInt()).isEqualTo(60);
        assertThat(summary.path("load").path("creates sent again").asInt()).isEqualTo(1);
        assertThat(output()).contains("No violation.");
    }

    @Test
    void measuresLatencyOnACorrectServer() throws IOException {
        try (var server = new FakeWarren(Crime.NONE)) {
            var code = replay(server, "--mode", "latency", "--rate", "20", "--seconds", "2");

            assertThat(code).as(output()).isEqualTo(Replay.OK);
        }
        var summary = Api.JSON.readTree(Files.readAllBytes(folder.resolve("out/summary.json")));
        assertThat(summary.path("push in ms")
                        .path("from POST sent")
                        .path("count")
                        .asInt())
                .isGreaterThan(30);
    }

    @Test
    void measuresThroughputOnACorrectServer() throws IOException {
        try (var server = new FakeWarren(Crime.NONE)) {
            var code = replay(server, "--mode", "saturate", "--employees", "4", "--seconds", "1", "--warm-up", "1");

            assertThat(code).as(output()).isEqualTo(Replay.OK);
        }
        var throughput = Api.JSON
                .readTree(Files.readAllBytes(folder.resolve("out/summary.json")))
                .path("throughput");
        assertThat(throughput.path("lifecycles per second").asDouble()).isPositive();
        assertThat(throughput.path("histories audited").asInt()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "FORGETS_A_TASK, lost",
        "IGNORES_SKILLS, wrongSkill",
        "IGNORES_PRIORITY, inversions",
        "HIDES_AN_ASSIGNMENT, missingPush",
        "IGNORES_THE_IDEMPOTENCY_KEY, duplicated"
    })
    void endsWithAnErrorCodeWhenTheServerMisbehaves(Crime crime, String check) throws IOException {
        try (var server = new FakeWarren(crime)) {
            var code = replay(server, "--employees", "4", "--limit", "60", "--speed", "8000", "--patience", "2");

            assertThat(code).as(output()).isEqualTo(Replay.VIOLATIONS);
        }
        var summary = Api.JSON.readTree(Files.readAllBytes(folder.resolve("out/summary.json")));
        assertThat(summary.path("checks"))
                .anyMatch(result -> result.path("name").asString().equals(check)
                        && result.path("count").asInt() > 0);
    }

    @Test
    void tellsWrongUsageFromARunThatCouldNotBe() {
        assertThat(measure("--mode", "juggle")).isEqualTo(Replay.USAGE);
        assertThat(measure("--employees", "0")).isEqualTo(Replay.USAGE);
        assertThat(measure("--url", "nowhere")).isEqualTo(Replay.COULD_NOT_RUN);
        assertThat(measure("--url", "http://127.0.0.1:1", "--csv", "no-such.csv"))
                .isEqualTo(Replay.COULD_NOT_RUN);
        assertThat(output()).doesNotContain("\tat ");
    }

    private int replay(FakeWarren server, String... options) {
        var all = new ArrayList<>(List.of(
                "--url",
                server.base().toString(),
                "--poll",
                "--json",
                folder.resolve("out/summary.json").toString()));
        all.addAll(List.of(options));
        return measure(all.toArray(String[]::new));
    }

    private int measure(String... args) {
        return Replay.measure(args, print(out), print(err));
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
