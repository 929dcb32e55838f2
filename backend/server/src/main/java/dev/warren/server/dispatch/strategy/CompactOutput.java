package dev.warren.server.dispatch.strategy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import lombok.RequiredArgsConstructor;

/** Writes values in few bytes; {@link CompactInput} reads them in the same order. */
@RequiredArgsConstructor
final class CompactOutput {

    private final DataOutputStream out;

    /** Any number, 1 to 10 bytes, the nearer to 0 the fewer. */
    void number(long value) throws IOException {
        var rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    void fixedLong(long value) throws IOException {
        out.writeLong(value);
    }

    void flag(boolean value) throws IOException {
        out.writeBoolean(value);
    }

    void id(UUID value) throws IOException {
        out.writeLong(value.getMostSignificantBits());
        out.writeLong(value.getLeastSignificantBits());
    }

    void duration(Duration value) throws IOException {
        number(value.getSeconds());
        number(value.getNano());
    }

    void instant(Instant value) throws IOException {
        number(value.getEpochSecond());
        number(value.getNano());
    }

    void text(String value) throws IOException {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        out.write(bytes);
    }

    void optionalText(@Nullable String value) throws IOException {
        flag(value != null);
        if (value != null) {
            text(value);
        }
    }

    <T> void list(Collection<T> items, Writer<? super T> writer) throws IOException {
        number(items.size());
        for (var item : items) {
            writer.write(item);
        }
    }

    @FunctionalInterface
    interface Writer<T> {

        void write(T value) throws IOException;
    }
}
