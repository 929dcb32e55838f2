@NullMarked
package dev.warren.embedded;

import org.jspecify.annotations.NullMarked;
