package dev.warren.server.dispatch.strategy;

import java.util.UUID;

/**
 * A task that nobody free could take in this round.
 *
 * @param rank place of the task in the round's strict order, from 1
 */
public record Unmatched(UUID task, int rank, Reason reason, Rejections rejected) {}
