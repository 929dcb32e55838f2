package dev.warren.server.shared;

/**
 * One thing that is wrong with an input.
 *
 * @param pointer where, as a JSON pointer ({@code /priority}) or the name of a parameter
 * @param message what is wrong and what would be right
 */
public record Violation(String pointer, String message) {}
