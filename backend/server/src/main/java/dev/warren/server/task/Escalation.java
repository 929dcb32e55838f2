package dev.warren.server.task;

import dev.warren.server.task.DeadlineEvent.Kind;

/**
 * Why something was done to a task: a step that its queue has set for a promise that is not kept.
 *
 * @param step its number in the list of the queue at that time, from 1
 * @param kind the promise
 * @param at what had become of the promise
 */
public record Escalation(int step, Kind kind, Point at) {

    /** From when a step's delay counts. */
    public enum Point {
        /** The risky share of the time is over. */
        RISK,
        /** All of the time is over. */
        BREACH
    }
}
