@NullMarked
package dev.warren.server.shared.web;

import org.jspecify.annotations.NullMarked;
