package dev.warren.server.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.socket.messaging.StompSubProtocolErrorHandler;

import lombok.extern.slf4j.Slf4j;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/**
 * Every refusal as an ERROR frame: the stable code in {@code message}, the sentence in the body. An ERROR frame ends the
 * connection, as STOMP demands.
 */
@Slf4j
final class StompErrors extends StompSubProtocolErrorHandler {

    /** The frame that ends a session. */
    static Message<byte[]> frame(String session, Problem problem) {
        var headers = StompHeaderAccessor.create(StompCommand.ERROR);
        headers.setSessionId(session);
        return frame(headers, problem);
    }

    @Override
    public Message<byte[]> handleClientMessageProcessingError(@Nullable Message<byte[]> message, Throwable error) {
        var headers = StompHeaderAccessor.create(StompCommand.ERROR);
        var client = message == null ? null : MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        if (client != null && client.getReceipt() != null) {
            headers.setReceiptId(client.getReceipt());
        }
        return frame(headers, problem(client, error));
    }

    private static Problem problem(@Nullable StompHeaderAccessor client, Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof DataAccessException) {
                log.warn("A frame could not be handled: {}", cause.getMessage());
                return new Problem(ProblemCode.DEPENDENCY_DOWN, "The database is away. Try again shortly.");
            }
        }
        log.debug("A frame could not be read", error);
        if (client != null && error instanceof IllegalStateException) { // Spring keeps the order of frames itself
            return client.getCommand() == StompCommand.CONNECT
                    ? new Problem(ProblemCode.FORBIDDEN, "The session is connected already.")
                    : new Problem(ProblemCode.UNAUTHENTICATED, "The first frame must be CONNECT.");
        }
        return new Problem(ProblemCode.BAD_REQUEST, "That is not a STOMP frame that Warren understands.");
    }

    private static Message<byte[]> frame(StompHeaderAccessor headers, Problem problem) {
        headers.setMessage(problem.getCode().code());
        headers.setContentType(MimeTypeUtils.TEXT_PLAIN);
        headers.setLeaveMutable(true);
        var detail = Objects.requireNonNullElse(problem.getMessage(), "");
        return MessageBuilder.createMessage(detail.getBytes(UTF_8), headers.getMessageHeaders());
    }
}
