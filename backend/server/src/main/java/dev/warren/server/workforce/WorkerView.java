package dev.warren.server.workforce;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A worker as it is read.
 *
 * @param presenceReason why, when it was not the worker's own doing
 * @param presenceKind of a break
 * @param presenceNote what a break of kind OTHER is for
 * @param presenceUntil when a break or a meeting shall be over
 * @param overdue whether it should be over by now
 * @param load how many seats are taken now: by tasks, by offers that wait for an answer, by wrapping up
 * @param wrapUpUntil when the last wrap-up ends by itself; null when there is none
 * @param busyShare busy time over time at work, 0..1, with a half-life of one shift
 * @param version rises by one with each change of the worker itself; the ETag
 */
public record WorkerView(
        UUID id,
        String username,
        String displayName,
        List<SkillLevel> skills,
        int capacity,
        @Nullable String region,
        Presence presence,
        @Nullable PresenceReason presenceReason,
        @Nullable BreakKind presenceKind,
        @Nullable String presenceNote,
        @Nullable Instant presenceUntil,
        boolean overdue,
        Instant presenceSince,
        int load,
        @Nullable Instant wrapUpUntil,
        double busyShare,
        int version,
        Instant createdAt) {

    /** @param level 1 (learner) .. 5 (expert) */
    public record SkillLevel(String name, int level) {}
}
