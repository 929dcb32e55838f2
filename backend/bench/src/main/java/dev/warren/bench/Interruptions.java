package dev.warren.bench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The holds and hand-overs that the data tells of each row; whoever has the row in hand takes them one by one. At most
 * {@value #MOST} of each: nobody gets a task again within half an hour of handing it over, however fast the replay is.
 */
final class Interruptions {

    static final int MOST = 2;

    private final Map<String, Integer> holds = new ConcurrentHashMap<>();
    private final Map<String, Integer> handOvers = new ConcurrentHashMap<>();
    private final Map<String, Integer> hands = new ConcurrentHashMap<>();

    Interruptions(Collection<Incident> incidents) {
        for (var it : incidents) {
            holds.put(it.id(), Math.min(MOST, it.holds()));
            handOvers.put(it.id(), Math.min(MOST, it.handOvers()));
            hands.put(it.id(), 1 + Math.min(MOST, it.handOvers()));
        }
    }

    static Interruptions none() {
        return new Interruptions(List.of());
    }

    boolean takeHold(String row) {
        return take(holds, row);
    }

    boolean takeHandOver(String row) {
        return take(handOvers, row);
    }

    /** Among how many people the work on a row is shared. */
    int hands(String row) {
        return hands.getOrDefault(row, 1);
    }

    private static boolean take(Map<String, Integer> left, String row) {
        var before = left.getOrDefault(row, 0);
        left.computeIfPresent(row, (key, count) -> Math.max(0, count - 1));
        return before > 0;
    }
}
