package dev.warren.server.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** How ids and times stand in the database: {@code binary(16)} and {@code datetime(6)} in UTC, on every driver alike. */
public final class Sql {

    private Sql() {}

    /** The time as a parameter. Passed without a zone, so that no driver or session zone can shift it. */
    public static LocalDateTime at(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    public static @Nullable LocalDateTime atOrNull(@Nullable Instant instant) {
        return instant == null ? null : at(instant);
    }

    /** What {@code datetime(6)} keeps of a time. */
    public static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    public static byte @Nullable [] bytesOrNull(@Nullable UUID id) {
        return id == null ? null : Ids.bytes(id);
    }

    public static UUID id(ResultSet row, String column) throws SQLException {
        return Ids.of(row.getBytes(column));
    }

    public static @Nullable UUID idOrNull(ResultSet row, String column) throws SQLException {
        var bytes = row.getBytes(column);
        return bytes == null ? null : Ids.of(bytes);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    /** {@code (?,?,?)} for an IN list of that many values. */
    public static String in(int size) {
        return "(" + String.join(",", Collections.nCopies(size, "?")) + ")";
    }

    /** What {@code LIKE ? ESCAPE '!'} takes to find the text anywhere, as it stands. */
    public static String containing(String text) {
        return "%" + text.replaceAll("[!%_]", "!$0") + "%";
    }

    /** Ids as parameters of an IN list, sorted: rows are locked in one order by everybody. */
    public static Object[] ids(Collection<UUID> ids) {
        return ids.stream().sorted(Sql::byteOrder).map(Ids::bytes).toArray();
    }

    /** All of them, in order, as the parameters of one statement; an array stands for its elements. */
    public static Object[] arguments(Object... parts) {
        return Arrays.stream(parts)
                .flatMap(it -> it instanceof Object[] several ? Arrays.stream(several) : Stream.of(it))
                .toArray();
    }

    /** The order in which the database sorts ids; UUID's own order is signed. */
    public static int byteOrder(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
