package dev.warren.server.dispatch.strategy;

import java.util.UUID;

/**
 * What a worker was compared by at the moment of the choice, in the order of comparison; smaller is better, save idle
 * time.
 *
 * @param load tasks held before this choice; the first term is load / capacity
 * @param shareBucket number of the bucket that the busy share falls into
 * @param idleMillis milliseconds without a new task at the start of the round; longer is better
 * @param tieHash the lot drawn from seed and id
 */
public record Terms(UUID worker, int load, int capacity, int shareBucket, long idleMillis, long tieHash) {}
