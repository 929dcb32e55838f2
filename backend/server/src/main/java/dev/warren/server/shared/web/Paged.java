package dev.warren.server.shared.web;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor of the page after it, or null on the last page
 */
public record Paged<T>(List<T> items, @Nullable String next) {

    /**
     * Reads a page, and one item more to know whether it is the last.
     *
     * @param read reads at most so many items
     * @param cursor leads to what comes after the item
     */
    public static <T> Paged<T> read(int size, IntFunction<List<T>> read, Function<T, String> cursor) {
        var found = read.apply(size + 1);
        return found.size() <= size
                ? new Paged<>(found, null)
                : new Paged<>(found.subList(0, size), cursor.apply(found.get(size - 1)));
    }
}
