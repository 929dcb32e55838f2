package dev.warren.server.dispatch.strategy;

import java.util.List;

/** A requirement group within a round: the seats that are eligible for it, and its rescue counter. */
final class Group {

    final List<Seat> seats;
    final int noSkill;
    final int noRegion;
    private int sinceRescue;

    Group(List<Seat> seats, int noSkill, int noRegion, int sinceRescue) {
        this.seats = seats;
        this.noSkill = noSkill;
        this.noRegion = noRegion;
        this.sinceRescue = sinceRescue;
        seats.forEach(seat -> seat.groups.add(this));
    }

    int sinceRescue() {
        return sinceRescue;
    }

    boolean isDue(int rescueEvery) {
        return sinceRescue >= rescueEvery - 1;
    }

    /** Counts an assignment to one of the seats; stops where the turn is due, so turns cannot be saved up. */
    void countAssignment(int rescueEvery) {
        sinceRescue = Math.min(sinceRescue + 1, rescueEvery - 1);
    }

    void restart() {
        sinceRescue = 0;
    }
}
