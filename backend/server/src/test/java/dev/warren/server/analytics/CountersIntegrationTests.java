package dev.warren.server.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.warren.server.identity.Accounts;
import dev.warren.server.identity.Role;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Ids;
import dev.warren.server.task.Priority;
import dev.warren.server.task.TaskEvent;
import dev.warren.server.task.TaskStatus;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.Recording;
import dev.warren.server.testing.SignedIn;
import dev.warren.server.testing.TaskStory;

@IntegrationTest
class CountersIntegrationTests {

    private final Recording recording = new Recording();
    private final String queue = "q-" + Ids.next();

    @Autowired
    Writer writer;

    @Autowired
    Counters counters;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @BeforeEach
    void openQueue() {
        jdbc.update("INSERT INTO task_queue (name, created_at) VALUES (?, UTC_TIMESTAMP(6))", queue);
    }

    @Test
    void agreesWithTheTasksAfterAnyChanges() {
        var stories = randomWork(new Random(42));

        store(stories);

        var expected = stories.stream()
                .collect(Collectors.groupingBy(
                        it -> new Cell(queue, it.status(), it.priority()), Collectors.counting()));
        assertThat(own()).isEqualTo(expected);
        assertThat(counters.correct().keySet()).noneMatch(it -> it.queue().equals(queue));
        assertThat(own()).isEqualTo(expected);
    }

    @Test
    void correctsWhatIsWrongByTheDifference() {
        store(randomWork(new Random(7)));
        counters.correct();
        var right = counters.read();
        jdbc.update("DELETE FROM counter WHERE queue = ? AND status = 'COMPLETED'", queue);
        jdbc.update("INSERT INTO counter VALUES (0, ?, 'FAILED', 5, 11) ON DUPLICATE KEY UPDATE n = n + 11", queue);

        var both = List.of(
                CompletableFuture.supplyAsync(counters::correct), CompletableFuture.supplyAsync(counters::correct));
        both.forEach(CompletableFuture::join);

        assertThat(counters.read()).isEqualTo(right);
        assertThat(counters.correct()).isEmpty();
    }

    @Test
    void foldsClosedWritersOnce() {
        counters.fold();
        jdbc.update("""
                INSERT INTO writer (id, server, started_at, alive_at, closed_at)
                VALUES (900001, 'gone', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)),
                       (900002, 'gone too', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))""");
        for (int shard : new int[] {900_001, 900_002}) {
            jdbc.update(
                    "INSERT INTO counter VALUES (?, ?, 'QUEUED', 1, 5), (?, ?, 'COMPLETED', 2, 7)",
                    shard,
                    queue,
                    shard,
                    queue);
        }
        var before = counters.read();

        var both =
                List.of(CompletableFuture.supplyAsync(counters::fold), CompletableFuture.supplyAsync(counters::fold));
        int folded = both.stream().mapToInt(CompletableFuture::join).sum();

        assertThat(folded).isEqualTo(4);
        assertThat(counters.read()).isEqualTo(before);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM counter WHERE writer >= 900001", Integer.class))
                .isZero();
        assertThat(counters.fold()).isZero();
    }

    @Test
    void answersManagersAndNobodyElse() {
        var api = new Api(port);
        store(List.of(told(new TaskStory(Ids.next(), queue, Priority.P1))));

        var answer = api.get(
                "/api/v1/statistics",
                SignedIn.signIn(accounts, api, Role.MANAGER).bearer());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("byQueue").path(queue).at("/QUEUED/P1").asLong())
                .isEqualTo(1);
        assertThat(answer.body().path("byStatus")).hasSize(TaskStatus.values().length);
        assertThat(answer.body().at("/writer/commits").asLong()).isPositive();
        assertThat(api.get(
                                "/api/v1/statistics",
                                SignedIn.signIn(accounts, api, Role.EMPLOYEE).bearer())
                        .status())
                .isEqualTo(403);
        assertThat(api.get("/api/v1/statistics").status()).isEqualTo(401);
    }

    private TaskStory told(TaskStory story) {
        writer.write(recording, List.of(story.queued()));
        return story;
    }

    /** Tasks that went some random way, in commits of random size. */
    private List<TaskStory> randomWork(Random random) {
        var stories = new ArrayList<TaskStory>();
        var written = new ArrayList<CompletableFuture<Integer>>();
        for (int i = 0; i < 300; i++) {
            var story = new TaskStory(Ids.next(), queue, Priority.of(1 + random.nextInt(5)));
            var events = new ArrayList<TaskEvent>(List.of(story.queued()));
            for (int step = random.nextInt(8); step > 0 && story.status() != TaskStatus.COMPLETED; step--) {
                events.add(next(story, random));
            }
            stories.add(story);
            int cut = random.nextInt(events.size());
            written.add(writer.submit(recording, List.copyOf(events.subList(0, cut + 1))));
            if (cut + 1 < events.size()) {
                written.add(writer.submit(recording, List.copyOf(events.subList(cut + 1, events.size()))));
            }
        }
        written.forEach(CompletableFuture::join);
        return stories;
    }

    private static TaskEvent next(TaskStory story, Random random) {
        if (random.nextInt(4) == 0) {
            return story.reprioritised(Priority.of(1 + random.nextInt(5)));
        }
        return switch (story.status()) {
            case QUEUED -> story.assigned();
            case ASSIGNED -> story.started();
            case IN_PROGRESS -> random.nextBoolean() ? story.completed() : story.failed();
            default -> story.requeued();
        };
    }

    private void store(List<TaskStory> stories) {
        jdbc.update("""
                INSERT IGNORE INTO requirement (id, fingerprint, skills, min_level)
                VALUES (1, UNHEX(REPEAT('00', 32)), '', 1)""");
        var number = jdbc.queryForObject("SELECT id FROM task_queue WHERE name = ?", Integer.class, queue);
        jdbc.batchUpdate(
                """
                INSERT INTO task (id, queue_id, requirement_id, status, priority, attempt, version, created_at, updated_at,
                                  chain, title, created_by)
                VALUES (?, ?, 1, ?, ?, 1, 1, '2026-01-01', '2026-01-01', '01234567890123456789012345678901', 'x', 'x')""",
                stories.stream()
                        .map(it -> new Object[] {
                            Ids.bytes(it.task()),
                            number,
                            it.status().name(),
                            it.priority().level()
                        })
                        .toList());
    }

    private Map<Cell, Long> own() {
        return counters.read().entrySet().stream()
                .filter(it -> it.getKey().queue().equals(queue))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
