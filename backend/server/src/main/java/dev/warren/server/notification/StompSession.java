package dev.warren.server.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.warren.server.identity.Role;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/** One connection: since when, with which token, and what it subscribed to. */
final class StompSession {

    static final int MAX_SUBSCRIPTIONS = 50;
    static final int MAX_FRAMES_PER_MINUTE = 100;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Instant opened;
    private final Map<String, Destination> subscriptions = new HashMap<>();
    private @Nullable String token;
    private @Nullable UUID account;
    private boolean beats;
    private Instant heard;
    private Instant minuteStart;
    private int frames;

    StompSession(Instant opened) {
        this.opened = opened;
        this.heard = opened;
        this.minuteStart = opened;
    }

    Instant opened() {
        return opened;
    }

    /** The token of its CONNECT frame, null before. */
    synchronized @Nullable String token() {
        return token;
    }

    /** @param beats whether the client has announced heart-beats */
    synchronized void connected(String token, UUID account, boolean beats) {
        this.token = token;
        this.account = account;
        this.beats = beats;
    }

    /** Whose session it is, null before its CONNECT frame. */
    synchronized @Nullable UUID account() {
        return account;
    }

    /** Something came from the client, be it a heart-beat. */
    synchronized void heard(Instant now) {
        heard = now;
    }

    /** When the client last showed a sign of life; that it is connected is one when it sends no heart-beats. */
    synchronized Instant lastHeard(Instant now) {
        return beats ? heard : now;
    }

    /** Counts a frame from the client; heart-beats do not count. */
    synchronized void received(Instant now) {
        if (!now.isBefore(minuteStart.plus(MINUTE))) {
            minuteStart = now;
            frames = 0;
        }
        if (++frames > MAX_FRAMES_PER_MINUTE) {
            throw new Problem(ProblemCode.TOO_MANY_REQUESTS, "At most 100 frames a minute, apart from heart-beats.");
        }
    }

    synchronized void subscribe(String id, Destination destination) {
        if (subscriptions.size() == MAX_SUBSCRIPTIONS) {
            throw new Problem(ProblemCode.FORBIDDEN, "At most 50 subscriptions in one session.");
        }
        if (subscriptions.putIfAbsent(id, destination) != null) {
            throw new Problem(ProblemCode.FORBIDDEN, "This session already has a subscription of that id.");
        }
    }

    /** Returns what the subscription was for, null when there was none of that id. */
    synchronized @Nullable Destination unsubscribe(String id) {
        return subscriptions.remove(id);
    }

    /** Whether a user of these roles may have all that this session subscribed to. */
    synchronized boolean isOpenTo(Collection<Role> roles) {
        return subscriptions.values().stream().allMatch(it -> it.isOpenTo(roles));
    }

    /** Ends all subscriptions and returns what they were for. */
    synchronized Collection<Destination> unsubscribeAll() {
        var ended = List.copyOf(subscriptions.values());
        subscriptions.clear();
        return ended;
    }
}
