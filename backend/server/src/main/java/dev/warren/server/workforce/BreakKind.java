package dev.warren.server.workforce;

/** What a break is for. */
public enum BreakKind {
    SHORT,
    LUNCH,
    /** May say in a few words what. */
    OTHER
}
