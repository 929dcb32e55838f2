package dev.warren.server.dispatch.strategy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.warren.server.skill.Requirement;
import dev.warren.server.task.Ageing;
import dev.warren.server.task.Priority;

/** Builds small rounds by hand and large ones at random. */
final class Rounds {

    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final Requirement ANYBODY = new Requirement(0, List.of(), 1, null);

    private static final Ageing AGEING = new Ageing(Duration.ofHours(8), 2);

    private Rounds() {}

    static UUID id(long number) {
        return new UUID(0, number);
    }

    static WaitingTask task(long id, int requirement, int level, Duration age) {
        var rescue = Params.DEFAULT.needsRescue(age);
        return new WaitingTask(id(id), requirement, level, level, NOW.minus(age), rescue, Set.of());
    }

    static WaitingTask task(long id, int level) {
        return task(id, ANYBODY.id(), level, Duration.ofMinutes(5));
    }

    static Candidate candidate(long id, int capacity, int load, double share, Duration idle) {
        return new Candidate(id(id), capacity, load, Map.of(), null, share, NOW.minus(idle));
    }

    static Candidate candidate(long id, Map<Integer, Integer> skills, @Nullable String region) {
        return new Candidate(id(id), 1, 0, skills, region, 0.5, NOW);
    }

    static Snapshot snapshot(List<WaitingTask> tasks, List<Candidate> candidates, Requirement... requirements) {
        return snapshot(tasks, candidates, Map.of(), requirements);
    }

    static Snapshot snapshot(
            List<WaitingTask> tasks,
            List<Candidate> candidates,
            Map<Integer, Integer> sinceRescue,
            Requirement... requirements) {
        var byId = new TreeMap<Integer, Requirement>();
        for (var requirement : requirements) {
            byId.put(requirement.id(), requirement);
        }
        byId.putIfAbsent(ANYBODY.id(), ANYBODY);
        return new Snapshot("support", NOW, tasks, candidates, byId, sinceRescue);
    }

    static Decision decide(Snapshot snapshot) {
        return PriorityFair.decide(snapshot, Params.DEFAULT, 42);
    }

    /** A round with many equal values, full and over-full workers, exclusions, regions and rescue tasks. */
    static Snapshot random(Random random, int maxTasks, int maxCandidates) {
        var requirements = new TreeMap<Integer, Requirement>();
        var groups = 1 + random.nextInt(4);
        for (var i = 0; i < groups; i++) {
            var skills = new ArrayList<Integer>();
            for (var left = random.nextInt(3); left > 0; left--) {
                skills.add(random.nextInt(4));
            }
            requirements.put(i, new Requirement(i, skills, 1 + random.nextInt(2), region(random)));
        }
        var candidates = new ArrayList<Candidate>();
        for (var left = random.nextInt(maxCandidates + 1); left > 0; left--) {
            var skills = new TreeMap<Integer, Integer>();
            for (var skill = 0; skill < 4; skill++) {
                if (random.nextInt(3) > 0) {
                    skills.put(skill, 1 + random.nextInt(3));
                }
            }
            var capacity = random.nextInt(6);
            var load = random.nextInt(3) == 0 ? random.nextInt(7) : random.nextInt(capacity + 1);
            var share = random.nextInt(4) * 0.015;
            var idleSince = NOW.minusSeconds(random.nextInt(3));
            candidates.add(new Candidate(uuid(random), capacity, load, skills, region(random), share, idleSince));
        }
        var tasks = new ArrayList<WaitingTask>();
        for (var left = random.nextInt(maxTasks + 1); left > 0; left--) {
            var excluded = new HashSet<UUID>();
            for (var candidate : candidates) {
                if (random.nextInt(8) == 0) {
                    excluded.add(candidate.id());
                }
            }
            var priority = 1 + random.nextInt(5);
            var age = Duration.ofHours(random.nextInt(60));
            var level = AGEING.level(Priority.of(priority), NOW.minus(age), NOW);
            var rescue = Params.DEFAULT.needsRescue(age);
            var createdAt = NOW.minus(age);
            tasks.add(new WaitingTask(
                    uuid(random), random.nextInt(groups), priority, level, createdAt, rescue, excluded));
        }
        var sinceRescue = new TreeMap<Integer, Integer>();
        for (var i = 0; i < groups; i++) {
            if (random.nextBoolean()) {
                sinceRescue.put(i, random.nextInt(12));
            }
        }
        return new Snapshot("queue-" + random.nextInt(3), NOW, tasks, candidates, requirements, sinceRescue);
    }

    private static @Nullable String region(Random random) {
        var pick = random.nextInt(4);
        return pick < 2 ? null : pick == 2 ? "EU" : "US";
    }

    private static UUID uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
