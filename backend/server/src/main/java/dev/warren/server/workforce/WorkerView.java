package dev.warren.server.workforce;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A worker as it is read.
 *
 * @param presenceReason why, when it was not the worker's own doing
 * @param load how many tasks the worker holds now, offers that wait for an answer included
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
        Instant presenceSince,
        int load,
        double busyShare,
        int version,
        Instant createdAt) {

    /** @param level 1 (learner) .. 5 (expert) */
    public record SkillLevel(String name, int level) {}
}
