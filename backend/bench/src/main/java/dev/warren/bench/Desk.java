package dev.warren.bench;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import dev.warren.bench.Api.Call;
import dev.warren.bench.Facts.Person;
import dev.warren.bench.Facts.Presence;
import dev.warren.bench.Facts.Push;

/** What every employee does whatever the way of working: be there, take assignments, survive, go home. */
abstract class Desk implements Runnable {

    protected final Person person;
    protected final Session session;
    protected final Facts facts;
    protected final FeedClient feed;
    private final CountDownLatch ready;
    private @Nullable Long hereSince;
    private volatile boolean leaving;

    protected Desk(Team.Member member, FeedClient.Channel channel, Facts facts, CountDownLatch ready) {
        this.person = member.person();
        this.session = member.session();
        this.facts = facts;
        this.ready = ready;
        this.feed = new FeedClient(channel, person, session, facts, this::entry);
    }

    /** An assignment has arrived. */
    protected abstract void take(Push push);

    /** When there is something to do even if nothing arrives, in nanoseconds of the monotonic clock. */
    protected abstract long nextDueNanos();

    protected abstract void work() throws InterruptedException;

    @Override
    public void run() {
        try (feed) {
            feed.open();
            begin();
            ready.countDown();
            while (!leaving) {
                feed.await(nextDueNanos());
                work();
            }
            if (hereSince != null) {
                leave();
            }
            feed.conclude();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            facts.clientFailures.add(person.username() + ": " + e);
        } finally {
            ready.countDown();
        }
    }

    /** Comes to the desk, to work at once if it is time. */
    protected void begin() throws InterruptedException {
        arrive();
    }

    /** As a member of which crew. */
    protected int crew() {
        return 0;
    }

    protected final boolean isHere() {
        return hereSince != null;
    }

    protected final void arrive() throws InterruptedException {
        say("AVAILABLE");
        hereSince = System.nanoTime();
    }

    protected final void leave() throws InterruptedException {
        say("OFFLINE");
        facts.presences.add(
                new Presence(person.workerId(), crew(), Objects.requireNonNull(hereSince), System.nanoTime()));
        hereSince = null;
    }

    protected final void say(String presence) throws InterruptedException {
        session.call(Call.put("/me/presence", Map.of("status", presence))).orFail("Being " + presence);
    }

    /** Goes OFFLINE and ends the thread. */
    void goHome() {
        leaving = true;
        feed.wake();
    }

    /** Something is offered, if the queue asks. */
    protected void offered(String offer) {}

    /** What was on hold goes on. */
    protected void resumed(String assignment) {}

    /** Was sent on a break, for not answering. */
    protected void sentAway() {}

    private void entry(JsonNode entry, long receivedNanos, boolean healed) {
        var data = entry.path("data");
        switch (entry.path("type").asString("")) {
            case "assignment.created" -> created(entry, data, receivedNanos, healed);
            case "offer.issued" -> offered(text(data.get("offerId")));
            case "assignment.resumed" -> resumed(text(data.get("assignmentId")));
            case "presence.changed" -> sentAway();
            default -> {}
        }
    }

    private void created(JsonNode entry, JsonNode data, long receivedNanos, boolean healed) {
        var push = new Push(
                person.workerId(),
                entry.path("seq").asLong(),
                text(data.get("assignmentId")),
                text(data.get("taskId")),
                text(data.get("title")),
                receivedNanos,
                healed);
        facts.pushes.add(push);
        facts.openWork.increment();
        take(push);
    }

    private static String text(@Nullable JsonNode value) {
        return value == null ? "" : value.asString("");
    }
}
