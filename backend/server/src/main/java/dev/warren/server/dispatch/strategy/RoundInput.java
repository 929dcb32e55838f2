package dev.warren.server.dispatch.strategy;

/** All that a decision depends on; kept with the round, so that it can be re-computed bit for bit. */
public record RoundInput(Snapshot snapshot, Params params, long seed) {

    public Decision decide() {
        return PriorityFair.decide(snapshot, params, seed);
    }
}
