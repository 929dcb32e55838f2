package dev.warren.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import lombok.RequiredArgsConstructor;

import dev.warren.bench.Api.Call;
import dev.warren.bench.Employee.Habits;
import dev.warren.bench.Facts.Creation;
import dev.warren.bench.Facts.Evidence;
import dev.warren.bench.Facts.FeedFacts;
import dev.warren.bench.Facts.Outcome;
import dev.warren.bench.Facts.Person;

/** Plays a schedule against people at work and judges the outcome; both the replay and the latency measurement. */
@RequiredArgsConstructor
final class ReplayRun {

    /** The shortest that there is: a replay has less time than people have. */
    private static final int OFFER_SECONDS = 5;

    private static final Set<String> TERMINAL = Set.of("COMPLETED", "FAILED", "CANCELLED");

    private final Context context;
    private final Schedule schedule;
    private final List<Set<String>> skills;
    private final Facts facts = new Facts();

    void run(Report report) throws InterruptedException {
        var options = context.options();
        var incidents = schedule.steps().stream().map(Schedule.Step::incident).toList();
        context.say("Signing in " + skills.size() + " employees");
        var team = Team.hire(context.api(), context.admin(), context.runId(), skills, 1, new Random(options.seed));
        context.say("Measuring the floors");
        var floorsBefore = Floors.measure(context.floors());

        var ready = new CountDownLatch(team.members().size());
        var shifts = Shifts.of(options.shiftHours, schedule.speed(), System.nanoTime());
        var interruptions = options.asRecorded ? new Interruptions(incidents) : Interruptions.none();
        var habits = new Habits(handleTimes(), options.manners(), interruptions, shifts);
        var crew = new Crew(IntStream.range(0, team.members().size())
                .mapToObj(it -> new Employee(
                        team.members().get(it), context.channel(), facts, ready, habits, shifts.crewOf(it)))
                .toList());
        var coordinator = new Coordinator(context.admin(), facts);
        var fortune = new Fortune(context.admin(), facts);
        var asides = List.of(daemon("coordinator", coordinator::run), daemon("fortune", fortune::run));
        var before = options.manual ? settings(Map.of("acceptance", "MANUAL", "offerSeconds", OFFER_SECONDS)) : null;
        try {
            crew.start(ready);
            asides.forEach(Thread::start);
            play(fortune, shifts.cycle());
            crew.goHome();
        } finally {
            asides.forEach(Thread::interrupt);
            if (before != null) {
                settings(before);
            }
        }

        var floors = Floors.mean(floorsBefore, Floors.measure(context.floors()));
        var evidence = evidence(team);
        report.add(Checks.all(evidence));
        tell(report, evidence, floors);
        var foretold = fortune.outcome(evidence.stories());
        report.put("expected wait", "waits foretold", foretold.asked());
        if (foretold.part() != null) {
            report.put("expected wait", "inside their band", foretold.part())
                    .put("expected wait", "shorter than that", foretold.shorter());
        }
        facts.answers.forEach((said, count) -> report.put("offers", said.toLowerCase(Locale.ROOT), count.sum()));
        report.put("offers", "offered again by the coordinator", coordinator.decided());
    }

    private static Thread daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Changes how the queue hands out tasks; returns how it was before. */
    private Map<String, Object> settings(Map<String, Object> to) throws InterruptedException {
        var queue = "/queues/default";
        var before = context.admin().call(Call.get(queue)).orFail("The queue").body();
        context.admin().call(Call.patch(queue, to)).orFail("Setting the queue");
        return Map.of(
                "acceptance", before.path("acceptance").asString(),
                "offerSeconds", before.path("offerSeconds").asInt());
    }

