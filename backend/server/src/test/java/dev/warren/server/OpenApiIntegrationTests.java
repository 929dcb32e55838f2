package dev.warren.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.warren.server.testing.Api;
import dev.warren.server.testing.GeneratedDocs;
import dev.warren.server.testing.IntegrationTest;

@IntegrationTest
class OpenApiIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @LocalServerPort
    int port;

    @Test
    void describesTheApiAsCommitted() {
        var answer = new Api(port).get("/v3/api-docs");
        assertThat(answer.status()).isEqualTo(200);
        var document = (ObjectNode) answer.body();
        document.remove("servers");

        GeneratedDocs.verify(
                "openapi.json", JSON.writeValueAsString(sorted(document)).replace("\r\n", "\n") + "\n");
    }

    @Test
    void namesTheKeyAndTheProblemsOfEveryCall() {
        var document = new Api(port).get("/v3/api-docs").body();

        assertThat(document.at("/info/title").asString()).isEqualTo("Warren");
        assertThat(document.at("/info/version").asString()).isEqualTo("v1");
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.path("paths"))
                .hasSizeGreaterThan(20)
                .allSatisfy(path -> assertThat(path)
                        .allSatisfy(call -> assertThat(
                                        call.at("/responses/default/content").has("application/problem+json"))
                                .as(call.toString())
                                .isTrue()));
    }

    private static Object sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> fields = new TreeMap<>();
            node.properties().forEach(it -> fields.put(it.getKey(), sorted(it.getValue())));
            return fields;
        }
        return node.isArray()
                ? node.valueStream().map(OpenApiIntegrationTests::sorted).collect(Collectors.toList())
                : node;
    }
}
