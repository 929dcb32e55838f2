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
    private final int crew;
    private @Nullable InHand inHand;
    private boolean away;
    private boolean finishing;

    /**
     * How work is done.
     *
     * @param handleTime how long the row takes all who work on it together
     */
    record Habits(Function<String, Duration> handleTime, Manners manners, Interruptions interruptions, Shifts shifts) {}

    /** @param heldSince when it was last put on hold, 0 if it never was */
    private record InHand(Push push, String row, long startedNanos, long doneNanos, long heldSince, long heldNanos) {

        InHand held() {
            return new InHand(push, row, startedNanos, doneNanos, System.nanoTime(), heldNanos);
        }

        InHand resumed() {
            return new InHand(push, row, startedNanos, doneNanos, heldSince, heldNanos + System.nanoTime() - heldSince);
        }
    }

    Employee(
            Team.Member member,
            FeedClient.Channel channel,
            Facts facts,
            CountDownLatch ready,
            Habits habits,
            int crew) {
        super(member, channel, facts, ready);
        this.habits = habits;
        this.crew = crew;
    }

    @Override
    protected int crew() {
        return crew;
    }

    @Override
    protected void begin() throws InterruptedException {
        keepShift();
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
            resumed.add(known.resumed());
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
        if (inHand == null && !assigned.isEmpty()) {
            return now;
        }
        var due = inHand == null ? now + TimeUnit.SECONDS.toNanos(1) : inHand.doneNanos();
        return Math.min(due, habits.shifts().nextChange(now));
    }

    @Override
    protected void work() throws InterruptedException {
        keepShift();
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

    /** What is open when the shift ends is still done, and nothing new is taken. */
    private void keepShift() throws InterruptedException {
        boolean onDuty = habits.shifts().onDuty(crew, System.nanoTime());
        boolean idle = inHand == null && assigned.isEmpty() && onHold.isEmpty() && resumed.isEmpty();
        if (onDuty && !isHere()) {
            arrive();
        } else if (onDuty && (finishing || away)) {
            say("AVAILABLE");
            finishing = false;
        } else if (!onDuty && isHere() && idle) {
            leave();
            finishing = false;
        } else if (!onDuty && isHere() && !finishing) {
            say("BUSY");
            finishing = true;
        }
        away = false;
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
            close(new InHand(push, "", started, started, 0, 0), Outcome.REFUSED, started, "start: " + answer.code());
            return;
        }
        var title = Title.parse(push.title());
        var row = title == null ? "" : title.rowId();
        var handle =
                habits.handleTime().apply(row).dividedBy(habits.interruptions().hands(row));
        inHand = new InHand(push, row, started, Math.max(started, push.receivedNanos() + handle.toNanos()), 0, 0);
        if (handle.compareTo(LONG_WORK) > 0) {
            session.call(Call.post(path(push, "progress"), Map.of("percent", 10, "note", "Begun")));
        }
    }

    private void finish(InHand work) throws InterruptedException {
        var push = work.push();
        var id = push.assignmentId();
        if (work.heldSince() == 0
                && (habits.manners().holds(id) || habits.interruptions().takeHold(work.row()))) {
            hold(work);
            return;
        }
        if (habits.interruptions().takeHandOver(work.row())) {
            handOver(work);
            return;
        }
        var closing = System.nanoTime();
        if (habits.manners().returns(id)) {
            giveBack(work, closing);
            return;
        }
        var fails = habits.manners().fails(id);
        var body = Map.of("comment", fails ? "Could not be done" : "Done");
        var answer = session.call(Call.post(path(push, fails ? "fail" : "complete"), body))
                .answer();
        var outcome = fails ? Outcome.FAILED : Outcome.COMPLETED;
        close(work, answer.ok() ? outcome : Outcome.REFUSED, closing, answer.ok() ? "" : "close: " + answer.code());
    }

    /** To a colleague who is free for it, else back to the queue. */
    private void handOver(InHand work) throws InterruptedException {
        var closing = System.nanoTime();
        var receivers = session.call(Call.get(path(work.push(), "receivers"))).answer();
        for (var person : receivers.body().path("people")) {
            if (person.path("free").asBoolean()) {
                var body = Map.of("workerId", person.path("workerId").asString(), "reason", "More in your line");
                if (session.call(Call.post(path(work.push(), "transfer"), body))
                        .answer()
                        .ok()) {
                    close(work, Outcome.HANDED_OVER, closing, "");
                    return;
                }
                break; // somebody else was faster
            }
        }
        giveBack(work, closing);
    }

    private void giveBack(InHand work, long closing) throws InterruptedException {
        var answer = session.call(Call.post(path(work.push(), "return"), Map.of("reason", "Not for me")))
                .answer();
        var outcome = answer.ok() ? Outcome.HANDED_OVER : Outcome.REFUSED;
        close(work, outcome, closing, answer.ok() ? "" : "return: " + answer.code());
    }

    /** For as long again as the work took, a second at least; then the server lets it go on. */
    private void hold(InHand work) throws InterruptedException {
        var push = work.push();
        var pause = Duration.ofNanos(Math.max(1_000_000_000L, work.doneNanos() - work.startedNanos()));
        var body =
                Map.of("reason", "Waits for an answer", "until", Instant.now().plus(pause));
        var answer = session.call(Call.post(path(push, "hold"), body)).answer();
        if (answer.ok()) {
            onHold.put(push.assignmentId(), work.held());
        } else {
            close(work, Outcome.REFUSED, System.nanoTime(), "hold: " + answer.code());
        }
    }

    private void close(InHand work, Outcome outcome, long closing, String detail) {
        var push = work.push();
        facts.openWork.decrement();
        facts.works.add(new Work(
                person.workerId(),
                push.assignmentId(),
                push.taskId(),
                outcome,
                push.receivedNanos(),
                work.startedNanos(),
                closing,
                System.nanoTime(),
                work.heldNanos(),
                detail));
        if (outcome == Outcome.COMPLETED) {
            facts.completedTasks.add(push.taskId());
        }
    }

    private static String path(Push push, String verb) {
        return "/me/assignments/" + push.assignmentId() + "/" + verb;
    }
}
