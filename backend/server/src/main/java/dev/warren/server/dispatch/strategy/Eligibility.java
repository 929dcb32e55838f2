package dev.warren.server.dispatch.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.warren.server.skill.Requirement;

/** Who has the skills and the region for a requirement: the part of feasibility that a round does not change. */
final class Eligibility {

    private final List<Seat> seats;
    /** Level of each seat by skill, 0 = lacks it; for look-ups only, never walked. */
    private final Map<Integer, int[]> levels = new HashMap<>();

    Eligibility(List<Seat> seats) {
        this.seats = seats;
        for (var i = 0; i < seats.size(); i++) {
            for (var skill : seats.get(i).candidate.skills().entrySet()) {
                levels.computeIfAbsent(skill.getKey(), id -> new int[seats.size()])[i] = skill.getValue();
            }
        }
    }

    /** The group of a requirement, its seats in the order of the given ones. */
    Group groupOf(Requirement requirement, int sinceRescue) {
        var unknown = new int[seats.size()];
        var needed = requirement.skills().stream()
                .map(skill -> levels.getOrDefault(skill, unknown))
                .toArray(int[][]::new);
        var eligible = new ArrayList<Seat>();
        var noSkill = 0;
        var noRegion = 0;
        for (var i = 0; i < seats.size(); i++) {
            var seat = seats.get(i);
            if (!hasSkills(i, needed, requirement.minLevel())) {
                noSkill++;
            } else if (!requirement.isServedFrom(seat.candidate.region())) {
                noRegion++;
            } else {
                eligible.add(seat);
            }
        }
        return new Group(eligible, noSkill, noRegion, sinceRescue);
    }

    private static boolean hasSkills(int seat, int[][] needed, int minLevel) {
        for (var levelOfSeat : needed) {
            if (levelOfSeat[seat] < minLevel) {
                return false;
            }
        }
        return true;
    }
}
