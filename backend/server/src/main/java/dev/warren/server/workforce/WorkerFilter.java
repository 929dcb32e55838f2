package dev.warren.server.workforce;

import org.jspecify.annotations.Nullable;

/**
 * Which workers a list shows; what is null does not matter.
 *
 * @param skill the name of a skill that they have
 * @param text part of the user name or the display name, whatever its case
 */
public record WorkerFilter(
        @Nullable Presence presence,
        @Nullable String skill,
        @Nullable String text) {}
