/** The one connection to Redis. */
@NullMarked
package dev.warren.server.shared.redis;

import org.jspecify.annotations.NullMarked;
