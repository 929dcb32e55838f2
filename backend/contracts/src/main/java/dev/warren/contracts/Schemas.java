package dev.warren.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schemas (draft 2020-12) of the wire format, and the strict reading that goes before them. */
public final class Schemas {

    public static final String EVENT_ENVELOPE = "event-envelope";
    public static final String CREATE_TASK = "create-task";

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
            Dialect.builder(Dialects.getDraft202012()).keyword(new MaxBytes()).build(),
            it -> it.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .pathType(PathType.JSON_POINTER)
                    .locale(Locale.ROOT)
                    .build()));

    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private Schemas() {}

    /**
     * One thing that is wrong with a message.
     *
     * @param pointer where, as a JSON pointer; empty for the message itself
     * @param code {@code unknown-property} or {@code invalid-field}
     */
    public record Violation(String pointer, String code, String message) {}

    /** The bytes are not one well-formed JSON text in UTF-8. */
    public static final class MalformedJsonException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedJsonException(String message) {
            super(message);
        }
    }

    /**
     * Reads strictly: UTF-8 without byte order mark, one root, no repeated property, no lone surrogate, no number
     * beyond the range of a double, at most 500 levels deep.
     */
    public static JsonNode read(byte[] utf8) throws MalformedJsonException {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
            var node = STRICT.readTree(text.toString());
            if (node.isMissingNode()) {
                throw new MalformedJsonException("There is nothing to read.");
            }
            refuseUnstorable(node);
            return node;
        } catch (CharacterCodingException e) {
            throw new MalformedJsonException("The bytes are not UTF-8.");
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new MalformedJsonException(
                    at == null
                            ? "This is not JSON."
                            : "This is not JSON from line %d, column %d on."
                                    .formatted(at.getLineNr(), at.getColumnNr()));
        }
    }

    /** What the named schema finds wrong; empty when the message is valid. */
    public static List<Violation> violations(String schema, JsonNode message) {
        return SCHEMAS.computeIfAbsent(schema, Schemas::load).validate(message).stream()
                .map(Schemas::violation)
                .toList();
    }

    private static Violation violation(Error error) {
        var pointer = error.getInstanceLocation().toString();
        boolean unknown = "additionalProperties".equals(error.getKeyword());
        boolean named = unknown || "required".equals(error.getKeyword());
        return new Violation(
                named && error.getProperty() != null ? pointer + "/" + escape(error.getProperty()) : pointer,
                unknown ? "unknown-property" : "invalid-field",
                error.getMessage());
    }

    private static String escape(String property) {
        return property.replace("~", "~0").replace("/", "~1");
    }

    private static Schema load(String name) {
        try (var file = Schemas.class.getResourceAsStream(name + ".schema.json")) {
            return REGISTRY.getSchema(Objects.requireNonNull(file, () -> "There is no schema " + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseUnstorable(JsonNode node) throws MalformedJsonException {
        if (node.isString()) {
            refuseLoneSurrogate(node.stringValue());
        } else if (node.isNumber() && Double.isInfinite(node.doubleValue())) {
            throw new MalformedJsonException("A number is out of range.");
        }
        for (var property : node.properties()) {
            refuseLoneSurrogate(property.getKey());
        }
        for (var child : node.values()) {
            refuseUnstorable(child);
        }
    }

    private static void refuseLoneSurrogate(String text) throws MalformedJsonException {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new MalformedJsonException("A text holds half of a surrogate pair.");
        }
    }
}
