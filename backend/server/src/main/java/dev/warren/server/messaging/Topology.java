package dev.warren.server.messaging;

import static com.rabbitmq.client.BuiltinExchangeType.DIRECT;
import static com.rabbitmq.client.BuiltinExchangeType.TOPIC;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;

import lombok.extern.slf4j.Slf4j;

/**
 * Declares what is missing on the broker and deletes nothing. What is there already is taken as it is, so an operator
 * may declare a queue beforehand with other arguments. Only what RabbitMQ and Qpid have in common is used; the one
 * argument that differs is rendered here.
 */
@Slf4j
final class Topology {

    private Topology() {}

    static void declare(Connection connection) throws IOException, TimeoutException {
        exchange(connection, Names.EVENTS, TOPIC);
        exchange(connection, Names.COMMANDS, DIRECT);
        exchange(connection, Names.LIVE, TOPIC);
        exchange(connection, Names.DEAD_LETTERS, DIRECT);
        queue(connection, Names.COMMANDS, Names.TASK_INTAKE, priorities(product(connection)));
        queue(connection, Names.DEAD_LETTERS, Names.DEAD_LETTERS, Map.of());
    }

    static String product(Connection connection) {
        return String.valueOf(connection.getServerProperties().get("product"));
    }

    /**
     * Strict priority needs a classic queue on RabbitMQ, whatever the virtual host's default type is; Broker-J closes
     * the connection on any argument that it does not know.
     */
    static Map<String, Object> priorities(String product) {
        return product.equalsIgnoreCase("RabbitMQ")
                ? Map.of("x-queue-type", "classic", "x-max-priority", Names.PRIORITIES)
                : Map.of("type", "priority", "priorities", Names.PRIORITIES + 1);
    }

    private static void exchange(Connection connection, String name, BuiltinExchangeType type)
            throws IOException, TimeoutException {
        if (!exists(connection, channel -> channel.exchangeDeclarePassive(name))) {
            with(connection, channel -> channel.exchangeDeclare(name, type, true));
            log.info("Declared exchange {}", name);
        }
    }

    private static void queue(Connection connection, String exchange, String name, Map<String, Object> arguments)
            throws IOException, TimeoutException {
        if (!exists(connection, channel -> channel.queueDeclarePassive(name))) {
            with(connection, channel -> channel.queueDeclare(name, true, false, false, arguments));
            log.info("Declared queue {}", name);
        }
        with(connection, channel -> channel.queueBind(name, exchange, name));
    }

    private interface Call {
        void on(Channel channel) throws IOException;
    }

    private static void with(Connection connection, Call call) throws IOException, TimeoutException {
        try (var channel = connection.createChannel()) {
            call.on(channel);
        }
    }

    /** A miss closes the channel, not the connection. */
    private static boolean exists(Connection connection, Call passive) throws IOException, TimeoutException {
        var channel = connection.createChannel();
        try {
            passive.on(channel);
            return true;
        } catch (IOException e) {
            if (channel.isOpen() || !connection.isOpen()) {
                throw e;
            }
            return false;
        } finally {
            if (channel.isOpen()) {
                channel.close();
            }
        }
    }
}
