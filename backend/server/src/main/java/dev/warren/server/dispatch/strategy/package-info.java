/** Who gets what: the pure domain of assignment, a function from a snapshot to a decision without any I/O or clock. */
@NullMarked
package dev.warren.server.dispatch.strategy;

import org.jspecify.annotations.NullMarked;
