package dev.warren.server.messaging;

import tools.jackson.databind.JsonNode;

import dev.warren.server.shared.Actor;

/**
 * A message that has passed its schema.
 *
 * @param id by which {@link Inbox} knows it again, together with the queue as the consumer
 * @param actor {@code amqp:<user>} when the broker has checked the user, else {@code amqp}
 */
public record IncomingMessage(String id, String queue, JsonNode body, Actor actor) {}
