package dev.warren.bench;

import java.io.PrintStream;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What a measurement has to work with.
 *
 * @param runId short, unique, part of every name that the run creates
 * @param since earlier than anything that the run creates, by the server's clock
 * @param progress where progress goes
 */
record Context(
        Options options,
        String runId,
        Instant since,
        Api api,
        Session admin,
        Floors.Addresses floors,
        ScheduledExecutorService timer,
        PrintStream progress) {

    FeedClient.Channel channel() {
        return new FeedClient.Channel(api, timer, options.poll, options.napMillis);
    }

    void say(String what) {
        progress.println(what);
    }
}
