package dev.warren.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.warren.bench.Api.Call;
import dev.warren.bench.Facts.Outcome;
import dev.warren.bench.Facts.Push;
import dev.warren.bench.Facts.Work;

/** Works like a person: starts an assignment, is busy with it for its handle time, and completes it with a comment. */
final class Employee extends Desk {

    private static final Duration LONG_WORK = Duration.ofSeconds(5);

    private final Habits habits;
    private final Deque<Push> assigned = new ArrayDeque<>();
    private final Deque<String> offers = new ArrayDeque<>();
    private final Map<String, InHand> onHold = new HashMap<>();
    private final Deque<InHand> resumed = new ArrayDeque<>();
    private @Nullable InHand inHand;
    private boolean away;

    /**
     * How work is done.
     *
     * @param handleTime how long the task of this title takes
     */
    record Habits(Function<String, Duration> handleTime, Manners manners) {}

    private record InHand(Push push, long startedNanos, long doneNanos, boolean held) {}

    Employee(Team.Member member, FeedClient.Channel channel, Facts facts, CountDownLatch ready, Habits habits) {
        super(member, channel, facts, ready);
        this.habits = habits;
    }

    @Override
    protected void take(Push push) {
        assigned.add(push);
    }

    @Override
    protected void offered(String offer) {
        offers.add(offer);
    }

    @Override
    protected void resumed(String assignment) {
        var known = onHold.remove(assignment);
        if (known != null) {
            resumed.add(known);
        }
    }

    @Override
    protected void sentAway() {
        away = true;
    }

    @Override
    protected long nextDueNanos() {
        var now = System.nanoTime();
        if (away || !offers.isEmpty() || !resumed.isEmpty()) {
            return now;
        }
        if (inHand != null) {
            return inHand.doneNanos();
        }
        return assigned.isEmpty() ? now + TimeUnit.SECONDS.toNanos(1) : now;
    }

    @Override
    protected void work() throws InterruptedException {
        if (away) {
            session.call(Call.put("/me/presence", Map.of("status", "AVAILABLE")))
                    .orFail("Coming back");
            away = false;
        }
        while (!offers.isEmpty()) {
            answer(offers.removeFirst());
        }
        if (inHand == null && !resumed.isEmpty()) {
            inHand = resumed.removeFirst();
        }
        if (inHand == null && !assigned.isEmpty()) {
            begin(assigned.removeFirst());
        }
        if (inHand != null && System.nanoTime() >= inHand.doneNanos()) {
            finish(inHand);
            inHand = null;
        }
    }

    private void answer(String offer) throws InterruptedException {
        var answer = habits.manners().answer(offer);
        var said = answer.name();
        if (answer != Manners.Answer.MISS) {
            boolean accepts = answer == Manners.Answer.ACCEPT;
            var body = accepts ? null : Map.of("reason", "Another time");
            var path = "/me/offers/" + offer + (accepts ? "/accept" : "/decline");
            said = session.call(Call.post(path, body)).answer().ok() ? said : "LATE";
        }
        facts.answers.computeIfAbsent(said, it -> new LongAdder()).increment();
    }

    private void begin(Push push) throws InterruptedException {
        var answer = session.call(Call.post(path(push, "start"), null)).answer();
        var started = System.nanoTime();
        if (!answer.ok()) {
            close(push, Outcome.REFUSED, started, started, "start: " + answer.code());
            return;
        }
        var handle = habits.handleTime().apply(push.title());
        inHand = new InHand(push, started, Math.max(started, push.receivedNanos() + handle.toNanos()), false);
        if (handle.compareTo(LONG_WORK) > 0) {
            session.call(Call.post(path(push, "progress"), Map.of("percent", 10, "note", "Begun")));
        }
    }

    private void finish(InHand work) throws InterruptedException {
        var push = work.push();
        if (!work.held() && habits.manners().holds(push.assignmentId())) {
            hold(work);
            return;
        }
        var closing = System.nanoTime();
        if (habits.manners().returns(push.assignmentId())) {
            var answer = session.call(Call.post(path(push, "return"), Map.of("reason", "Not for me")))
                    .answer();
            var outcome = answer.ok() ? Outcome.RETURNED : Outcome.REFUSED;
            close(push, outcome, work.startedNanos(), closing, answer.ok() ? "" : "return: " + answer.code());
            return;
        }
        var fails = habits.manners().fails(push.assignmentId());
        var body = Map.of("comment", fails ? "Could not be done" : "Done");
        var answer = session.call(Call.post(path(push, fails ? "fail" : "complete"), body))
                .answer();
        var outcome = fails ? Outcome.FAILED : Outcome.COMPLETED;
        if (answer.ok()) {
            close(push, outcome, work.startedNanos(), closing, "");
        } else {
            close(push, Outcome.REFUSED, work.startedNanos(), closing, "close: " + answer.code());
        }
    }

    /** For as long again as the work took, a second at least; then the server lets it go on. */
    private void hold(InHand work) throws InterruptedException {
        var push = work.push();
        var pause = Duration.ofNanos(Math.max(1_000_000_000L, work.doneNanos() - work.startedNanos()));
        var body =
                Map.of("reason", "Waits for an answer", "until", Instant.now().plus(pause));
        var answer = session.call(Call.post(path(push, "hold"), body)).answer();
        if (answer.ok()) {
            onHold.put(push.assignmentId(), new InHand(push, work.startedNanos(), work.doneNanos(), true));
        } else {
            close(push, Outcome.REFUSED, work.startedNanos(), System.nanoTime(), "hold: " + answer.code());
        }
    }

    private void close(Push push, Outcome outcome, long started, long closing, String detail) {
        facts.openWork.decrement();
        facts.works.add(new Work(
                person.workerId(),
                push.assignmentId(),
                push.taskId(),
                outcome,
                push.receivedNanos(),
                started,
                closing,
                System.nanoTime(),
                detail));
        if (outcome == Outcome.COMPLETED) {
            facts.completedTasks.add(push.taskId());
        }
    }

    private static String path(Push push, String verb) {
        return "/me/assignments/" + push.assignmentId() + "/" + verb;
    }
}
