package dev.warren.server.dispatch.strategy;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A worker who is present and available, with free capacity or without.
 *
 * @param capacity how many tasks the worker may hold at once, at least 0
 * @param load how many the worker holds; may exceed a capacity that was cut
 * @param skills level (1 and up) by skill id
 * @param region region served, or null for every region
 * @param busyShare busy time / present time, 0 to 1, see {@link dev.warren.server.workforce.FairShare#share()}
 * @param idleSince since when the worker got no task; a declined offer restarts it
 */
public record Candidate(
        UUID id,
        int capacity,
        int load,
        Map<Integer, Integer> skills,
        @Nullable String region,
        double busyShare,
        Instant idleSince) {

    public Candidate {
        if (capacity < 0 || load < 0) {
            throw new IllegalArgumentException("Capacity and load of " + id + " must not be negative");
        }
        if (!(busyShare >= 0 && busyShare <= 1)) {
            throw new IllegalArgumentException("Busy share of " + id + " is not within 0 to 1: " + busyShare);
        }
        if (skills.values().stream().anyMatch(level -> level < 1)) {
            throw new IllegalArgumentException("Skill levels of " + id + " must be at least 1: " + skills);
        }
        skills = Collections.unmodifiableMap(new TreeMap<>(skills));
    }
}
