/** What integration tests share: the servers they run on, and one application context. */
@NullMarked
package dev.warren.server.testing;

import org.jspecify.annotations.NullMarked;
