package dev.warren.bench;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

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
    private @Nullable InHand inHand;

    /**
     * How work is done.
     *
     * @param handleTime how long the task of this title takes
     * @param fails whether this assignment is to fail
     */
    record Habits(Function<String, Duration> handleTime, Predicate<String> fails) {}

    private record InHand(Push push, long startedNanos, long doneNanos) {}

    Employee(Team.Member member, FeedClient.Channel channel, Facts facts, CountDownLatch ready, Habits habits) {
        super(member, channel, facts, ready);
        this.habits = habits;
    }

    @Override
    protected void take(Push push) {
        assigned.add(push);
    }

    @Override
    protected long nextDueNanos() {
        var now = System.nanoTime();
        if (inHand != null) {
            return inHand.doneNanos();
        }
        return assigned.isEmpty() ? now + TimeUnit.SECONDS.toNanos(1) : now;
    }

    @Override
    protected void work() throws InterruptedException {
        if (inHand == null && !assigned.isEmpty()) {
            begin(assigned.removeFirst());
        }
        if (inHand != null && System.nanoTime() >= inHand.doneNanos()) {
            finish(inHand);
            inHand = null;
        }
    }

    private void begin(Push push) throws InterruptedException {
        var answer = session.call(Call.post(path(push, "start"), null)).answer();
        var started = System.nanoTime();
        if (!answer.ok()) {
            close(push, Outcome.REFUSED, started, started, "start: " + answer.code());
            return;
        }
        var handle = habits.handleTime().apply(push.title());
        inHand = new InHand(push, started, Math.max(started, push.receivedNanos() + handle.toNanos()));
        if (handle.compareTo(LONG_WORK) > 0) {
            session.call(Call.post(path(push, "progress"), Map.of("percent", 10, "note", "Begun")));
        }
    }

    private void finish(InHand work) throws InterruptedException {
        var push = work.push();
        var fails = habits.fails().test(push.assignmentId());
        var closing = System.nanoTime();
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
