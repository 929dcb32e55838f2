package dev.warren.server.messaging;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.RabbitUtils;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import com.rabbitmq.client.Channel;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

/**
 * The two connections to the broker: one to consume and one to publish, so that a publisher whom the broker slows down
 * does not slow the acknowledgements. The server starts without them; a thread keeps trying, declares what is missing
 * and opens the subscriptions again.
 */
@Slf4j
@Component
class Broker implements SmartLifecycle {

    /** The first to start and the last to stop of this module. */
    static final int PHASE = -20;

    private static final int ROUNDS_PER_DECLARATION = 5;

    private final ConnectionFactory consuming;
    private final ConnectionFactory publishing;
    private final List<Kept> subscriptions = new CopyOnWriteArrayList<>();

    private @Nullable ScheduledExecutorService keeper;
    private volatile @Nullable String product;
    private volatile boolean blocked;
    private int round;

    /** Begins to consume on a channel of its own; called again when that channel is gone. */
    interface Subscription {
        void open(Channel channel) throws IOException;
    }

    Broker(ConnectionFactory connections) {
        var publisher = connections.getPublisherConnectionFactory();
        consuming = connections;
        publishing = publisher == null ? connections : publisher;
        publishing.addConnectionListener(this::watchBlocking);
    }

    /** What the broker calls itself, or null while it is away. */
    @Nullable
    String product() {
        return product;
    }

    /** Whether the broker takes no messages at present, for want of memory or disk. */
    boolean blocked() {
        return blocked;
    }

    /** A new channel for publishing. Throws an {@code AmqpException} or an {@code IOException} when there is none. */
    Channel publisherChannel() throws IOException {
        return connected(publishing).getDelegate().createChannel();
    }

    void subscribe(Subscription subscription) {
        subscriptions.add(new Kept(subscription));
    }

    private void keep() {
        try {
            var connection = connected(consuming).getDelegate();
            if (product == null || round++ % ROUNDS_PER_DECLARATION == 0) {
                Topology.declare(connection);
            }
            for (var kept : subscriptions) {
                kept.reopen(connection);
            }
            if (product == null) {
                product = Topology.product(connection);
                log.info("Connected to {} at {}:{}", product, consuming.getHost(), consuming.getPort());
            }
        } catch (IOException | TimeoutException | RuntimeException e) {
            if (product != null || round == 0) {
                log.warn("The broker is away, trying again every second: {}", e.toString());
                log.debug("Cause", e);
            }
            round = 1;
            product = null;
        }
    }

    /** The factory notices only here, when a channel is asked for, that its connection is gone. */
    private static Connection connected(ConnectionFactory factory) {
        var connection = factory.createConnection();
        RabbitUtils.closeChannel(connection.createChannel(false));
        return connection;
    }

    private void watchBlocking(@Nullable Connection connection) {
        blocked = false;
        requireNonNull(connection).getDelegate().addBlockedListener(reason -> blocked = true, () -> blocked = false);
    }

    @Override
    public void start() {
        keeper = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "warren-broker"));
        keeper.scheduleWithFixedDelay(this::keep, 0, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        if (keeper != null) {
            keeper.shutdownNow();
            keeper = null;
        }
    }

    @Override
    public boolean isRunning() {
        return keeper != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @RequiredArgsConstructor
    private static final class Kept {

        private final Subscription subscription;
        private @Nullable Channel channel;

        void reopen(com.rabbitmq.client.Connection connection) throws IOException {
            if (channel != null && channel.isOpen()) {
                return;
            }
            var fresh = connection.createChannel();
            try {
                subscription.open(fresh);
                channel = fresh;
            } catch (IOException | RuntimeException e) {
                fresh.abort();
                throw e;
            }
        }
    }
}
