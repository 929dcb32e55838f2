package dev.warren.server.dispatch.strategy;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import lombok.RequiredArgsConstructor;

/** Reads what {@link CompactOutput} wrote, in the same order; any damage is an IOException. */
@RequiredArgsConstructor
final class CompactInput {

    private static final int MAX_SIZE = 1 << 20; // far above any round; a damaged size must not fill the memory

    private final DataInputStream in;

    long number() throws IOException {
        var value = 0L;
        for (var shift = 0; shift < 64; shift += 7) {
            var next = in.readByte();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new StreamCorruptedException("A number has more than 64 bits");
    }

    int size() throws IOException {
        var size = number();
        if (size < 0 || size > MAX_SIZE) {
            throw new StreamCorruptedException("Not a size: " + size);
        }
        return (int) size;
    }

    long fixedLong() throws IOException {
        return in.readLong();
    }

    boolean flag() throws IOException {
        return in.readBoolean();
    }

    UUID id() throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    Duration duration() throws IOException {
        return Duration.ofSeconds(number(), number());
    }

    Instant instant() throws IOException {
        return Instant.ofEpochSecond(number(), number());
    }

    String text() throws IOException {
        var size = size();
        var bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Nullable
    String optionalText() throws IOException {
        return flag() ? text() : null;
    }

    <T> List<T> list(Reader<T> reader) throws IOException {
        var items = new ArrayList<T>();
        for (var left = size(); left > 0; left--) {
            items.add(reader.read());
        }
        return items;
    }

    @FunctionalInterface
    interface Reader<T> {

        T read() throws IOException;
    }
}
