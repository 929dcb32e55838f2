package dev.warren.server.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The hash chain of one subject's events: {@code SHA-256(previous hash, version, time in microseconds, type, actor,
 * payload)}, the texts in UTF-8 each preceded by its length.
 */
public final class EventHash {

    /** What the first event of a subject is chained to: 32 zero bytes. */
    public static final byte[] START = new byte[32];

    private EventHash() {}

    public static byte[] of(byte[] previous, String type, int version, Instant at, String actor, String payload) {
        var digest = sha256();
        digest.update(previous);
        digest.update(ByteBuffer.allocate(12)
                .putInt(version)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .flip());
        for (var text : new String[] {type, actor, payload}) {
            var bytes = text.getBytes(UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
