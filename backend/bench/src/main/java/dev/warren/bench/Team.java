package dev.warren.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import dev.warren.bench.Api.Call;
import dev.warren.bench.Facts.Person;

/** Creates the employees of a run and their sessions, spread over the servers. */
record Team(List<Member> members) {

    /** Passwords are hashed on purpose slowly, so more at once would only queue up at the server. */
    private static final int AT_ONCE = 4;

    private static final int SKILL_LEVEL = 3;

    record Member(Person person, Session session) {}

    static Team hire(Api api, Session admin, String runId, List<Set<String>> skills, int capacity, Random random)
            throws InterruptedException {
        var hires = new ArrayList<Callable<Member>>();
        for (var i = 0; i < skills.size(); i++) {
            var number = i;
            var password = "Desk-" + Long.toString(random.nextLong() >>> 1, 36) + "-"
                    + Long.toString(random.nextLong() >>> 1, 36);
            hires.add(() -> hire(
                    api, admin, "%s-%03d".formatted(runId, number), password, skills.get(number), capacity, number));
        }
        return new Team(all(hires, AT_ONCE));
    }

    /** Runs the jobs a few at a time; the first failure is thrown. */
    static <T> List<T> all(List<? extends Callable<T>> jobs, int atOnce) throws InterruptedException {
        var pool = Executors.newFixedThreadPool(atOnce);
        try {
            var results = new ArrayList<T>();
            for (var job : pool.invokeAll(jobs)) {
                results.add(job.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new CannotRun(String.valueOf(e.getCause()), e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Member hire(
            Api api, Session admin, String username, String password, Set<String> skills, int capacity, int number)
            throws InterruptedException {
        var body = Map.of(
                "username", username,
                "displayName", "Replay " + number,
                "password", password,
                "skills",
                        skills.stream()
                                .map(skill -> Map.of("name", skill, "level", SKILL_LEVEL))
                                .toList(),
                "capacity", capacity);
        var worker = admin.call(Call.post("/workers", body))
                .orFail("Creating an employee")
                .body();
        var session = new Session(api, username, password, number);
        session.token();
        return new Member(new Person(worker.path("id").asString(), username, skills, capacity), session);
    }
}
