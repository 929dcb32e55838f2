package dev.warren.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.jspecify.annotations.Nullable;

import lombok.RequiredArgsConstructor;

import dev.warren.bench.Api.Call;
import dev.warren.bench.Facts.Creation;

/** Asks how long tasks will wait while they do, and compares the answers with what came true. */
@RequiredArgsConstructor
final class Fortune {

    /** One task of so many is asked about. */
    private static final int EVERY = 10;

    /** Bands are told in whole seconds, and asking takes time too. */
    private static final Duration ROUNDING = Duration.ofSeconds(1);

    private final Session admin;
    private final Facts facts;
    private final BlockingQueue<Creation> created = new LinkedBlockingQueue<>();
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();

    /** What was foretold of a task that waited. */
    record Told(String taskId, Instant at, Duration low, Duration high) {

        boolean isAfter(Duration wait) {
            return wait.compareTo(low.minus(ROUNDING)) < 0;
        }

        boolean holds(Duration wait) {
            return !isAfter(wait) && wait.compareTo(high.plus(ROUNDING)) <= 0;
        }
    }

    /**
     * How it came.
     *
     * @param inside how many waits were inside their band
     * @param shorter how many were over before it began
     */
    record Outcome(long asked, long inside, long shorter) {

        @Nullable
        Double part() {
            return asked == 0 ? null : inside / (double) asked;
        }
    }

    /** A task is there now. */
    void watch(Creation creation) {
        created.add(creation);
    }

    /** Until it is interrupted. */
    void run() {
        try {
            for (long seen = 0; true; seen++) {
                var creation = created.take();
                if (seen % EVERY == 0) {
                    ask(creation.taskId());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            facts.clientFailures.add("Foretelling: " + e);
        }
    }

    private void ask(String task) throws InterruptedException {
        var at = Instant.now();
        var answer = admin.call(Call.get("/tasks/" + task + "/why")).answer();
        var band = answer.body().path("expectedWait");
        if (answer.ok() && band.isObject()) {
            told.add(new Told(
                    task,
                    at,
                    Duration.ofSeconds(band.path("low").asLong()),
                    Duration.ofSeconds(band.path("high").asLong())));
        }
    }

    /** A wait ends when somebody is asked, or has the task. */
    Outcome outcome(Map<String, TaskStory> stories) {
        long asked = 0;
        long inside = 0;
        long shorter = 0;
        for (var it : told) {
            var story = stories.get(it.taskId());
            var taken = story == null ? null : story.takenAfter(it.at());
            if (taken != null) {
                asked++;
                var wait = Duration.between(it.at(), taken);
                inside += it.holds(wait) ? 1 : 0;
                shorter += it.isAfter(wait) ? 1 : 0;
            }
        }
        return new Outcome(asked, inside, shorter);
    }
}
