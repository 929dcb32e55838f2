package dev.warren.server.workforce;

import java.time.Instant;

/**
 * How busy a worker was lately: busy and present seconds, both forgotten with a half-life of one shift (8 h).
 *
 * <p>With k = ln 2 / half-life, {@code dB/dt = r − k·B} and {@code dP/dt = 1 − k·P} while present, so after t seconds
 * at a constant rate r
 *
 * <pre>{@code
 * B' = B·e^(−k·t) + r·(1 − e^(−k·t)) / k        P' = P·e^(−k·t) + (1 − e^(−k·t)) / k
 * }</pre>
 *
 * While absent nothing is gained: the share stays, and its weight fades until {@link #rejoinAt} fills it up.
 *
 * @param busySeconds B, at least 0
 * @param presentSeconds P, from B to 1 / k = 41 551
 * @param asOf the instant up to which it is reckoned
 */
public record FairShare(double busySeconds, double presentSeconds, Instant asOf) {

    static final double DECAY_PER_SECOND = Math.log(2) / (8 * 3600);

    /** How many seconds the mean of the group counts for somebody of whom nothing recent is known. */
    private static final double JOIN_WEIGHT = 300;

    /** Starts a newcomer at the mean share (0 to 1) of the group, lest all work floods in. */
    public static FairShare joinAt(double meanShare, Instant now) {
        return new FairShare(0, 0, now).rejoinAt(meanShare, now);
    }

    /** Comes back: when less than five minutes are remembered, they are filled up with the group's mean share. */
    public FairShare rejoinAt(double meanShare, Instant now) {
        requireRate(meanShare);
        var faded = advance(now, 0, false);
        var missing = Math.max(0, JOIN_WEIGHT - faded.presentSeconds);
        return new FairShare(faded.busySeconds + meanShare * missing, faded.presentSeconds + missing, faded.asOf);
    }

    /**
     * Reckons up to now; a clock that runs backwards counts as standing still.
     *
     * @param busyRate load / capacity since {@link #asOf}; above 1 (capacity was cut) counts as 1, unused while absent
     */
    public FairShare advance(Instant now, double busyRate, boolean present) {
        return advance(now, busyRate, present ? 1 : 0);
    }

    /** As {@link #advance}, for somebody whose seats are partly taken by open offers: their time counts neither way. */
    FairShare advance(Instant now, int load, int offered, int capacity, boolean present) {
        var asked = Math.min(1, (double) offered / Math.max(1, capacity));
        return advance(now, busyRate(load - offered, capacity), present ? 1 - asked : 0);
    }

    private FairShare advance(Instant now, double busyRate, double presentRate) {
        requireRate(Math.min(busyRate, 1));
        if (!now.isAfter(asOf)) {
            return this;
        }
        var seconds = (double) (now.getEpochSecond() - asOf.getEpochSecond()) + (now.getNano() - asOf.getNano()) * 1e-9;
        var kept = Math.exp(-DECAY_PER_SECOND * seconds);
        var whole = -Math.expm1(-DECAY_PER_SECOND * seconds) / DECAY_PER_SECOND;
        return new FairShare(
                busySeconds * kept + Math.min(busyRate, presentRate) * whole,
                presentSeconds * kept + presentRate * whole,
                now);
    }

    /** Busy time / present time, 0 to 1; 0 for somebody who was never present. */
    public double share() {
        return presentSeconds > 0 ? Math.min(1, busySeconds / presentSeconds) : 0;
    }

    /** How busy somebody is who holds so many tasks: load / capacity, 0 to 1; whoever holds any of capacity 0 is busy. */
    static double busyRate(int load, int capacity) {
        return load == 0 ? 0 : Math.min(1, (double) load / Math.max(1, capacity));
    }

    private static void requireRate(double rate) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("Not a share from 0 to 1: " + rate);
        }
    }
}
