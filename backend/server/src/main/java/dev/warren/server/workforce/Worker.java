package dev.warren.server.workforce;

import java.time.Instant;
import java.util.Map;
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
    private Presence presence;

    /** Why, when it was not the worker's own doing. */
    private @Nullable PresenceReason presenceReason;

    private Instant presenceSince;
    private Instant idleSince;
    private FairShare share;
    private int version;

    @Getter(AccessLevel.PACKAGE)
    private byte[] chain;

    /** Here, and below capacity. */
    public boolean isFree() {
        return presence == Presence.AVAILABLE && load + kept < capacity;
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

    /** One task less. */
    public void release(Change change) {
        settle(change.now());
        load--;
        loadVersion++;
        idleSince = change.now();
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
        release(change);
        offered--;
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
        if (missedOffers >= MOST_MISSED && presence == Presence.AVAILABLE) {
            goes(Presence.BREAK, PresenceReason.MISSED_OFFERS, 0, Actor.SYSTEM, change);
        }
    }

    /**
     * Comes, goes, or takes a break.
     *
     * @param groupShare the mean share of those with the same skills, at which somebody who comes back starts
     * @return whether that was a change
     */
    boolean goes(Presence to, double groupShare, Actor actor, Change change) {
        return goes(to, null, groupShare, actor, change);
    }

    private boolean goes(Presence to, @Nullable PresenceReason reason, double groupShare, Actor actor, Change change) {
        if (to == presence && reason == presenceReason) {
            return false;
        }
        settle(change.now());
        if (to.isAtWork() && !presence.isAtWork()) {
            share = share.rejoinAt(groupShare, change.now());
            idleSince = change.now();
        }
        var from = presence;
        presence = to;
        presenceReason = reason;
        presenceSince = change.now();
        missedOffers = to == Presence.AVAILABLE ? 0 : missedOffers;
        version++;
        chain = change.record(new WorkerEvent.PresenceChanged(id, version, from, to, reason), actor, chain);
        return true;
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

    private void settle(Instant now) {
        share = share.advance(now, load, offered, capacity, presence.isAtWork());
    }
}
