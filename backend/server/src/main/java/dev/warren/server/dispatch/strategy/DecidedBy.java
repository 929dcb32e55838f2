package dev.warren.server.dispatch.strategy;

import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** The first term in which the chosen worker beat the next best one. */
@Getter
@RequiredArgsConstructor
public enum DecidedBy {
    ONLY_ONE("The only one who could take this task."),
    LOAD("Holds the least work for their capacity."),
    BUSY_SHARE("Was busy for the smallest share of their time."),
    IDLE_TIME("Equally busy as the next, but without a new task for longer."),
    LOT("Equal in all terms to the next; the lot of this round decided.");

    private final String sentence;
}
