package dev.warren.server.dispatch.strategy;

import java.time.Duration;

/**
 * The settings of Priority-fair; a decision is re-computed with the ones that it was made with.
 *
 * @param shareBucketMicros busy shares that fall into the same bucket of this width (millionths) count as equal
 * @param ageingStep age after which a task moves up one level
 * @param floorLevel most urgent level that ageing alone can reach, 1 to 5
 * @param rescueAge age from which a task takes part in rescue turns
 * @param rescueEvery a group's every n-th assignment is a rescue turn, at least 1
 * @param version version of the binding, for the decision record
 */
public record Params(
        int shareBucketMicros, Duration ageingStep, int floorLevel, Duration rescueAge, int rescueEvery, int version) {

    public static final Params DEFAULT = new Params(20_000, Duration.ofHours(8), 2, Duration.ofHours(40), 10, 1);

    public Params {
        WaitingTask.requirePriority(floorLevel);
        if (shareBucketMicros < 1 || rescueEvery < 1) {
            throw new IllegalArgumentException("shareBucketMicros and rescueEvery must be at least 1");
        }
        if (ageingStep.isNegative() || ageingStep.isZero() || rescueAge.isNegative()) {
            throw new IllegalArgumentException("ageingStep must be positive, rescueAge must not be negative");
        }
    }

    /** Whether a task of this age takes part in rescue turns. */
    public boolean needsRescue(Duration age) {
        return age.compareTo(rescueAge) >= 0;
    }
}
