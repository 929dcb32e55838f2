@NullMarked
package dev.warren.server.dispatch.strategy;

import org.jspecify.annotations.NullMarked;
