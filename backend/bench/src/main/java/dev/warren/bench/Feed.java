package dev.warren.bench;

import java.util.ArrayList;
import java.util.List;

import lombok.Getter;
import lombok.RequiredArgsConstructor;
import tools.jackson.databind.JsonNode;

import dev.warren.bench.Facts.FeedFacts;

/**
 * One user's feed put together from pushed frames and fetched pages: accepts each sequence once and in order. Used by
 * one thread.
 */
@RequiredArgsConstructor
final class Feed {

    private final Listener listener;

    @Getter
    private long last;

    private long repeats;
    private long gaps;
    private long healed;
    private final List<String> defects = new ArrayList<>();

    /** Gets each entry once, in order of sequence. */
    interface Listener {
        void entry(JsonNode entry, long receivedNanos, boolean healed);
    }

    /** Takes a pushed frame, one entry or several; true when entries are missing that must be fetched. */
    boolean frame(JsonNode body, long receivedNanos) {
        if (body.isArray() || body.path("entries").isArray()) {
            var behind = false;
            for (var entry : body.isArray() ? body : body.path("entries")) {
                behind |= frame(entry, receivedNanos);
            }
            return behind;
        }
        if (body.path("type").asString("").equals("feed.head")) {
            return headOf(body) > last;
        }
        var seq = body.path("seq").asLong(0);
        if (seq <= last) {
            repeats++;
            return false;
        }
        if (seq > last + 1) {
            gaps++;
            return true;
        }
        last = seq;
        listener.entry(body, receivedNanos, false);
        return false;
    }

    /** Takes a page asked for with {@code after=}{@link #getLast()}; true when there is more to fetch. */
    boolean page(JsonNode page, long receivedNanos) {
        for (var entry : page.path("entries")) {
            var seq = entry.path("seq").asLong(0);
            if (seq != last + 1) {
                defects.add("entry " + seq + " follows " + last + " in the fetched feed");
            }
            if (seq > last) {
                last = seq;
                healed++;
                listener.entry(entry, receivedNanos, true);
            }
        }
        return page.path("entries").size() > 0 && page.path("head").asLong(0) > last;
    }

    FeedFacts facts(String workerId, long head) {
        return new FeedFacts(workerId, last, head, repeats, gaps, healed, List.copyOf(defects));
    }

    private static long headOf(JsonNode frame) {
        for (var place : List.of(frame.path("head"), frame.path("data").path("head"), frame.path("seq"))) {
            if (place.isNumber()) {
                return place.asLong();
            }
        }
        return 0;
    }
}
