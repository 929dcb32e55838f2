package dev.warren.server.assignment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which of the ended assignments of a worker a list shows; what is null does not matter.
 *
 * @param from what ended then or later
 * @param before what ended earlier
 * @param text part of the task's title or of the comment, whatever its case
 */
record EndedFilter(
        @Nullable AssignmentState outcome,
        @Nullable Instant from,
        @Nullable Instant before,
        @Nullable String text) {

    static final EndedFilter ALL = new EndedFilter(null, null, null, null);
}
