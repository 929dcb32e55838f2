package dev.warren.server.workforce;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import lombok.experimental.Accessors;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Actor;

/**
 * A worker while being changed: the row is locked. Obtained from {@link Workers#lock}, written back by
 * {@link Workers#save}. Whatever changes the load or the presence first settles the fair share up to now.
 */
@Getter
@Accessors(fluent = true)
@AllArgsConstructor(access = AccessLevel.PACKAGE)
public final class Worker {

    private static final int MOST_MISSED = 2;

    private final UUID id;
    private final String username;
    private String displayName;
    private @Nullable String region;
    private int capacity;
    private int load;

    /** How many of the load are offers that wait for an answer. */
    private int offered;

    /** Seats kept free for tasks on hold that shall go on. */
    private int kept;

    private long loadVersion;
    private int missedOffers;
    private Whereabouts whereabouts;

    /** Whether it has been told that the presence should have ended. */
    private boolean overdueTold;

    /** Where the worker was before being lost; only while unreachable. */
    private @Nullable Whereabouts beforeLost;

    private Instant presenceSince;
    private Instant idleSince;
    private FairShare share;
    private int version;

    @Getter(AccessLevel.PACKAGE)
    private byte[] chain;

    public Presence presence() {
        return whereabouts.presence();
    }

    /** Here, and below capacity. */
    public boolean isFree() {
        return presence() == Presence.AVAILABLE && load + kept < capacity;
    }

    /** Whether one task more can be worked on, whatever seats are kept. */
    public boolean hasSeat() {
        return load < capacity;
    }

    /** One task more. The caller has checked {@link #isFree()}; the time of the assignment is the end of being idle. */
    public void take(Change change) {
        settle(change.now());
        load++;
        loadVersion++;
        idleSince = change.now();
    }

    /** One task less. After the end of the shift, the last one is the way home. */
    public void release(Change change) {
        standUp(change);
        leaveWhenDone(change);
    }

    private void standUp(Change change) {
        settle(change.now());
        load--;
        loadVersion++;
        idleSince = change.now();
    }

    private void leaveWhenDone(Change change) {
        boolean leaving = presence() == Presence.BUSY && whereabouts.reason() == PresenceReason.SHIFT_ENDED;
        if (load == 0 && leaving) {
            endShift(change);
        }
    }

    /** The next free seat is for a task on hold, even if there is none now. */
    public void keepSeat() {
        kept++;
    }

    /** A seat that was kept is taken, or no longer needed. */
    public void giveUpSeat() {
        kept--;
    }

    /** Is asked, and keeps a seat free meanwhile. The caller has checked {@link #isFree()}. */
    public void ask(Change change) {
        take(change);
        offered++;
    }

    /** Said yes: the seat was kept for this. */
    public void accept(Change change) {
        settle(change.now());
        offered--;
        loadVersion++;
        missedOffers = 0;
    }

    /** The offer is over. Being idle begins anew, so that saying no gets nobody to the front. */
    public void withdraw(Change change) {
        standUp(change);
        offered--;
        leaveWhenDone(change);
    }

    /** Said no, which is an answer. */
    public void decline(Change change) {
        withdraw(change);
        missedOffers = 0;
    }

    /** Did not answer; whoever misses {@link #MOST_MISSED} in a row is not there, and is sent on a break. */
    public void miss(Change change) {
        withdraw(change);
        missedOffers++;
        if (missedOffers >= MOST_MISSED && presence() == Presence.AVAILABLE) {
            goes(Whereabouts.because(Presence.BREAK, PresenceReason.MISSED_OFFERS), 0, Actor.SYSTEM, change);
        }
    }

    /**
     * Comes, goes, or takes a break.
     *
     * @param groupShare the mean share of those with the same skills, at which somebody who comes back starts
     * @return whether that was a change
     */
    boolean goes(Whereabouts to, double groupShare, Actor actor, Change change) {
        if (to.equals(whereabouts)) {
            return false;
        }
        move(to, to.reason(), groupShare, actor, change);
        beforeLost = null;
        return true;
    }

    /** Cannot be reached any more. What is said of the presence stays, for the return. */
    void lose(Change change) {
        var before = whereabouts;
        move(
                before.become(Presence.UNREACHABLE, PresenceReason.LOST_CONTACT),
                PresenceReason.LOST_CONTACT,
                0,
                Actor.SYSTEM,
                change);
        beforeLost = before;
    }

    /** Can be reached again, and is where they were before. */
    void find(double groupShare, Change change) {
        move(Objects.requireNonNull(beforeLost), PresenceReason.BACK, groupShare, Actor.SYSTEM, change);
        beforeLost = null;
        leaveWhenDone(change); // the last task may have ended meanwhile
    }

    private void move(Whereabouts to, @Nullable PresenceReason why, double groupShare, Actor actor, Change change) {
        settle(change.now());
        var from = presence();
        if (to.presence().isAtWork() && !from.isAtWork()) {
            share = share.rejoinAt(groupShare, change.now());
            idleSince = change.now();
        }
        overdueTold = overdueTold && Objects.equals(to.until(), whereabouts.until());
        whereabouts = to;
        presenceSince = change.now();
        missedOffers = to.presence() == Presence.AVAILABLE ? 0 : missedOffers;
        version++;
        chain = change.record(
                new WorkerEvent.PresenceChanged(
                        id, version, from, to.presence(), why, to.kind(), to.note(), to.until()),
                actor,
                chain);
    }

    /**
     * The shift is over. Whoever still holds something is busy until it is done, and then goes home.
     *
     * @return whether that was a change
     */
    boolean endShift(Change change) {
        if (presence() == Presence.OFFLINE) {
            return false;
        }
        boolean works = load > 0 && presence().isHere();
        return goes(
                Whereabouts.because(works ? Presence.BUSY : Presence.OFFLINE, PresenceReason.SHIFT_ENDED),
                0,
                Actor.SYSTEM,
                change);
    }

    /** Should be back by now; nothing is switched, but it is told once. */
    void tellOverdue(Change change) {
        overdueTold = true;
        version++;
        chain = change.record(
                new WorkerEvent.PresenceOverdue(id, version, presence(), Objects.requireNonNull(whereabouts.until())),
                Actor.SYSTEM,
                chain);
    }

    /** Can do other things, or more or less at once. A cut of the capacity takes no work away; it only stops new work. */
    void become(
            String newName,
            Map<String, Integer> skills,
            int newCapacity,
            @Nullable String newRegion,
            Actor actor,
            Change change) {
        settle(change.now());
        displayName = newName;
        capacity = newCapacity;
        region = newRegion;
        version++;
        chain = change.record(
                new WorkerEvent.Changed(id, version, displayName, skills, capacity, region), actor, chain);
    }

    /** Keeps a seat for a while after a task. */
    void wrapUp(UUID assignment, Instant endsAt, Change change) {
        take(change);
        version++;
        chain = change.record(new WorkerEvent.WrapUpBegan(id, version, assignment, endsAt), Actor.SYSTEM, chain);
    }

    void endWrapUp(UUID assignment, Actor actor, Change change) {
        version++;
        chain = change.record(new WorkerEvent.WrapUpEnded(id, version, assignment), actor, chain);
        release(change);
    }

    /** Works at other times. */
    void plan(Schedule schedule, Actor actor, Change change) {
        version++;
        chain = change.record(new WorkerEvent.ScheduleChanged(id, version, schedule), actor, chain);
    }

    private void settle(Instant now) {
        share = share.advance(now, load, offered, capacity, presence().isAtWork());
    }
}
