package dev.warren.server.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessagingException;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.messaging.simp.user.SimpUserRegistry;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeTypeUtils;

import lombok.extern.slf4j.Slf4j;

/**
 * Sends to the STOMP sessions of this server. One thread keeps the order; it never waits for a socket. Frames that do
 * not fit into the waiting line are dropped, oldest first: the feed heals that, and nobody waits for it.
 */
@Slf4j
@Component
class Push {

    private static final int MAX_WAITING = 4_096;
    private static final RejectedExecutionHandler DROP_OLDEST = new ThreadPoolExecutor.DiscardOldestPolicy();

    private final SimpMessagingTemplate stomp;
    private final SimpUserRegistry users;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING), Push::thread, Push::drop);

    /** Lazy, because the STOMP configuration that makes both also asks for what pushes when somebody subscribes. */
    Push(@Lazy SimpMessagingTemplate stomp, @Lazy SimpUserRegistry users) {
        this.stomp = stomp;
        this.users = users;
    }

    /** A JSON body for the feed of one account. */
    record Frame(UUID account, String body) {}

    /** Sends each frame to all sessions that its account has here; returns at once. */
    void toFeeds(List<Frame> frames) {
        thread.execute(() -> frames.forEach(it -> toFeed(it, null)));
    }

    /** Sends a frame to one session of its account; returns at once. */
    void toSession(Frame frame, String session) {
        thread.execute(() -> toFeed(frame, session));
    }

    /** Sends a JSON body, made on the pushing thread, to all who subscribed here; returns at once. */
    void toTopic(Destination topic, Supplier<String> body) {
        thread.execute(() -> send(topic.path(), message(body.get(), null)));
    }

    private void toFeed(Frame frame, @Nullable String session) {
        var name = frame.account().toString();
        if (users.getUser(name) != null) {
            send("/user/" + name + "/queue/feed", message(frame.body(), session));
        }
    }

    private void send(String destination, Message<byte[]> message) {
        try {
            stomp.send(destination, message);
        } catch (MessagingException e) {
            log.warn("Could not push to {}: {}", destination, e.getMessage());
        }
    }

    private static Message<byte[]> message(String body, @Nullable String session) {
        var headers = SimpMessageHeaderAccessor.create();
        headers.setContentType(MimeTypeUtils.APPLICATION_JSON);
        headers.setLeaveMutable(true);
        if (session != null) {
            headers.setSessionId(session);
        }
        return MessageBuilder.createMessage(body.getBytes(UTF_8), headers.getMessageHeaders());
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "warren-push");
        thread.setDaemon(true);
        return thread;
    }

    private static void drop(Runnable work, ThreadPoolExecutor executor) {
        log.warn("Pushing cannot keep up: a frame is dropped, its readers will ask for it");
        DROP_OLDEST.rejectedExecution(work, executor);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
