package dev.warren.server.workforce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.messaging.EventLog;

/** When somebody was at work, from the log of their coming and going. */
@Component
@RequiredArgsConstructor
public class TimeAtWork {

    /** How many of the newest changes of a worker are looked at: far more than a day has. */
    private static final int CHANGES = 500;

    private final EventLog log;
    private final JsonMapper json;

    /** The spans between the two instants in which the worker was available or busy, in their order. */
    public List<Span> spans(WorkerView worker, Instant from, Instant until) {
        var spans = new ArrayList<Span>();
        @Nullable Presence presence = null;
        var since = from;
        for (var event : log.history(worker.id(), Math.max(0, worker.version() - CHANGES), CHANGES)) {
            if (!event.type().equals("worker.presence-changed")) {
                continue;
            }
            var change = json.readTree(event.payload());
            var before = presence == null ? presence(change, "from") : presence;
            if (event.occurred().isAfter(from)) {
                add(spans, before, since, event.occurred());
                since = event.occurred();
            }
            presence = presence(change, "to");
        }
        add(spans, presence == null ? worker.presence() : presence, since, until);
        return spans;
    }

    private static void add(List<Span> spans, Presence presence, Instant from, Instant until) {
        if (presence.isAtWork() && from.isBefore(until)) {
            spans.add(new Span(from, until));
        }
    }

    private static Presence presence(JsonNode change, String field) {
        return Presence.valueOf(change.path(field).asString());
    }
}
