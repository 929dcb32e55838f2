package dev.warren.server.notification;

import java.time.Clock;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.TokenVerifier;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/** Looks at every frame from a client before anything else does. What is not allowed here ends the connection. */
@Component
@RequiredArgsConstructor
class StompGate implements ChannelInterceptor {

    private static final Set<String> VERSIONS = Set.of("1.1", "1.2");
    private static final String BEARER = "Bearer ";

    private final StompSessions sessions;
    private final TokenVerifier tokens;
    private final Clock clock;

    @Override
    public Message<?> preSend(Message<?> message, MessageChannel channel) {
        var frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        if (frame == null) {
            throw forbidden("Only STOMP frames are understood here.");
        }
        sessions.heard(session(frame));
        var command = frame.getCommand();
        if (frame.isHeartbeat() || command == StompCommand.DISCONNECT) {
            return message;
        }
        sessions.get(session(frame)).received(clock.instant());
        if (command == StompCommand.CONNECT || command == StompCommand.STOMP) {
            connect(frame);
        } else if (!(frame.getUser() instanceof Authentication who && who.getPrincipal() instanceof CurrentUser user)) {
            throw new Problem(ProblemCode.UNAUTHENTICATED, "The first frame must be CONNECT.");
        } else if (command == StompCommand.SUBSCRIBE) {
            subscribe(frame, user);
        } else if (command == StompCommand.UNSUBSCRIBE) {
            sessions.unsubscribe(session(frame), subscription(frame));
        } else {
            throw forbidden("Clients do not send " + command + " frames: what changes something goes to the REST API.");
        }
        return message;
    }

    private void connect(StompHeaderAccessor frame) {
        if (frame.getUser() != null) {
            throw forbidden("The session is connected already.");
        }
        var versions = frame.getAcceptVersion();
        if (versions.isEmpty() || versions.stream().map(String::strip).noneMatch(VERSIONS::contains)) {
            throw new Problem(ProblemCode.BAD_REQUEST, "Unsupported STOMP version: Warren speaks 1.1 and 1.2.");
        }
        var token = token(frame);
        if (token == null) {
            throw new Problem(
                    ProblemCode.UNAUTHENTICATED, "CONNECT needs the header 'Authorization: Bearer <access token>'.");
        }
        var user = tokens.verify(token);
        frame.setUser(user.authentication());
        sessions.get(session(frame)).connected(token, user.id(), frame.getHeartbeat()[0] > 0);
    }

    private void subscribe(StompHeaderAccessor frame, CurrentUser user) {
        var path = frame.getDestination();
        var destination = Destination.of(path == null ? "" : path)
                .filter(it -> it.isOpenTo(user.roles()))
                .orElseThrow(() -> forbidden("There is nothing here that you may subscribe to."));
        if (frame.getFirstNativeHeader("selector") != null) {
            throw forbidden("Selectors are not supported.");
        }
        sessions.subscribe(session(frame), subscription(frame), destination);
    }

    private static @Nullable String token(StompHeaderAccessor frame) {
        var authorization = frame.getFirstNativeHeader("Authorization");
        if (authorization != null) {
            return authorization.startsWith(BEARER) ? authorization.substring(BEARER.length()) : null;
        }
        return frame.getFirstNativeHeader("token");
    }

    private static String session(StompHeaderAccessor frame) {
        var session = frame.getSessionId();
        return session == null ? "" : session;
    }

    private static String subscription(StompHeaderAccessor frame) {
        var id = frame.getSubscriptionId();
        if (id == null) {
            throw new Problem(ProblemCode.BAD_REQUEST, "The frame needs the header 'id'.");
        }
        return id;
    }

    private static Problem forbidden(String detail) {
        return new Problem(ProblemCode.FORBIDDEN, detail);
    }
}
