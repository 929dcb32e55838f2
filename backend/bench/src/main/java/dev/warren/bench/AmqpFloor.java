package dev.warren.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.ConnectionFactory;

/** Confirmed publish to delivery through a transient queue, publisher and consumer in this process. */
final class AmqpFloor {

    private static final int PER_SECOND = 200;
    private static final int WARM_UP = 100;
    private static final int MESSAGES = 600;
    private static final int BODY_BYTES = 300;
    private static final long CONFIRM_TIMEOUT_MILLIS = 5_000;

    private AmqpFloor() {}

    /** Milliseconds from before the publish to the delivery. */
    static Distribution measure(String uri) throws InterruptedException {
        var factory = new ConnectionFactory();
        try {
            factory.setUri(uri);
            try (var connection = factory.newConnection("warren-bench floor");
                    var publisher = connection.createChannel();
                    var consumer = connection.createChannel()) {
                Queue<Double> figures = new ConcurrentLinkedQueue<>();
                var queue = consumer.queueDeclare().getQueue();
                consumer.basicConsume(
                        queue,
                        true,
                        (tag, delivery) -> figures.add((System.nanoTime()
                                        - ByteBuffer.wrap(delivery.getBody()).getLong())
                                / 1e6),
                        tag -> {});
                publisher.confirmSelect();
                for (var i = 0; i < WARM_UP + MESSAGES; i++) {
                    if (i == WARM_UP) {
                        figures.clear();
                    }
                    var start = System.nanoTime();
                    var body = ByteBuffer.allocate(BODY_BYTES).putLong(start).array();
                    publisher.basicPublish("", queue, null, body);
                    publisher.waitForConfirmsOrDie(CONFIRM_TIMEOUT_MILLIS);
                    var pause = start + TimeUnit.SECONDS.toNanos(1) / PER_SECOND - System.nanoTime();
                    TimeUnit.NANOSECONDS.sleep(Math.max(0, pause));
                }
                return Distribution.of(figures);
            }
        } catch (IOException | TimeoutException | URISyntaxException | GeneralSecurityException e) {
            throw new CannotRun("The broker floor: " + e, e);
        }
    }
}
