package dev.warren.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class FeedTests {

    private final List<Long> accepted = new ArrayList<>();
    private final Feed feed =
            new Feed((entry, nanos, healed) -> accepted.add(entry.path("seq").asLong()));

    @Test
    void dropsRepeatsBySequence() {
        push(1);
        push(2);
        push(1);
        push(2);

        assertThat(accepted).containsExactly(1L, 2L);
        assertThat(feed.facts("w", 2).repeats()).isEqualTo(2);
    }

    @Test
    void asksForWhatIsMissingAndTakesItInOrder() {
        push(1);
        var behind = push(4);

        assertThat(behind).isTrue();
        assertThat(accepted).containsExactly(1L);

        var more = feed.page(Api.JSON.readTree("{\"entries\":[{\"seq\":2},{\"seq\":3},{\"seq\":4}],\"head\":4}"), 0);

        assertThat(more).isFalse();
        assertThat(accepted).containsExactly(1L, 2L, 3L, 4L);
        assertThat(feed.facts("w", 4).healed()).isEqualTo(3);
        assertThat(feed.facts("w", 4).gaps()).isEqualTo(1);
    }

    @Test
    void noticesByTheHeadBeatThatTheLastPushIsMissing() {
        push(1);

        assertThat(frame("{\"type\":\"feed.head\",\"head\":1}")).isFalse();
        assertThat(frame("{\"type\":\"feed.head\",\"head\":2}")).isTrue();
        assertThat(frame("{\"type\":\"feed.head\",\"seq\":2}")).isTrue();
    }

    @Test
    void writesDownAHoleInAFetchedPage() {
        feed.page(Api.JSON.readTree("{\"entries\":[{\"seq\":1},{\"seq\":3}],\"head\":3}"), 0);

        assertThat(feed.facts("w", 3).defects()).singleElement().asString().contains("3 follows 1");
    }

    private boolean push(int seq) {
        return frame("{\"seq\":" + seq + ",\"type\":\"assignment.created\",\"data\":{}}");
    }

    private boolean frame(String json) {
        return feed.frame(Api.JSON.readTree(json), 0);
    }
}
