package dev.warren.server.notification;

import java.util.List;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.messaging.LiveListener;

/** Pushes what another server's commit wrote to the feeds of those who are connected here. */
@Component
@RequiredArgsConstructor
class FeedRelay implements LiveListener {

    static final String TOPIC = "notification.feed";

    private final Push push;
    private final JsonMapper json;

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void received(JsonNode payload) {
        push.toFeeds(List.of(json.treeToValue(payload, Push.Frame[].class)));
    }
}
