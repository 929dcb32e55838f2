package dev.warren.server.dispatch.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The order in which Priority-fair would take those who are free for one task: for people to look at. */
public final class Ranking {

    /** Both have capacity, or they would be full. */
    private static final Comparator<Seat> BY_LOAD =
            (one, other) -> one.isLighterThan(other) ? -1 : other.isLighterThan(one) ? 1 : 0;

    private Ranking() {}

    /**
     * Whoever is eligible and free, the best first.
     *
     * @param requirement what the task needs, one of the snapshot's
     * @param seed of the lot; the next round draws another, so equals may change places
     */
    public static List<UUID> of(Snapshot snapshot, int requirement, Params params, long seed) {
        var seats = new ArrayList<Seat>();
        snapshot.candidates().forEach(it -> seats.add(new Seat(it, snapshot, params, seed)));
        var needed = Objects.requireNonNull(snapshot.requirements().get(requirement));
        return new Eligibility(seats)
                .groupOf(needed, 0).seats.stream()
                        .filter(it -> !it.isFull())
                        .sorted(BY_LOAD.thenComparing(Seat.BY_FIXED_TERMS))
                        .map(it -> it.candidate.id())
                        .toList();
    }
}
