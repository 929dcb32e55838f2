package dev.warren.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import lombok.RequiredArgsConstructor;

import dev.warren.bench.Api.Call;

/** What a round, a create, the live order and the statistics cost, with few and with very many tasks waiting. */
@RequiredArgsConstructor
final class ScaleRun {

    private static final int CREATORS = 3;
    private static final int BATCH = 1_000;
    private static final int SETTLING_SECONDS = 20;

    private final Context context;
    private final List<Incident> incidents;
    private final Facts facts = new Facts();
    private final AtomicLong rows = new AtomicLong();
    private long taken;

    /** Milliseconds of each kind of call. */
    private record Costs(Distribution round, Distribution create, Distribution waiting, Distribution statistics) {

        void tell(Report report, String section) {
            report.put(section, "completion to next push, ms", round)
                    .put(section, "POST /tasks, ms", create)
                    .put(section, "GET /queues/.../waiting, ms", waiting)
                    .put(section, "GET /statistics, ms", statistics);
        }
    }

    private interface Probe {
        void run(int number) throws InterruptedException;
    }

    void run(Report report) throws InterruptedException {
        var options = context.options();
        context.say("Signing in " + options.employees + " employees");
        var skills = Staffing.of(incidents, options.employees).skills();
        var team = Team.hire(context.api(), context.admin(), context.runId(), skills, 1, new Random(options.seed));
        var desks = new ArrayList<ProbedDesk>();
        try {
            for (var member : team.members()) {
                desks.add(new ProbedDesk(member, context.channel(), facts));
            }
            var steps = new ArrayList<Costs>();
            for (var size : options.backlog) {
                grow(size);
                if (steps.isEmpty()) {
                    begin(desks);
                }
                TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
                var costs = measure(desks);
                costs.tell(report, "%,d waiting".formatted(size));
                steps.add(costs);
            }
            tellGrowth(report, steps.get(0), steps.get(steps.size() - 1));
        } finally {
            desks.forEach(ProbedDesk::close);
        }
        var lost = List.copyOf(facts.clientFailures);
        report.add(List.of(Check.of("clientFailures", "every call is answered as it should be", lost)));
    }

    /** Everybody takes a first task, and the server gets warm. */
    private void begin(List<ProbedDesk> desks) throws InterruptedException {
        for (var desk : desks) {
            desk.arrive();
            taken++;
        }
        measure(desks);
    }

    private static void tellGrowth(Report report, Costs first, Costs last) {
        report.put(
                        "growth of the median",
                        "completion to next push",
                        last.round().p50() / first.round().p50())
                .put(
                        "growth of the median",
                        "POST /tasks",
                        last.create().p50() / first.create().p50())
                .put(
                        "growth of the median",
                        "GET /queues/.../waiting",
                        last.waiting().p50() / first.waiting().p50())
                .put(
                        "growth of the median",
                        "GET /statistics",
                        last.statistics().p50() / first.statistics().p50());
    }

    private void grow(int size) throws InterruptedException {
        var progress = new Progress(context.progress(), "fill", size);
        var jobs = new ArrayList<Callable<Void>>();
        var missing = size - (rows.get() - taken);
        for (var batch = 0; batch < missing / BATCH; batch++) {
            jobs.add(() -> {
                createBatch();
                progress.show(rows.get() - taken, "waiting");
                return null;
            });
        }
        Team.all(jobs, CREATORS);
        progress.end();
    }

    private void createBatch() throws InterruptedException {
        var first = rows.getAndAdd(BATCH);
        var tasks = new ArrayList<Map<String, Object>>();
        for (var row = first; row < first + BATCH; row++) {
            tasks.add(task(row));
        }
        context.admin()
                .call(Call.post("/tasks/batch", Map.of("tasks", tasks))
                        .with("Idempotency-Key", context.runId() + "-" + first))
                .orFail("Creating in bulk");
    }

    private Map<String, Object> task(long row) {
        var incident = incidents.get((int) (row % incidents.size()));
        return Map.of(
                "title", new Title(context.runId(), "row-" + row).text(incident.category()),
                "priority", "P" + incident.priority(),
                "category", incident.category(),
                "requiredSkills", incident.skills());
    }

    private Costs measure(List<ProbedDesk> desks) throws InterruptedException {
        return new Costs(
                time("rounds", number -> {
                    desks.get(number % desks.size()).next();
                    taken++;
                }),
                time("creates", number -> {
                    var call = Call.post("/tasks", task(rows.getAndIncrement()));
                    context.admin().call(call).orFail("Creating");
                }),
                time("waiting", number -> read("/queues/default/waiting?size=50")),
                time("statistics", number -> read("/statistics")));
    }

    private void read(String path) throws InterruptedException {
        context.admin().call(Call.get(path)).orFail(path);
    }

    private Distribution time(String what, Probe probe) throws InterruptedException {
        var count = context.options().probes;
        var progress = new Progress(context.progress(), what, count);
        var millis = new double[count];
        for (var number = 0; number < count; number++) {
            var start = System.nanoTime();
            probe.run(number);
            millis[number] = (System.nanoTime() - start) / 1e6;
            progress.step();
        }
        progress.end();
        return Distribution.of(millis);
    }
}
