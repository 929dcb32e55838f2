@NullMarked
package dev.warren.server.identity;

import org.jspecify.annotations.NullMarked;
