package dev.warren.server.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.dispatch.strategy.Params;
import dev.warren.server.dispatch.strategy.Ranking;
import dev.warren.server.shared.Sql;
import dev.warren.server.skill.Requirement;
import dev.warren.server.skill.Skills;
import dev.warren.server.task.TaskView;
import dev.warren.server.workforce.Bench;
import dev.warren.server.workforce.Presence;
import dev.warren.server.workforce.WorkerReader;
import dev.warren.server.workforce.WorkerView;

/** Everybody in the order in which the strategy would take them for a task, and what stands against the others. */
@Component
@RequiredArgsConstructor
class Candidates {

    private static final int MOST = 200;

    private final Bench bench;
    private final Snapshots snapshots;
    private final ShiftEnds shiftEnds;
    private final Skills skills;
    private final WorkerReader workers;
    private final Params params;
    private final Clock clock;

    /**
     * Somebody, for one task.
     *
     * @param reason what stands against it, null when nothing does
     * @param rank the place among the eligible, from 1
     */
    record CandidateView(
            UUID workerId,
            String username,
            String displayName,
            Presence presence,
            int load,
            int capacity,
            double busyShare,
            List<Fit> skills,
            boolean eligible,
            @Nullable Obstacle reason,
            @Nullable Integer rank,
            boolean wouldBeChosen) {}

    /** @param level what the worker has, 0 for nothing; {@code needed} is the least that the task asks for */
    record Fit(String name, int level, int needed) {

        boolean suffices() {
            return level >= needed;
        }
    }

    /** @param code a stable name: NO_SKILL, NO_REGION, OFFLINE, UNREACHABLE, BREAK, MEETING, BUSY, SHIFT_ENDS or NO_CAPACITY */
    record Obstacle(String code, String sentence) {}

    /** The eligible by rank, then those who only lack time, then the rest; at most 200. */
    List<CandidateView> of(TaskView task) {
        var needed = skills.needed(task.requiredSkills(), task.minSkillLevel(), task.region());
        var now = Sql.micros(clock.instant());
        var everybody = bench.everybody(now);
        var left = shiftEnds.left(everybody, now);
        var free = shiftEnds.free(task.id(), everybody, left);
        var ranks = new HashMap<UUID, Integer>();
        for (var id : Ranking.of(snapshots.of(task.queue(), now, free, needed), needed.id(), params, 0)) {
            ranks.put(id, ranks.size() + 1);
        }
        var shown = everybody.stream()
                .sorted(Comparator.<Bench.Player>comparingInt(it -> ranks.getOrDefault(it.id(), Integer.MAX_VALUE))
                        .thenComparing(it -> !it.canServe(needed))
                        .thenComparing(Bench.Player::presence)
                        .thenComparing(Bench.Player::id, Sql::byteOrder))
                .limit(MOST)
                .toList();
        var views = workers.all(shown.stream().map(Bench.Player::id).toList()).stream()
                .collect(Collectors.toMap(WorkerView::id, it -> it));
        return shown.stream()
                .map(it -> person(
                        it,
                        Objects.requireNonNull(views.get(it.id())),
                        needed,
                        ranks.get(it.id()),
                        free.contains(it) ? null : left.get(it.id())))
                .toList();
    }

    private CandidateView person(
            Bench.Player it, WorkerView worker, Requirement needed, @Nullable Integer rank, @Nullable Duration left) {
        var fits = needed.skills().stream()
                .map(skill -> new Fit(skills.nameOf(skill), it.skills().getOrDefault(skill, 0), needed.minLevel()))
                .toList();
        return new CandidateView(
                it.id(),
                worker.username(),
                worker.displayName(),
                it.presence(),
                it.load(),
                it.capacity(),
                it.busyShare(),
                fits,
                rank != null,
                rank != null ? null : obstacle(it, fits, needed, left),
                rank,
                rank != null && rank == 1);
    }

    /** @param left how long the shift still lasts, when that is too short for the task */
    private static Obstacle obstacle(Bench.Player it, List<Fit> fits, Requirement needed, @Nullable Duration left) {
        if (!fits.stream().allMatch(Fit::suffices)) {
            var lacks = fits.stream()
                    .filter(fit -> !fit.suffices())
                    .map(fit -> fit.level() == 0
                            ? fit.name()
                            : "%s at level %d (has %d)".formatted(fit.name(), fit.needed(), fit.level()))
                    .collect(Collectors.joining(", "));
            return new Obstacle("NO_SKILL", "Lacks %s.".formatted(lacks));
        }
        if (!needed.isServedFrom(it.region())) {
            return new Obstacle("NO_REGION", "Serves %s, not %s.".formatted(it.region(), needed.region()));
        }
        if (it.isFree() && left != null) {
            return new Obstacle(
                    "SHIFT_ENDS",
                    "Their shift ends in %d min, and this would take longer.".formatted(Math.max(0, left.toMinutes())));
        }
        return switch (it.presence()) {
            case UNREACHABLE -> new Obstacle("UNREACHABLE", "Cannot be reached.");
            case OFFLINE -> new Obstacle("OFFLINE", "Is not here.");
            case BREAK -> new Obstacle("BREAK", "Is on a break.");
            case MEETING -> new Obstacle("MEETING", "Is in a meeting.");
            case BUSY -> new Obstacle("BUSY", "Is busy and takes nothing new.");
            case AVAILABLE -> new Obstacle("NO_CAPACITY", "Holds %d of %d tasks.".formatted(it.load(), it.capacity()));
        };
    }
}
