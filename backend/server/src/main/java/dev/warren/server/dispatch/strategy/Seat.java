package dev.warren.server.dispatch.strategy;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A candidate within a round: the terms are fixed, the load rises with each choice. */
final class Seat {

    /** All terms but the load; the id makes the order total. */
    static final Comparator<Seat> BY_FIXED_TERMS = Comparator.<Seat>comparingInt(seat -> seat.shareBucket)
            .thenComparing(seat -> seat.idleMillis, Comparator.reverseOrder())
            .thenComparingLong(seat -> seat.tieHash)
            .thenComparing(seat -> seat.candidate.id(), UuidOrder.BY_BYTES);

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    final Candidate candidate;
    final List<Group> groups = new ArrayList<>();
    private final int shareBucket;
    private final long idleMillis;
    private final long tieHash;
    private int load;

    Seat(Candidate candidate, Snapshot snapshot, Params params, long seed) {
        this.candidate = candidate;
        shareBucket = (int) (Math.round(candidate.busyShare() * 1e6) / params.shareBucketMicros());
        idleMillis = Math.max(0, ChronoUnit.MILLIS.between(candidate.idleSince(), snapshot.at()));
        tieHash = lot(seed, candidate.id());
        load = candidate.load();
    }

    boolean isFull() {
        return load >= candidate.capacity();
    }

    /** Whether load / capacity is strictly lower; both have capacity. */
    boolean isLighterThan(Seat other) {
        return (long) load * other.candidate.capacity() < (long) other.load * candidate.capacity();
    }

    void take() {
        load++;
    }

    Terms terms() {
        return new Terms(candidate.id(), load, candidate.capacity(), shareBucket, idleMillis, tieHash);
    }

    /** The term by which this one, the better, beats the next. */
    DecidedBy beats(Seat next) {
        if (isLighterThan(next)) {
            return DecidedBy.LOAD;
        }
        if (shareBucket != next.shareBucket) {
            return DecidedBy.BUSY_SHARE;
        }
        return idleMillis != next.idleMillis ? DecidedBy.IDLE_TIME : DecidedBy.LOT;
    }

    private static long lot(long seed, UUID id) {
        var hash = mix64(seed + GOLDEN_GAMMA);
        hash = mix64(hash + id.getMostSignificantBits());
        return mix64(hash + id.getLeastSignificantBits());
    }

    /** The finaliser of SplitMix64. */
    private static long mix64(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
