package dev.warren.server.workforce;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/**
 * A presence with all that is said of it.
 *
 * @param reason why, when it was not the worker's own doing
 * @param kind of a break
 * @param note what a break of kind OTHER is for
 * @param until when a break or a meeting shall be over
 */
public record Whereabouts(
        Presence presence,
        @Nullable PresenceReason reason,
        @Nullable BreakKind kind,
        @Nullable String note,
        @Nullable Instant until) {

    /** The longest that somebody can plan ahead. */
    static final Duration LONGEST = Duration.ofHours(24);

    public static Whereabouts of(Presence presence) {
        return new Whereabouts(presence, null, null, null, null);
    }

    static Whereabouts because(Presence presence, PresenceReason reason) {
        return new Whereabouts(presence, reason, null, null, null);
    }

    /**
     * What somebody says of themselves.
     *
     * @throws Problem {@code rule-violated} when the parts do not go together
     */
    static Whereabouts said(
            Presence presence, @Nullable BreakKind kind, @Nullable String note, @Nullable Instant until, Instant now) {
        require(
                presence != Presence.UNREACHABLE,
                "/status",
                "must be AVAILABLE, BUSY, MEETING, BREAK or OFFLINE: that somebody is unreachable is found out");
        require(kind == null || presence == Presence.BREAK, "/kind", "goes with status BREAK only");
        require(note == null || kind == BreakKind.OTHER, "/note", "goes with kind OTHER only");
        require(until == null || presence.isForAWhile(), "/until", "goes with status BREAK or MEETING only");
        require(
                until == null || until.isAfter(now) && !until.isAfter(now.plus(LONGEST)),
                "/until",
                "must be in the next 24 hours");
        return new Whereabouts(presence, null, kind, note, until);
    }

    private static void require(boolean holds, String pointer, String message) {
        if (!holds) {
            throw Problem.of(ProblemCode.RULE_VIOLATED, pointer, message);
        }
    }

    /** Should have ended by then. */
    boolean isOverdue(Instant now) {
        return presence.isForAWhile() && until != null && !until.isAfter(now);
    }

    Whereabouts become(Presence other, @Nullable PresenceReason why) {
        return new Whereabouts(other, why, kind, note, until);
    }
}
