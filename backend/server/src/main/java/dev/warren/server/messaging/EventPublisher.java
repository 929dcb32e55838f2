package dev.warren.server.messaging;

import java.util.List;

import com.rabbitmq.client.AMQP.BasicProperties;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.util.RawValue;

import dev.warren.contracts.EventEnvelope;

/** Puts lines of the log on {@code warren.events}, confirmed. Nobody has to listen there, so nothing is mandatory. */
final class EventPublisher extends ConfirmedPublisher {

    private final JsonMapper json;

    EventPublisher(Broker broker, JsonMapper json) {
        super(broker);
        this.json = json;
    }

    void publishEvents(List<EventLog.Entry> events) {
        publish(events.stream().map(this::message).toList());
    }

    private Outgoing message(EventLog.Entry event) {
        var envelope = new EventEnvelope(
                EventEnvelope.SPECVERSION,
                event.id(),
                event.type(),
                event.subject(),
                event.version(),
                event.queue(),
                event.occurred(),
                event.actorName(),
                JsonNodeFactory.instance.rawValueNode(new RawValue(event.payload())));
        var properties = new BasicProperties.Builder()
                .messageId(event.id())
                .type(event.type())
                .contentType("application/json")
                .deliveryMode(2)
                .build();
        return new Outgoing(
                Names.EVENTS, event.type() + "." + event.queue(), false, properties, json.writeValueAsBytes(envelope));
    }
}
