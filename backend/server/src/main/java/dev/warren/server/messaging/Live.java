package dev.warren.server.messaging;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;

import lombok.extern.slf4j.Slf4j;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hints from server to server, one transient message for a whole commit. Nothing may rely on their arrival: feeds heal
 * by their gaps, rounds by their schedule. While the broker is away the oldest hints make room for the newest.
 */
@Slf4j
@Component
public class Live implements SmartLifecycle {

    private static final int MAX_WAITING = 1_000;
    private static final BasicProperties TRANSIENT = new BasicProperties.Builder()
            .contentType("application/json")
            .deliveryMode(1)
            .build();

    private final LinkedBlockingDeque<List<Item>> waiting = new LinkedBlockingDeque<>(MAX_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicInteger subscriptions = new AtomicInteger();
    private final Thread thread = new Thread(this::run, "warren-live");

    private final Broker broker;
    private final String self;
    private final ObjectProvider<LiveListener> listeners;
    private final JsonMapper json;

    private volatile boolean running;
    private @Nullable Channel channel;

    Live(Broker broker, ServerIdentity server, ObjectProvider<LiveListener> listeners, JsonMapper json) {
        this.broker = broker;
        this.self = server.id().toString();
        this.listeners = listeners;
        this.json = json;
    }

    record Item(String topic, Object payload) {}

    private record Sent(String server, List<Item> items) {}

    private record Received(String server, List<ReceivedItem> items) {}

    private record ReceivedItem(String topic, JsonNode payload) {}

    /**
     * Tells the other servers at once. Inside a transaction use {@link Change#hint} instead.
     *
     * @param payload immutable; written as JSON later, on another thread
     */
    public void publish(String topic, Object payload) {
        send(List.of(new Item(topic, payload)));
    }

    /** How many messages made room for newer ones since the start. */
    long dropped() {
        return dropped.get();
    }

    void send(List<Item> items) {
        if (!items.isEmpty()) {
            while (!waiting.offer(items)) {
                if (waiting.poll() != null) {
                    dropped.incrementAndGet();
                }
            }
        }
    }

    private void run() {
        int failures = 0;
        while (running) {
            try {
                var items = waiting.poll(1, TimeUnit.SECONDS);
                if (items != null && !transmit(items)) {
                    failures++;
                    if (!waiting.offerFirst(items)) {
                        dropped.incrementAndGet();
                    }
                    Thread.sleep(Backoff.millis(failures));
                } else {
                    failures = 0;
                }
            } catch (InterruptedException e) {
                running = false;
            }
        }
    }

    private boolean transmit(List<Item> items) {
        if (broker.blocked()) {
            return false;
        }
        try {
            var body = json.writeValueAsBytes(new Sent(self, items));
            if (channel == null || !channel.isOpen()) {
                channel = broker.publisherChannel();
            }
            channel.basicPublish(Names.LIVE, "hint", TRANSIENT, body);
            return true;
        } catch (JacksonException e) {
            log.error("A hint cannot be written as JSON: {}", items, e);
            return true;
        } catch (IOException | RuntimeException e) {
            log.debug("Hints wait for the broker", e);
            return false;
        }
    }

    /** A name of its own each time: the broker may not know yet that the last connection is gone. */
    private void listen(Channel channel) throws IOException {
        var queue = "%s.%s.%d".formatted(Names.LIVE, self, subscriptions.incrementAndGet());
        channel.queueDeclare(queue, false, true, true, null);
        channel.queueBind(queue, Names.LIVE, "#");
        channel.basicConsume(queue, true, (tag, message) -> received(message), tag -> channel.abort());
    }

    private void received(Delivery message) {
        try {
            var received = json.readValue(message.getBody(), Received.class);
            if (!received.server().equals(self)) {
                received.items().forEach(this::deliver);
            }
        } catch (RuntimeException e) {
            log.warn("Cannot read a hint: {}", e.toString());
        }
    }

    private void deliver(ReceivedItem item) {
        listeners.stream().filter(it -> it.topic().equals(item.topic())).forEach(it -> {
            try {
                it.received(item.payload());
            } catch (RuntimeException e) {
                log.error("{} failed on a hint", it, e);
            }
        });
    }

    @Override
    public void start() {
        running = true;
        broker.subscribe(this::listen);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Broker.PHASE + 10;
    }
}
