package dev.warren.server.messaging;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.RabbitUtils;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;

import lombok.RequiredArgsConstructor;

/** Publishes messages and returns only when the broker has taken charge of every one. Each user has its own. */
@RequiredArgsConstructor
class ConfirmedPublisher {

    private static final long CONFIRM_MILLIS = 5_000;

    private final Broker broker;
    private @Nullable Channel channel;
    private volatile @Nullable String returned;

    /**
     * Publishes in order, all in flight at once: give at most 1 000.
     *
     * @throws AmqpException when one was refused, came back though it is mandatory, or was not confirmed within five
     *     seconds; any of them may have arrived nevertheless
     */
    synchronized void publish(List<Outgoing> messages) {
        if (broker.blocked()) {
            throw new AmqpException("The broker takes no messages: it is short of memory or disk");
        }
        try {
            var open = channel();
            returned = null;
            for (var it : messages) {
                open.basicPublish(it.exchange(), it.routingKey(), it.mandatory(), it.properties(), it.body());
            }
            if (!open.waitForConfirms(CONFIRM_MILLIS)) {
                throw new AmqpException("The broker refused a message");
            }
            if (returned != null) {
                throw new AmqpException("No queue took a message for " + returned);
            }
        } catch (IOException | TimeoutException | ShutdownSignalException e) {
            discard();
            throw new AmqpException("The broker did not confirm", e);
        } catch (InterruptedException e) {
            discard();
            Thread.currentThread().interrupt();
            throw new AmqpException("Interrupted before the broker confirmed", e);
        }
    }

    private Channel channel() throws IOException {
        if (channel == null || !channel.isOpen()) {
            channel = broker.publisherChannel();
            channel.confirmSelect();
            channel.addReturnListener(it -> returned = it.getExchange() + "/" + it.getRoutingKey());
        }
        return channel;
    }

    private void discard() {
        if (channel != null) {
            RabbitUtils.closeChannel(channel);
            channel = null;
        }
    }
}
