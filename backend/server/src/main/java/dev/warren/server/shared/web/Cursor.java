package dev.warren.server.shared.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import lombok.extern.slf4j.Slf4j;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/** Where the next page begins, as one opaque word: the sort key of the last item seen. */
@Slf4j
public final class Cursor {

    private static final String BETWEEN = "\u001f";

    private Cursor() {}

    /** Packs the parts of a sort key by their {@code toString}. */
    public static String encode(Object... parts) {
        var text = Arrays.stream(parts).map(Object::toString).collect(Collectors.joining(BETWEEN));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Unpacks a sort key that is one id; null stands for the beginning. */
    public static @Nullable UUID id(@Nullable String cursor) {
        return cursor == null ? null : decode(cursor, 1, parts -> UUID.fromString(parts.get(0)));
    }

    /**
     * Unpacks a sort key of that many parts.
     *
     * @param parse makes the key from the parts; whatever it throws means that the cursor is none of ours
     * @throws Problem {@code invalid-parameter} for anything that {@link #encode} did not make
     */
    public static <T> T decode(String cursor, int size, Function<List<String>, T> parse) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = List.of(text.split(BETWEEN, -1));
            if (parts.size() == size && encode(parts.toArray()).equals(cursor)) {
                return parse.apply(parts);
            }
        } catch (RuntimeException e) {
            log.debug("Not a cursor", e);
        }
        throw Problem.of(ProblemCode.INVALID_PARAMETER, "cursor", "is not a cursor that this list gave out as next");
    }
}
