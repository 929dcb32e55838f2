package dev.warren.server.messaging;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.rabbitmq.client.AMQP.BasicProperties;

import tools.jackson.databind.JsonNode;

import dev.warren.contracts.Schemas;

/** What every message has to pass before anybody looks at what it says. Headers never choose a class to be loaded. */
final class IncomingCheck {

    static final int MAX_BODY = 256 * 1024;

    private static final Set<String> ENCODINGS = Set.of("", "utf-8", "identity");
    private static final int SHOWN_VIOLATIONS = 5;

    private IncomingCheck() {}

    /** Can never be applied, whoever tries. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;

        RefusedException(String code, String reason) {
            super(reason, null, false, false);
            this.code = code;
        }

        Outcome.Dead outcome() {
            return new Outcome.Dead(code, String.valueOf(getMessage()));
        }
    }

    static JsonNode read(String schema, BasicProperties properties, byte[] body, Clock clock) throws RefusedException {
        if (body.length > MAX_BODY) {
            throw new RefusedException(
                    "payload-too-large",
                    "The body has %d bytes, at most %d are read.".formatted(body.length, MAX_BODY));
        }
        if (!isJson(text(properties.getContentType()))
                || !ENCODINGS.contains(text(properties.getContentEncoding()).toLowerCase(Locale.ROOT))) {
            throw new RefusedException(
                    "unsupported-media-type",
                    "The body must be application/json in UTF-8, it is declared as %s %s."
                            .formatted(text(properties.getContentType()), text(properties.getContentEncoding())));
        }
        if (properties.getType() != null && !properties.getType().equals(schema)) {
            throw new RefusedException(
                    "unknown-type",
                    "This queue takes messages of the type %s, not %s.".formatted(schema, properties.getType()));
        }
        var version = header(properties, Names.HEADER_VERSION);
        if (version != null && !version.equals("1")) {
            throw new RefusedException("unknown-version", "Version 1 is known, not %s.".formatted(version));
        }
        if (expired(properties, clock.instant())) {
            throw new RefusedException("expired", "The time to live had passed when the message arrived.");
        }
        var node = parse(body);
        var violations = Schemas.violations(schema, node);
        if (!violations.isEmpty()) {
            throw new RefusedException(
                    violations.get(0).code(),
                    violations.stream()
                            .limit(SHOWN_VIOLATIONS)
                            .map(it -> it.pointer() + " " + it.message())
                            .collect(joining("; ")));
        }
        return node;
    }

    private static JsonNode parse(byte[] body) throws RefusedException {
        try {
            return Schemas.read(body);
        } catch (Schemas.MalformedJsonException e) {
            throw new RefusedException("malformed-json", String.valueOf(e.getMessage()));
        }
    }

    private static boolean isJson(String contentType) {
        var parts = contentType
                .toLowerCase(Locale.ROOT)
                .replace(" ", "")
                .replace("\"", "")
                .split(";", 2);
        return contentType.isEmpty()
                || (parts[0].equals("application/json") && (parts.length == 1 || parts[1].equals("charset=utf-8")));
    }

    /** Not every broker drops what has expired. */
    private static boolean expired(BasicProperties properties, Instant now) {
        var expiration = text(properties.getExpiration());
        return properties.getTimestamp() != null
                && expiration.matches("\\d{1,15}")
                && properties
                        .getTimestamp()
                        .toInstant()
                        .plusSeconds(1) // the timestamp is cut to seconds
                        .plusMillis(Long.parseLong(expiration))
                        .isBefore(now);
    }

    static @Nullable String header(BasicProperties properties, String name) {
        var headers = properties.getHeaders();
        var value = headers == null ? null : headers.get(name);
        return value == null ? null : value.toString();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
