package dev.warren.server.messaging;

import com.rabbitmq.client.AMQP.BasicProperties;

/**
 * A message to be published.
 *
 * @param mandatory whether it counts as lost when no queue takes it
 */
record Outgoing(String exchange, String routingKey, boolean mandatory, BasicProperties properties, byte[] body) {}
