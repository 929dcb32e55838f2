package dev.warren.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import lombok.RequiredArgsConstructor;

import dev.warren.bench.Api.Call;
import dev.warren.bench.Facts.Creation;
import dev.warren.bench.Schedule.Step;

/** Creates the tasks of a schedule when their time comes, each with its own idempotency key until it is acknowledged. */
@RequiredArgsConstructor
final class TaskStream {

    /** A creation that waits for a dead server must not hold up the ones after it. */
    private static final int IN_FLIGHT = 64;

    private final String runId;
    private final Schedule schedule;
    private final Session admin;
    private final Facts facts;
    private final Consumer<Creation> created;
    private final AtomicInteger sent = new AtomicInteger();

    /** Runs until every creation is acknowledged or refused for good. */
    void run() throws InterruptedException {
        var pool = Executors.newFixedThreadPool(IN_FLIGHT);
        try {
            var start = System.nanoTime();
            for (var step : schedule.steps()) {
                var wait = start + step.at().toNanos() - System.nanoTime();
                if (wait > 0) {
                    TimeUnit.NANOSECONDS.sleep(wait);
                }
                sent.incrementAndGet();
                pool.execute(() -> create(step));
            }
        } finally {
            finish(pool);
        }
    }

    /** How many rows were due so far. */
    int sent() {
        return sent.get();
    }

    private void create(Step step) {
        var incident = step.incident();
        var call = Call.post("/tasks", body(step)).with("Idempotency-Key", runId + "-" + incident.id());
        try {
            var settled = admin.call(call);
            if (!settled.answer().ok()) {
                facts.clientFailures.add("Creating " + incident.id() + " was answered "
                        + settled.answer().status() + " " + settled.answer().body());
                return;
            }
            var creation = new Creation(
                    incident.id(),
                    settled.answer().body().path("id").asString(),
                    incident.priority(),
                    incident.skills(),
                    settled.sentNanos(),
                    settled.answeredNanos(),
                    settled.attempts());
            facts.creations.add(creation);
            created.accept(creation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            facts.clientFailures.add("Creating " + incident.id() + ": " + e);
        }
    }

    private Map<String, Object> body(Step step) {
        var incident = step.incident();
        var body = new LinkedHashMap<String, Object>();
        body.put("title", new Title(runId, incident.id()).text(incident.category()));
        body.put("priority", "P" + incident.priority());
        body.put("category", incident.category());
        body.put("requiredSkills", incident.skills());
        body.put("metadata", Map.of("run", runId, "row", incident.id()));
        return body;
    }

    private static void finish(ExecutorService pool) throws InterruptedException {
        pool.shutdown();
        if (!pool.awaitTermination(Duration.ofMinutes(5).toSeconds(), TimeUnit.SECONDS)) {
            pool.shutdownNow();
        }
    }
}
