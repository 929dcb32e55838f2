package dev.warren.server.shared;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;

/** Ids are UUIDv7, made in the application, stored as 16 bytes: their byte order is their order of creation. */
public final class Ids {

    private Ids() {}

    /** A new id, greater than all that this process made before in the same millisecond. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** The bytes as 32 hexadecimal digits, as {@code UNHEX} reads them. */
    public static String hex(UUID id) {
        return HexFormat.of().formatHex(bytes(id));
    }

    public static UUID of(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
