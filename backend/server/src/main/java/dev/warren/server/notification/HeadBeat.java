package dev.warren.server.notification;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataAccessException;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.simp.user.SimpUser;
import org.springframework.messaging.simp.user.SimpUserRegistry;
import org.springframework.messaging.simp.user.UserDestinationMessageHandler;
import org.springframework.messaging.support.ExecutorChannelInterceptor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import lombok.extern.slf4j.Slf4j;

/**
 * Tells every session the last number of its feed: at once when it subscribes, then each 10 s. A client that has less
 * asks for the rest, so that even a lost last frame is noticed.
 */
@Slf4j
@Component
class HeadBeat implements ExecutorChannelInterceptor {

    private final Feed feed;
    private final Push push;
    private final SimpUserRegistry users;
    private final Clock clock;

    HeadBeat(Feed feed, Push push, @Lazy SimpUserRegistry users, Clock clock) {
        this.feed = feed;
        this.push = push;
        this.users = users;
        this.clock = clock;
    }

    /** One query for all, however many they are. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void beat() {
        var accounts = users.getUsers().stream()
                .map(SimpUser::getName)
                .map(UUID::fromString)
                .toList();
        var heads = feed.heads(accounts);
        push.toFeeds(accounts.stream()
                .map(it -> frame(it, heads.getOrDefault(it, 0L)))
                .toList());
    }

    /** Called when the subscription is in force: from here on no entry is missed. */
    @Override
    public void afterMessageHandled(
            Message<?> message, MessageChannel channel, MessageHandler handler, @Nullable Exception exception) {
        var headers = message.getHeaders();
        var session = SimpMessageHeaderAccessor.getSessionId(headers);
        var user = SimpMessageHeaderAccessor.getUser(headers);
        if (handler instanceof UserDestinationMessageHandler
                && SimpMessageHeaderAccessor.getMessageType(headers) == SimpMessageType.SUBSCRIBE
                && Destination.FEED.path().equals(SimpMessageHeaderAccessor.getDestination(headers))
                && session != null
                && user != null) {
            greet(UUID.fromString(user.getName()), session);
        }
    }

    private void greet(UUID account, String session) {
        try {
            var heads = feed.heads(List.of(account));
            push.toSession(frame(account, heads.getOrDefault(account, 0L)), session);
        } catch (DataAccessException e) {
            log.warn("A new session is not told its head, the next beat will: {}", e.getMessage());
        }
    }

    private Push.Frame frame(UUID account, long head) {
        return new Push.Frame(
                account,
                "{\"type\":\"feed.head\",\"seq\":%d,\"head\":%d,\"at\":\"%s\"}".formatted(head, head, clock.instant()));
    }
}
