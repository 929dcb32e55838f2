package dev.warren.contracts;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemasTests {

    @ParameterizedTest
    @CsvSource({"event-envelope, golden", "create-task, golden-full", "create-task, golden-least"})
    void acceptsTheGoldenMessages(String schema, String file) throws Exception {
        assertThat(Schemas.violations(schema, fixture(schema, file))).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void refusesEachBadMessageWithPlaceAndCode(
            String schema, String name, String pointer, String code, JsonNode message) {
        assertThat(Schemas.violations(schema, message)).isNotEmpty().allSatisfy(it -> {
            assertThat(it.pointer()).as(name).isEqualTo(pointer);
            assertThat(it.code()).isEqualTo(code);
            assertThat(it.message()).isNotBlank().doesNotContain("Exception");
        });
    }

    static Stream<Arguments> refusesEachBadMessageWithPlaceAndCode() throws Exception {
        var all = Stream.<Arguments>builder();
        for (var schema : new String[] {Schemas.EVENT_ENVELOPE, Schemas.CREATE_TASK}) {
            for (var it : fixture(schema, "negative")) {
                all.add(Arguments.of(
                        schema,
                        it.get("name").stringValue(),
                        it.get("pointer").stringValue(),
                        it.get("code").stringValue(),
                        it.get("message")));
            }
        }
        return all.build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}{}",
                "{} x",
                "{\"a\":1,\"a\":2}",
                "{\"a\":NaN}",
                "{\"a\":1e400}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "\uFEFF{}",
                "{\"a\":\"\\ud800\"}",
                "{\"\\udfff\":1}",
                "// note\n{}",
                "{\"a\":01}"
            })
    void refusesWhatIsNotOneJsonText(String text) {
        assertThatThrownBy(() -> Schemas.read(text.getBytes(UTF_8))).isInstanceOf(Schemas.MalformedJsonException.class);
    }

    @Test
    void refusesOtherEncodingsAndBottomlessNesting() {
        assertThatThrownBy(() -> Schemas.read(new byte[] {'"', (byte) 0xC3, '"'}))
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> Schemas.read("{}".getBytes(UTF_16)))
                .isInstanceOf(Schemas.MalformedJsonException.class);
        assertThatThrownBy(() -> Schemas.read("[".repeat(10_000).getBytes(UTF_8)))
                .isInstanceOf(Schemas.MalformedJsonException.class);
    }

    @Test
    void keepsTextOutsideTheBasicPlane() throws Exception {
        assertThat(Schemas.read("\"🖨\"".getBytes(UTF_8)).stringValue()).isEqualTo("🖨");
    }

    @Test
    void envelopeReadsAndWritesItsGoldenMessage() throws Exception {
        var json = new JsonMapper();
        var golden = fixture(Schemas.EVENT_ENVELOPE, "golden");

        var envelope = json.treeToValue(golden, EventEnvelope.class);

        assertThat(json.<JsonNode>valueToTree(envelope)).isEqualTo(golden);
    }

    private static JsonNode fixture(String schema, String file) throws IOException, Schemas.MalformedJsonException {
        try (var in = SchemasTests.class.getResourceAsStream(schema + "/" + file + ".json")) {
            return Schemas.read(Objects.requireNonNull(in, file).readAllBytes());
        }
    }
}
