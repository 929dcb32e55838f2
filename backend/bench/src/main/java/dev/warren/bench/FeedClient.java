package dev.warren.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;

import dev.warren.bench.Api.Call;
import dev.warren.bench.Facts.Person;

/**
 * Keeps one employee's feed complete: by STOMP with reconnects and fetched gaps, or by polling. Lives on its owner's
 * thread; the socket's thread only puts jobs into the inbox.
 */
final class FeedClient implements AutoCloseable {

    private static final Duration POLL_PERIOD = Duration.ofMillis(250);
    private static final int PAGE = 200;

    private final Channel channel;
    private final Person person;
    private final Session session;
    private final Facts facts;
    private final Feed feed;
    private final LinkedBlockingQueue<Job> inbox = new LinkedBlockingQueue<>();
    private @Nullable StompSession stomp;
    private int failedConnects;
    private long connectAtNanos = System.nanoTime();
    private long pollAtNanos = System.nanoTime();
    private long napAtNanos = Long.MAX_VALUE;

    /**
     * How a run reaches the servers.
     *
     * @param polling no WebSocket is opened
     * @param napMillis how long a connection lasts in the mean before the laptop sleeps, and for how long; 0 for never
     */
    record Channel(Api api, ScheduledExecutorService timer, boolean polling, int napMillis) {}

    private interface Job {
        void run() throws InterruptedException;
    }

    FeedClient(Channel channel, Person person, Session session, Facts facts, Feed.Listener listener) {
        this.channel = channel;
        this.person = person;
        this.session = session;
        this.facts = facts;
        this.feed = new Feed(listener);
    }

    /** First connection; a failed one is repeated within {@link #await}. */
    void open() throws InterruptedException {
        if (!channel.polling()) {
            connect();
        }
    }

    /** Takes what has arrived, waiting for it until the given time at most. */
    void await(long untilNanos) throws InterruptedException {
        napWhenTired();
        var due = stomp == null ? untilNanos : Math.min(untilNanos, napAtNanos);
        if (channel.polling()) {
            due = Math.min(due, pollAtNanos);
        } else if (stomp == null) {
            due = Math.min(due, connectAtNanos);
        }
        var job = inbox.poll(Math.max(0, due - System.nanoTime()), TimeUnit.NANOSECONDS);
        for (; job != null; job = inbox.poll()) {
            job.run();
        }
        if (channel.polling() && System.nanoTime() >= pollAtNanos) {
            fetchMissing();
            pollAtNanos = System.nanoTime() + POLL_PERIOD.toNanos();
        } else if (!channel.polling() && stomp == null && System.nanoTime() >= connectAtNanos) {
            connect();
        }
    }

    /** The connection is gone without a word, as when a lid is closed. */
    private void napWhenTired() {
        if (stomp != null && System.nanoTime() >= napAtNanos) {
            close();
            facts.naps.increment();
            connectAtNanos = System.nanoTime() + nap();
        }
    }

    private long nap() {
        return TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(2L * channel.napMillis() + 1));
    }

    /** Ends a waiting {@link #await}; may be called by any thread. */
    void wake() {
        inbox.add(() -> {});
    }

    /** Fetches the last entries and writes down how the feed did. */
    void conclude() throws InterruptedException {
        var head = fetchMissing();
        facts.feeds.add(feed.facts(person.workerId(), head));
    }

    @Override
    public void close() {
        if (stomp != null) {
            stomp.close();
            stomp = null;
        }
    }

    private void connect() throws InterruptedException {
        try {
            var connected = StompSession.connect(
                    channel.api().getHttp(),
                    session.base(),
                    session.token(),
                    channel.timer(),
                    frame -> pushed(frame, System.nanoTime()),
                    this::lost);
            connected.subscribe("feed", "/user/queue/feed");
            stomp = connected;
            napAtNanos = channel.napMillis() == 0 ? Long.MAX_VALUE : System.nanoTime() + nap();
            failedConnects = 0;
            fetchMissing();
        } catch (IOException e) {
            facts.connectionLosses.add(String.valueOf(e.getMessage()));
            failedConnects++;
            session.failOver();
            connectAtNanos = System.nanoTime() + Backoff.after(failedConnects).toNanos();
        }
    }

    private void lost(String reason) {
        facts.connectionLosses.add(reason);
        inbox.add(() -> {
            close();
            connectAtNanos = System.nanoTime() + Backoff.after(0).toNanos();
        });
    }

    private void pushed(StompFrame frame, long receivedNanos) {
        try {
            var body = Api.JSON.readTree(frame.body());
            inbox.add(() -> {
                if (feed.frame(body, receivedNanos)) {
                    fetchMissing();
                }
            });
        } catch (JacksonException e) {
            facts.clientFailures.add(person.username() + " was pushed what is not JSON: " + frame.body());
        }
    }

    /** Fills the feed up to the server's head and tells it. */
    private long fetchMissing() throws InterruptedException {
        while (true) {
            var path = "/me/feed?after=" + feed.getLast() + "&size=" + PAGE;
            var page = session.call(Call.get(path)).orFail("The feed").body();
            if (!feed.page(page, System.nanoTime())) {
                return page.path("head").asLong(feed.getLast());
            }
        }
    }
}
