package dev.warren.server.dispatch.strategy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The outcome of one round; holds every task of the snapshot exactly once.
 *
 * @param matches in the order of choosing
 * @param unmatched in the strict order of the tasks
 * @param sinceRescue the rescue counters to keep for the next round, by requirement id; counts as if every match is
 *     applied
 */
public record Decision(List<Match> matches, List<Unmatched> unmatched, Map<Integer, Integer> sinceRescue) {

    public Decision {
        matches = List.copyOf(matches);
        unmatched = List.copyOf(unmatched);
        sinceRescue = Collections.unmodifiableMap(new TreeMap<>(sinceRescue));
    }
}
