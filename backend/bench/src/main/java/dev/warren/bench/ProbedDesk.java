package dev.warren.bench;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import dev.warren.bench.Api.Call;

/** An employee with one task in hand, on the thread of whoever measures: gives it back done, and waits for the next. */
final class ProbedDesk implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final Team.Member member;
    private final FeedClient feed;
    private @Nullable String inHand;

    ProbedDesk(Team.Member member, FeedClient.Channel channel, Facts facts) throws InterruptedException {
        this.member = member;
        this.feed = new FeedClient(channel, member.person(), member.session(), facts, this::entry);
        feed.open();
    }

    /** Comes to work and gets a first task. */
    void arrive() throws InterruptedException {
        member.session()
                .call(Call.put("/me/presence", Map.of("status", "AVAILABLE")))
                .orFail("Being available");
        awaitTask();
    }

    /** Completes the task in hand; returns when the next one was pushed. */
    void next() throws InterruptedException {
        var done = inHand;
        inHand = null;
        member.session()
                .call(Call.post("/me/assignments/" + done + "/complete", Map.of("comment", "Done")))
                .orFail("Completing");
        awaitTask();
    }

    private void awaitTask() throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (inHand == null) {
            if (System.nanoTime() > deadline) {
                throw new CannotRun(member.person().username() + " got no task within " + PATIENCE_SECONDS + " s");
            }
            feed.await(deadline);
        }
    }

    private void entry(JsonNode entry, long receivedNanos, boolean healed) {
        if (entry.path("type").asString("").equals("assignment.created")) {
            inHand = entry.path("data").path("assignmentId").asString("");
        }
    }

    @Override
    public void close() {
        feed.close();
    }
}
