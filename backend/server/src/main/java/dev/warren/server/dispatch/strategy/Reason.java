package dev.warren.server.dispatch.strategy;

import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** Why a task stays without a worker. */
@Getter
@RequiredArgsConstructor
public enum Reason {
    NOBODY_PRESENT("Nobody is available in this queue."),
    NO_SKILL("None of those available has the skills that this task needs."),
    NO_REGION("None of those with the skills serves the region of this task."),
    ALL_DECLINED("Everybody who could take this task declined it or is barred from it."),
    NO_CAPACITY("Everybody who could take this task is busy.");

    private final String sentence;
}
