package dev.warren.server.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.messaging.simp.user.SimpUserRegistry;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeTypeUtils;

import lombok.RequiredArgsConstructor;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.messaging.Writer;

/**
 * Shows the counters to those who watch them: at most once a second, and only when somebody does and something changed.
 * It looks at the sums instead of listening to changes, because most of those happen on other servers.
 */
@Component
@RequiredArgsConstructor
class StatisticsPush {

    private static final String TOPIC = "/topic/statistics";

    private final Counters counters;
    private final Writer writer;
    private final SimpUserRegistry users;
    private final SimpMessagingTemplate stomp;
    private final JsonMapper json;
    private final Clock clock;

    private volatile Map<Cell, Long> shown = Map.of();

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void show() {
        if (users.findSubscriptions(it -> TOPIC.equals(it.getDestination())).isEmpty()) {
            shown = Map.of(); // the next who comes gets a frame at once
            return;
        }
        var cells = counters.read();
        if (!cells.equals(shown)) {
            var headers = SimpMessageHeaderAccessor.create();
            headers.setContentType(MimeTypeUtils.APPLICATION_JSON);
            headers.setLeaveMutable(true);
            var body = json.writeValueAsString(Statistics.of(cells, clock.instant(), writer.figures()));
            stomp.send(TOPIC, MessageBuilder.createMessage(body.getBytes(UTF_8), headers.getMessageHeaders()));
            shown = cells;
        }
    }
}
