package dev.warren.server.workforce;

import java.time.Instant;

/** A stretch of time, from its beginning up to but without its end. */
public record Span(Instant from, Instant until) {}
