package dev.warren.server.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import com.rabbitmq.client.AMQP.BasicProperties;

import lombok.extern.slf4j.Slf4j;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;

/**
 * Messages that could not be applied. Each stands in a table, to be listed, and lies whole in the queue
 * {@link Names#DEAD_LETTERS}, to be looked at and sent again with the broker's own tools; nobody consumes that queue.
 */
@Slf4j
@Component
public class DeadLetters {

    private static final int MAX_CODE = 60;
    private static final int MAX_REASON = 500;
    private static final int MAX_HEADER_BYTES = 32 * 1024;
    private static final int MAX_HEADER_SHOWN = 200;
    private static final int SHOWN_BODY = 4 * 1024;
    private static final int COUNTED = 1_000;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final ConfirmedPublisher publisher;

    DeadLetters(JdbcTemplate jdbc, JsonMapper json, Clock clock, Broker broker) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.publisher = new ConfirmedPublisher(broker);
    }

    /**
     * One dead message.
     *
     * @param source the queue it came from
     * @param body its first 4 KB as text
     * @param headers its properties and headers, each as a short text
     */
    public record DeadLetter(
            UUID id,
            Instant deadAt,
            String source,
            String code,
            String reason,
            String body,
            Map<String, String> headers) {}

    /** The newest first; at most {@code size} that died before the given one, or the newest of all. */
    public List<DeadLetter> list(@Nullable UUID before, int size) {
        return jdbc.query("""
                SELECT id, dead_at, source, code, reason, headers, LEFT(body, ?) AS body FROM dead_letter
                WHERE id < ? ORDER BY id DESC LIMIT ?""", this::letter, SHOWN_BODY, before == null ? after() : Ids.bytes(before), size);
    }

    /**
     * How many died lately.
     *
     * @param count at most 1 000
     * @param oldest the first of them, null when there is none
     */
    public record Recent(int count, @Nullable Instant oldest) {}

    /** Those that died since then, as far as they are among the newest 1 000. */
    public Recent since(Instant from) {
        var dead = jdbc.query(
                "SELECT dead_at FROM (SELECT dead_at FROM dead_letter ORDER BY id DESC LIMIT ?) newest WHERE dead_at >= ?",
                (row, number) -> Sql.instant(row, "dead_at"),
                COUNTED,
                Sql.at(from));
        return new Recent(dead.size(), dead.stream().min(Instant::compareTo).orElse(null));
    }

    /**
     * Writes the line, then puts the message into the queue and waits for the confirmation; the caller acknowledges the
     * original only after that, so it is never lost. Repeated, the line stays one.
     */
    void park(String source, BasicProperties properties, byte[] body, int attempts, String code, String reason) {
        var short500 = cut(reason, MAX_REASON);
        var now = Sql.micros(clock.instant());
        insert(source, properties, body, code, short500, now);
        var headers = withoutRouting(properties);
        headers.put(Names.HEADER_CODE, code);
        headers.put(Names.HEADER_REASON, short500);
        headers.put(Names.HEADER_SOURCE, source);
        headers.put(Names.HEADER_ATTEMPTS, attempts);
        headers.put(Names.HEADER_DEAD_AT, now.toString());
        var kept = properties
                .builder()
                .headers(headers)
                .deliveryMode(2)
                .userId(null) // the broker refuses a user other than the publisher's own
                .expiration(null)
                .build();
        publisher.publish(List.of(new Outgoing(Names.DEAD_LETTERS, Names.DEAD_LETTERS, true, kept, body)));
        log.info("Dead letter from {}: {}", source, code);
    }

    private void insert(
            String source, BasicProperties properties, byte[] body, String code, String reason, Instant now) {
        try {
            jdbc.update(
                    """
                    INSERT INTO dead_letter (id, digest, dead_at, source, code, reason, headers, body)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                    Ids.bytes(Ids.next()),
                    digest(source, properties.getMessageId(), body),
                    Sql.at(now),
                    source,
                    cut(code, MAX_CODE),
                    reason,
                    json.writeValueAsString(shown(properties)),
                    Arrays.copyOf(body, Math.min(body.length, IncomingCheck.MAX_BODY)));
        } catch (DuplicateKeyException e) {
            log.debug("Parked before", e);
        }
    }

    private static byte[] digest(String source, @Nullable String id, byte[] body) {
        var digest = EventHash.sha256();
        for (var part : new byte[][] {bytes(source), bytes(id == null ? "" : id), body}) {
            digest.update(ByteBuffer.allocate(4).putInt(part.length).flip());
            digest.update(part);
        }
        return digest.digest();
    }

    /** CC and BCC would route copies elsewhere; headers that fill a frame would leave no room for ours. */
    private static Map<String, Object> withoutRouting(BasicProperties properties) {
        var headers = new LinkedHashMap<String, Object>();
        if (properties.getHeaders() != null && size(properties.getHeaders()) <= MAX_HEADER_BYTES) {
            headers.putAll(properties.getHeaders());
        }
        headers.remove("CC");
        headers.remove("BCC");
        return headers;
    }

    private static int size(Map<String, Object> headers) {
        return bytes(headers.toString()).length;
    }

    private static Map<String, String> shown(BasicProperties properties) {
        var all = new TreeMap<String, @Nullable Object>();
        if (properties.getHeaders() != null) {
            properties.getHeaders().entrySet().stream().limit(50).forEach(it -> all.put(it.getKey(), it.getValue()));
        }
        all.put("message-id", properties.getMessageId());
        all.put("correlation-id", properties.getCorrelationId());
        all.put("content-type", properties.getContentType());
        all.put("content-encoding", properties.getContentEncoding());
        all.put("type", properties.getType());
        all.put("reply-to", properties.getReplyTo());
        all.put("user-id", properties.getUserId());
        all.put("app-id", properties.getAppId());
        all.put("priority", properties.getPriority());
        var shown = new TreeMap<String, String>();
        all.forEach((name, value) -> {
            if (value != null) {
                shown.put(cut(name, MAX_HEADER_SHOWN), cut(value.toString(), MAX_HEADER_SHOWN));
            }
        });
        return shown;
    }

    private DeadLetter letter(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                Sql.id(row, "id"),
                Sql.instant(row, "dead_at"),
                row.getString("source"),
                row.getString("code"),
                row.getString("reason"),
                new String(row.getBytes("body"), StandardCharsets.UTF_8),
                json.readValue(row.getString("headers"), new TypeReference<>() {}));
    }

    private static byte[] after() {
        var highest = new byte[16];
        Arrays.fill(highest, (byte) 0xFF);
        return highest;
    }

    /** Never cuts a character in two. */
    private static String cut(String text, int length) {
        int points = text.codePointCount(0, text.length());
        return points <= length ? text : text.substring(0, text.offsetByCodePoints(0, length));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
