package dev.warren.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import lombok.RequiredArgsConstructor;

import dev.warren.bench.Api.Call;
import dev.warren.bench.Facts.Creation;
import dev.warren.bench.Facts.Evidence;

/** As many lifecycles per second as the servers bear: created in bulk, completed in bulk as soon as they are pushed. */
@RequiredArgsConstructor
final class SaturationRun {

    private static final int CREATORS = 3;
    private static final int BATCH = 500;
    private static final int DRAIN_PATIENCE_SECONDS = 30;

    /** So many histories are audited; all of them would take longer than the run. */
    private static final int AUDITED = 500;

    private final Context context;
    private final List<Incident> incidents;
    private final Facts facts = new Facts();
    private final Set<String> created = ConcurrentHashMap.newKeySet();
    private final AtomicLong rows = new AtomicLong();
    private volatile boolean creating = true;

    void run(Report report) throws InterruptedException {
        var options = context.options();
        context.say("Signing in " + options.employees + " employees");
        var skills = Staffing.of(incidents, options.employees).skills();
        var team = Team.hire(
                context.api(), context.admin(), context.runId(), skills, options.capacity, new Random(options.seed));
        context.say("Measuring the floors");
        var before = Floors.measure(context.floors());

        var ready = new CountDownLatch(team.members().size());
        var crew = new Crew(team.members().stream()
                .map(member -> new BulkEmployee(member, context.channel(), facts, ready))
                .toList());
        crew.start(ready);
        var creators = startCreators();
        var window = measure(options.warmUp, options.seconds);
        creating = false;
        for (var creator : creators) {
            creator.join();
        }
        drain();
        crew.goHome();

        var floors = Floors.mean(before, Floors.measure(context.floors()));
        tell(report, window, floors);
        judge(report, team);
    }

    private record Window(double seconds, long completed, long commits, boolean commitsKnown) {}

    private Window measure(int warmUp, int seconds) throws InterruptedException {
        var progress = new Progress(context.progress(), "saturate", warmUp + seconds);
        sleep(progress, 0, warmUp);
        var start = System.nanoTime();
        var completedBefore = facts.completedTasks.size();
        var commitsBefore = commits();
        sleep(progress, warmUp, seconds);
        var completed = facts.completedTasks.size() - completedBefore;
        var length = (System.nanoTime() - start) / 1e9;
        var commits = commits();
        progress.end();
        return new Window(length, completed, commits - commitsBefore, commits > 0);
    }

    private void sleep(Progress progress, int from, int seconds) throws InterruptedException {
        for (var second = 1; second <= seconds; second++) {
            TimeUnit.SECONDS.sleep(1);
            progress.show(
                    from + second,
                    "s, %,d created, %,d completed".formatted(created.size(), facts.completedTasks.size()));
        }
    }

    /** Durable commits of all servers' writers, as they tell themselves; 0 where they do not. */
    private long commits() throws InterruptedException {
        var commits = 0L;
        for (var base : context.api().getBases()) {
            try {
                var headers =
                        Map.of("Authorization", "Bearer " + context.admin().token());
                var answer = context.api().once(base, Call.get("/statistics"), headers);
                commits += answer.body().path("writer").path("commits").asLong(0);
            } catch (IOException e) {
                throw new CannotRun("The statistics of " + base + " cannot be read", e);
            }
        }
        return commits;
    }

    private List<Thread> startCreators() {
        // Enough to keep everybody's hands full while a batch is under way, not more: the queue shall not grow.
        var backlog = Math.max(4L * BATCH, 3L * context.options().employees * context.options().capacity);
        var creators = new ArrayList<Thread>();
        for (var i = 0; i < CREATORS; i++) {
            var creator = new Thread(() -> create(backlog), "creator-" + i);
            creator.start();
            creators.add(creator);
        }
        return creators;
    }

    private void create(long backlog) {
        try {
            while (creating) {
                if (created.size() - facts.completedTasks.size() > backlog) {
                    TimeUnit.MILLISECONDS.sleep(2);
                } else {
                    createBatch();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            facts.clientFailures.add("Creating in bulk: " + e);
        }
    }

    private void createBatch() throws InterruptedException {
        var first = rows.getAndAdd(BATCH);
        var tasks = new ArrayList<Map<String, Object>>();
        for (var row = first; row < first + BATCH; row++) {
            var incident = incident(row);
            tasks.add(Map.of(
                    "title", new Title(context.runId(), "row-" + row).text(incident.category()),
                    "priority", "P" + incident.priority(),
                    "category", incident.category(),
                    "requiredSkills", incident.skills()));
        }
        var call = Call.post("/tasks/batch", Map.of("tasks", tasks))
                .with("Idempotency-Key", context.runId() + "-" + first);
        var settled = context.admin().call(call);
        var row = first;
        for (var id : settled.orFail("Creating in bulk").body().path("ids")) {
            var incident = incident(row);
            created.add(id.asString());
            if (facts.creations.size() < AUDITED) {
                facts.creations.add(new Creation(
                        "row-" + row,
                        id.asString(),
                        incident.priority(),
                        incident.skills(),
                        settled.sentNanos(),
                        settled.answeredNanos(),
                        settled.attempts()));
            }
            row++;
        }
    }

    private Incident incident(long row) {
        return incidents.get((int) (row % incidents.size()));
    }

    private void drain() throws InterruptedException {
        var seen = -1;
        for (var quiet = 0;
                quiet < DRAIN_PATIENCE_SECONDS * 10 && facts.completedTasks.size() < created.size();
                quiet++) {
            if (facts.completedTasks.size() > seen) {
                seen = facts.completedTasks.size();
                quiet = 0;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private void tell(Report report, Window window, Floors floors) {
        var rate = window.completed() / window.seconds();
        report.put("throughput", "window in seconds", window.seconds())
                .put("throughput", "lifecycles", window.completed())
                .put("throughput", "lifecycles per second", rate);
        if (floors.commitsPerSecond() != null) {
            report.put("throughput", "lifecycles / commits", rate / floors.commitsPerSecond());
        }
        if (window.commitsKnown() && window.completed() > 0) {
            report.put("throughput", "commits per task", (double) window.commits() / window.completed());
        }
        ReplayRun.tell(report, floors, Distribution.of(List.of()));
        report.put("connections", "lost", facts.connectionLosses.size());
    }

    private void judge(Report report, Team team) throws InterruptedException {
        var sample = facts.creations.stream().map(Creation::taskId).collect(Collectors.toSet());
        var progress = new Progress(context.progress(), "audit", sample.size());
        var stories = Histories.read(context.admin(), sample, progress);
        progress.end();
        var evidence = new Evidence(
                Map.of(),
                facts.creations,
                facts.pushes,
                facts.works,
                facts.feeds,
                ReplayRun.people(team),
                stories,
                facts.clientFailures);
        var unfinished = created.stream()
                .filter(id -> !facts.completedTasks.contains(id))
                .toList();
        report.put("throughput", "tasks acknowledged", created.size())
                .put("throughput", "histories audited", stories.size())
                .put("throughput", "refused completions", refused())
                .add(List.of(Check.of("unfinished", "every acknowledged task is completed", unfinished)))
                .add(Checks.all(evidence));
    }

    private Map<String, Integer> refused() {
        var refused = new HashMap<String, Integer>();
        for (var work : facts.works) {
            if (work.outcome() == Facts.Outcome.REFUSED) {
                refused.merge(work.detail(), 1, Integer::sum);
            }
        }
        return refused;
    }
}
