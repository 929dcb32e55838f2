package dev.warren.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.warren.bench.Api.Call;
import dev.warren.bench.Facts.Outcome;
import dev.warren.bench.Facts.Push;
import dev.warren.bench.Facts.Work;

/** Completes everything at once: what arrived within a tenth of a second in one call. */
final class BulkEmployee extends Desk {

    private static final int MOST_PER_CALL = 1_000;
    private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Deque<Push> assigned = new ArrayDeque<>();
    private long gatheredAt;

    BulkEmployee(Team.Member member, FeedClient.Channel channel, Facts facts, CountDownLatch ready) {
        super(member, channel, facts, ready);
    }

    @Override
    protected void take(Push push) {
        if (assigned.isEmpty()) {
            gatheredAt = System.nanoTime() + GATHERING_NANOS;
        }
        assigned.add(push);
    }

    @Override
    protected long nextDueNanos() {
        return assigned.isEmpty() ? System.nanoTime() + TimeUnit.SECONDS.toNanos(1) : gatheredAt;
    }

    @Override
    protected void work() throws InterruptedException {
        if (assigned.isEmpty() || System.nanoTime() - gatheredAt < 0) {
            return;
        }
        var batch = new HashMap<String, Push>();
        var actions = new ArrayList<Map<String, String>>();
        while (batch.size() < MOST_PER_CALL && !assigned.isEmpty()) {
            var push = assigned.removeFirst();
            batch.put(push.assignmentId(), push);
            actions.add(Map.of("assignmentId", push.assignmentId(), "verb", "complete", "comment", "Done"));
        }
        var closing = System.nanoTime();
        var results = session.call(Call.post("/me/assignments/batch", Map.of("actions", actions)))
                .orFail("Completing in bulk")
                .body()
                .path("results");
        var closed = System.nanoTime();
        for (var result : results) {
            var push = batch.get(result.path("assignmentId").asString(""));
            var status = result.path("status").asString("");
            if (push == null) {
                facts.clientFailures.add("An answer about an assignment that was not asked for: " + result);
                continue;
            }
            var outcome = status.equals("ok") ? Outcome.COMPLETED : Outcome.REFUSED;
            facts.openWork.decrement();
            facts.works.add(new Work(
                    person.workerId(),
                    push.assignmentId(),
                    push.taskId(),
                    outcome,
                    push.receivedNanos(),
                    push.receivedNanos(),
                    closing,
                    closed,
                    0,
                    status));
            if (outcome == Outcome.COMPLETED) {
                facts.completedTasks.add(push.taskId());
            }
        }
    }
}
