/** Replay, saturation and latency measurements of Warren, by the public API only. */
@NullMarked
package dev.warren.bench;

import org.jspecify.annotations.NullMarked;
