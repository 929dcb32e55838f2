package dev.warren.bench;

import java.util.Random;

/**
 * How people deal with what comes to them, in percent: as by chance, but the same for the same id and seed.
 *
 * @param declines of the offers
 * @param misses of the offers: nobody answers
 * @param holds of the assignments, once each
 * @param returns of the assignments: given back to the queue
 * @param fails of the assignments
 */
record Manners(int declines, int misses, int holds, int returns, int fails, long seed) {

    /** What is done about an offer. */
    enum Answer {
        ACCEPT,
        DECLINE,
        MISS
    }

    Answer answer(String offer) {
        int chance = chance("offer", offer);
        if (chance < declines) {
            return Answer.DECLINE;
        }
        return chance < declines + misses ? Answer.MISS : Answer.ACCEPT;
    }

    boolean holds(String assignment) {
        return chance("hold", assignment) < holds;
    }

    boolean returns(String assignment) {
        return chance("return", assignment) < returns;
    }

    boolean fails(String assignment) {
        return chance("fail", assignment) < fails;
    }

    private int chance(String what, String id) {
        return Math.floorMod(new Random(seed ^ (what + id).hashCode()).nextInt(), 100);
    }
}