    /** @param cycle after so long everybody was on duty who might take what waits */
    private void play(Fortune fortune, Duration cycle) throws InterruptedException {
        int rows = schedule.steps().size();
        var patience = cycle.plusSeconds(context.options().patience);
        var stream = new TaskStream(context.runId(), schedule, context.admin(), facts, fortune::watch);
        var creator = new Thread(() -> {
            try {
                stream.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        creator.start();
        var progress = new Progress(context.progress(), "replay", rows);
        var completed = 0;
        var lastChange = System.nanoTime();
        while (creator.isAlive() || !allTerminal()) {
            var now = System.nanoTime();
            if (facts.completedTasks.size() != completed || creator.isAlive() || facts.openWork.sum() > 0) {
                completed = facts.completedTasks.size();
                lastChange = now;
            } else if (now - lastChange > patience.toNanos()) {
                context.say("No completion for " + patience.toSeconds() + " s: the rest counts as lost");
                break;
            }
            progress.show(
                    completed,
                    "done, %,d created, %,d in hand, %,d connections lost"
                            .formatted(stream.sent(), facts.openWork.sum(), facts.connectionLosses.size()));
            TimeUnit.MILLISECONDS.sleep(200);
        }
        creator.join();
        progress.show(rows, "done");
        progress.end();
    }

    /** By the completions of our own employees; the server is asked only about tasks that ended otherwise. */
    private boolean allTerminal() throws InterruptedException {
        if (facts.openWork.sum() > 0) {
            return false;
        }
        var open = facts.creations.stream()
                .map(Creation::taskId)
                .filter(id -> !facts.completedTasks.contains(id))
                .toList();
        if (context.options().failPercent == 0) {
            return open.isEmpty();
        }
        for (var id : open) {
            var status = context.admin().call(Call.get("/tasks/" + id)).answer().body();
            if (!TERMINAL.contains(status.path("status").asString(""))) {
                return false;
            }
        }
        return true;
    }

    private Evidence evidence(Team team) throws InterruptedException {
        var rows = Histories.rows(context.admin(), context.runId(), context.since());
        var ids = new HashSet<>(rows.keySet());
        facts.creations.forEach(creation -> ids.add(creation.taskId()));
        var progress = new Progress(context.progress(), "audit", ids.size());
        var stories = Histories.read(context.admin(), ids, progress);
        progress.end();
        return new Evidence(
                rows,
                facts.creations,
                facts.pushes,
                facts.works,
                facts.feeds,
                people(team),
                stories,
                facts.clientFailures);
    }

    static Map<String, Person> people(Team team) {
        return team.members().stream().map(Team.Member::person).collect(Collectors.toMap(Person::workerId, p -> p));
    }

    private void tell(Report report, Evidence evidence, Floors floors) {
        var figures = new Figures(evidence);
        var jain = figures.fairness(facts.presences);
        var busy = Distribution.of(figures.busyShares(facts.presences).values());
        var latency = figures.pushLatency();
        report.put("load", "tasks acknowledged", facts.creations.size())
                .put(
                        "load",
                        "creates sent again",
                        facts.creations.stream().filter(c -> c.attempts() > 1).count())
                .put("load", "speed", schedule.speed())
                .put("load", "arrivals compressed", schedule.compression())
                .put("load", "length in seconds", schedule.length().toMillis() / 1e3)
                .put("load", "lifecycles per second", figures.lifecyclesPerSecond())
                .put("fairness", "busy share", busy)
                .put(
                        "fairness",
                        "lowest Jain of a group",
                        jain.values().stream().mapToDouble(j -> j).min().orElse(1))
                .put("fairness", "Jain per skill group", jain);
        figures.waits().forEach((priority, wait) -> report.put("waits in seconds", "P" + priority, wait));
        report.put("push in ms", "from POST sent", latency.fromPostSent())
                .put("push in ms", "from 201 received", latency.fromCreatedReceived());
        tell(report, floors, latency.fromPostSent());
        report.put("connections", "lost", facts.connectionLosses.size())
                .put(
                        "connections",
                        "why (first)",
                        facts.connectionLosses.stream().limit(3).toList())
                .put("connections", "naps", facts.naps.sum())
                .put("connections", "repeated entries", sum(evidence, FeedFacts::repeats))
                .put("connections", "gaps seen", sum(evidence, FeedFacts::gaps))
                .put("connections", "entries fetched", sum(evidence, FeedFacts::healed))
                .put("connections", "refused actions", refusals());
    }

    /** The floors, and a latency in multiples of them; what was not measured is left out. */
    static void tell(Report report, Floors floors, Distribution latency) {
        if (floors.commitsPerSecond() != null) {
            report.put("floors", "commits per second", floors.commitsPerSecond());
        }
        if (floors.commit() != null) {
            report.put("floors", "commit in ms", floors.commit());
        }
        if (floors.delivery() != null) {
            report.put("floors", "delivery in ms", floors.delivery());
        }
        if (floors.frame() != null) {
            report.put("floors", "frame in ms", floors.frame());
        }
        var push = floors.push();
        if (push != null) {
            report.put("floors", "push floor in ms", push);
        }
        var ratios = floors.ratios(latency);
        if (!ratios.isEmpty()) {
            report.put("push in ms", "times the floor", ratios);
        }
    }

    private Map<String, Long> refusals() {
        return facts.works.stream()
                .filter(work -> work.outcome() == Outcome.REFUSED)
                .collect(Collectors.groupingBy(Facts.Work::detail, Collectors.counting()));
    }

    private static long sum(Evidence evidence, ToLongFunction<FeedFacts> figure) {
        return evidence.feeds().stream().mapToLong(figure).sum();
    }

    /** A task that somebody else created is done at once. */
    private Function<String, Duration> handleTimes() {
        var byRow = new HashMap<String, Duration>();
        schedule.steps().forEach(step -> byRow.put(step.incident().id(), step.handle()));
        return row -> byRow.getOrDefault(row, Duration.ZERO);
    }

    /** So that each employee can do everything. */
    static List<Set<String>> generalists(int employees, List<String> skills) {
        return new ArrayList<>(Collections.nCopies(employees, Set.copyOf(skills)));
    }
}
