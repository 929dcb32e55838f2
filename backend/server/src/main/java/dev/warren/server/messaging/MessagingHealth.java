package dev.warren.server.messaging;

import java.time.Clock;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

/** How this server stands with the broker. */
@Component
@RequiredArgsConstructor
public class MessagingHealth {

    private final Broker broker;
    private final OutboxMark mark;
    private final OutboxRelay relay;
    private final Live live;
    private final Clock clock;

    /**
     * A reading without any call to a server.
     *
     * @param up whether the broker is connected and takes messages
     * @param product what the broker calls itself, null while it is away
     * @param eventsBehind committed here and not yet confirmed by the broker
     * @param oldestSeconds how long the oldest of them has been waiting
     * @param hintsDropped live hints lost since the start; they heal by themselves
     */
    public record State(
            boolean up, @Nullable String product, long eventsBehind, long oldestSeconds, long hintsDropped) {}

    public State state() {
        var product = broker.product();
        var oldest = relay.oldest();
        return new State(
                product != null && !broker.blocked(),
                product,
                mark.get().behind(),
                oldest == null ? 0 : Duration.between(oldest, clock.instant()).toSeconds(),
                live.dropped());
    }
}
