package dev.warren.server.skill;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One distinct set of needs. Tasks of a queue with the same requirement form one line, so that a task that nobody free
 * can do never blocks one that somebody can.
 *
 * @param skills the numbers of all skills needed, sorted and distinct; empty = anybody
 * @param minLevel the level that the worker must have in each of them, 1..5
 * @param region where the worker must serve, or null for anywhere
 */
public record Requirement(
        int id,
        List<Integer> skills,
        int minLevel,
        @Nullable String region) {

    public Requirement {
        if (minLevel < 1) {
            throw new IllegalArgumentException("minLevel of requirement " + id + " must be at least 1: " + minLevel);
        }
        skills = skills.stream().sorted().distinct().toList();
    }

    /**
     * Whether somebody has every skill at the level needed.
     *
     * @param levels level by number of the skill
     */
    public boolean isWithin(Map<Integer, Integer> levels) {
        return skills.stream().allMatch(it -> levels.getOrDefault(it, 0) >= minLevel);
    }

    /** What is left without that skill; it has no number. */
    public Requirement without(int skill) {
        return new Requirement(0, skills.stream().filter(it -> it != skill).toList(), minLevel, region);
    }

    /** The same skills at that level; it has no number. */
    public Requirement at(int level) {
        return new Requirement(0, skills, level, region);
    }

    /** Whether somebody who serves that region serves here; null on either side means everywhere. */
    public boolean isServedFrom(@Nullable String served) {
        return region == null || served == null || region.equals(served);
    }
}
