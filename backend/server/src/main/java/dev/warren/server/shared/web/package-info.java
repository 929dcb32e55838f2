/** The web edge: one form for every refusal, and what all controllers check alike. */
@NullMarked
package dev.warren.server.shared.web;

import org.jspecify.annotations.NullMarked;
