package dev.warren.server.dispatch;

import java.util.ArrayList;
import java.util.List;

import dev.warren.server.skill.Requirement;
import dev.warren.server.workforce.Bench;

/**
 * Those who could do a task by skills and region, whatever they do now.
 *
 * @param free available and below capacity
 * @param busy here, but full or taking nothing new
 */
record Crowd(int free, int busy, int onBreak, int away) {

    static Crowd of(List<Bench.Player> everybody, Requirement needed) {
        int free = 0;
        int busy = 0;
        int onBreak = 0;
        int away = 0;
        for (var it : everybody) {
            if (it.canServe(needed)) {
                switch (it.presence()) {
                    case AVAILABLE -> {
                        free += it.isFree() ? 1 : 0;
                        busy += it.isFree() ? 0 : 1;
                    }
                    case BUSY, MEETING -> busy++;
                    case BREAK -> onBreak++;
                    case UNREACHABLE, OFFLINE -> away++;
                }
            }
        }
        return new Crowd(free, busy, onBreak, away);
    }

    int able() {
        return free + busy + onBreak + away;
    }

    int present() {
        return free + busy + onBreak;
    }

    /** As people say it: {@code 3 people could take it: 2 are busy, 1 is on break.} */
    String sentence() {
        if (able() == 0) {
            return "Nobody has the skills, the level and the region that this task needs.";
        }
        var parts = new ArrayList<String>();
        add(parts, free, "free");
        add(parts, busy, "busy");
        add(parts, onBreak, "on break");
        add(parts, away, "not here");
        return "%d %s could take it: %s."
                .formatted(able(), able() == 1 ? "person" : "people", String.join(", ", parts));
    }

    private static void add(List<String> parts, int count, String state) {
        if (count > 0) {
            parts.add("%d %s %s".formatted(count, count == 1 ? "is" : "are", state));
        }
    }
}
