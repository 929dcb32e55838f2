package dev.warren.server.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.MessageChannel;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.handler.WebSocketHandlerDecoratorFactory;

import dev.warren.server.identity.TokenVerifier;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.Sql;

/**
 * The open connections of this server. Ends those that do not sign in within 5 s, and those whose token has expired or was
 * revoked: every token is verified again each 10 s.
 */
@Component
class StompSessions implements WebSocketHandlerDecoratorFactory {

    static final Duration SIGN_IN_WITHIN = Duration.ofSeconds(5);

    private final Map<String, StompSession> sessions = new ConcurrentHashMap<>();
    private final Map<Destination, AtomicInteger> subscribers = new EnumMap<>(Destination.class);

    private final MessageChannel outbound;
    private final TokenVerifier tokens;
    private final Clock clock;

    /** The channel is lazy, because the STOMP configuration that makes it needs these sessions. */
    StompSessions(
            @Lazy @Qualifier("clientOutboundChannel") MessageChannel outbound, TokenVerifier tokens, Clock clock) {
        this.outbound = outbound;
        this.tokens = tokens;
        this.clock = clock;
        for (var destination : Destination.values()) {
            subscribers.put(destination, new AtomicInteger());
        }
    }

    /** The session of an open connection. */
    StompSession get(String id) {
        var session = sessions.get(id);
        if (session == null) {
            throw new Problem(ProblemCode.UNAUTHENTICATED, "The connection is closed.");
        }
        return session;
    }

    /** Something came from the client of a session, be it a heart-beat. */
    void heard(String id) {
        var session = sessions.get(id);
        if (session != null) {
            session.heard(clock.instant());
        }
    }

    /** When something was last heard of the accounts that are connected here, as far as it was after that time. */
    Map<UUID, Instant> heardSince(Instant time) {
        var now = Sql.micros(clock.instant());
        var heard = new HashMap<UUID, Instant>();
        for (var session : sessions.values()) {
            var account = session.account();
            var at = Sql.micros(session.lastHeard(now));
            if (account != null && at.isAfter(time)) {
                heard.merge(account, at, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return heard;
    }

    void subscribe(String session, String subscription, Destination destination) {
        get(session).subscribe(subscription, destination);
        count(destination, 1);
    }

    void unsubscribe(String session, String subscription) {
        var destination = get(session).unsubscribe(subscription);
        if (destination != null) {
            count(destination, -1);
        }
    }

    /** Whether anybody on this server listens. */
    boolean anySubscriberOf(Destination destination) {
        return subscribers.getOrDefault(destination, new AtomicInteger()).get() > 0;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void endSilent() {
        var openedBefore = clock.instant().minus(SIGN_IN_WITHIN);
        sessions.forEach((id, session) -> {
            if (session.token() == null && !session.opened().isAfter(openedBefore)) {
                end(id, new Problem(ProblemCode.UNAUTHENTICATED, "No CONNECT frame with a token within 5 seconds."));
            }
        });
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void endExpired() {
        sessions.forEach((id, session) -> {
            var token = session.token();
            if (token != null) {
                verify(id, session, token);
            }
        });
    }

    private void verify(String id, StompSession session, String token) {
        try {
            if (!session.isOpenTo(tokens.verify(token).roles())) {
                end(id, new Problem(ProblemCode.FORBIDDEN, "The roles of this account have changed: connect again."));
            }
        } catch (Problem e) {
            end(id, new Problem(ProblemCode.UNAUTHENTICATED, "The token is no longer valid: connect again."));
        }
    }

    private void end(String session, Problem reason) {
        outbound.send(StompErrors.frame(session, reason));
    }

    private void count(Destination destination, int step) {
        subscribers.getOrDefault(destination, new AtomicInteger()).addAndGet(step);
    }

    @Override
    public WebSocketHandler decorate(WebSocketHandler handler) {
        return new WebSocketHandlerDecorator(handler) {

            @Override
            public void afterConnectionEstablished(WebSocketSession session) throws Exception {
                sessions.put(session.getId(), new StompSession(clock.instant()));
                super.afterConnectionEstablished(session);
            }

            @Override
            public void afterConnectionClosed(WebSocketSession session, CloseStatus status) throws Exception {
                var closed = sessions.remove(session.getId());
                if (closed != null) {
                    closed.unsubscribeAll().forEach(it -> count(it, -1));
                }
                super.afterConnectionClosed(session, status);
            }
        };
    }
}
