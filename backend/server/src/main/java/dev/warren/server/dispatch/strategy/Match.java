package dev.warren.server.dispatch.strategy;

import java.util.List;
import java.util.UUID;

/**
 * One task goes to one worker, and why.
 *
 * @param rank place of the task in the round's strict order, from 1
 * @param level effective priority that it was ranked with
 * @param rescue whether it came first by a rescue turn instead of by its rank
 * @param chosen the worker's terms
 * @param eligible how many workers could have taken it, the chosen one included
 * @param runnersUp the next best, at most 3, best first
 */
public record Match(
        UUID task,
        int rank,
        int level,
        boolean rescue,
        Terms chosen,
        DecidedBy decidedBy,
        int eligible,
        Rejections rejected,
        List<Terms> runnersUp) {

    public Match {
        runnersUp = List.copyOf(runnersUp);
    }

    public UUID worker() {
        return chosen.worker();
    }
}
