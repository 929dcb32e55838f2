package dev.warren.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.warren.server.shared.Ids;
import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.ServerProcess;
import dev.warren.server.testing.TestServers;

/** Two servers as they run in production: processes of their own on the same database, Redis and broker. */
class TwoServersIntegrationTests {

    private static final Logger log = LoggerFactory.getLogger(TwoServersIntegrationTests.class);
    private static final int BEFORE = 60;
    private static final int AFTER = 60;

    private final Map<String, Object> settings = TestServers.apart();
    private final JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(
            String.valueOf(settings.get("spring.datasource.url")),
            String.valueOf(settings.get("spring.datasource.username")),
            String.valueOf(settings.get("spring.datasource.password"))));
    private final List<Api> alive = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    @Test
    void loseNothingWhenTheOneThatDispatchesIsKilled() {
        var clerks = Executors.newScheduledThreadPool(3);
        try (var one = ServerProcess.start("two-servers-1", settings)) {
            one.awaitReady(); // alone at the migrations
            try (var other = ServerProcess.start("two-servers-2", settings)) {
                other.awaitReady();
                alive.addAll(List.of(one.api(), other.api()));
                var company = new Company(one.api());
                var skill = company.newSkill();
                var workers = IntStream.range(0, 3)
                        .mapToObj(it -> company.hire(4, skill))
                        .toList();
                workers.forEach(it -> {
                    it.come();
                    clerks.scheduleWithFixedDelay(() -> workOff(it), 0, 50, TimeUnit.MILLISECONDS);
                });

                var tasks = new ArrayList<UUID>();
                IntStream.range(0, BEFORE).forEach(it -> tasks.add(create(company, skill)));
                await().atMost(Duration.ofSeconds(30)).until(() -> completed() > BEFORE / 3);
                var leader = leader();
                var victim = isOf(one, leader) ? one : other;
                var survivor = victim == one ? other : one;
                victim.kill();
                long killed = System.nanoTime();
                alive.remove(victim.api());

                IntStream.range(0, AFTER).forEach(it -> tasks.add(create(company, skill)));
                await().atMost(Duration.ofSeconds(30)).until(() -> !leader().equals(leader));
                log.info("Taken over after {} ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed));
                await().atMost(Duration.ofSeconds(60)).until(() -> completed() == BEFORE + AFTER);

                everythingHappenedOnce(tasks);
                workers.forEach(it -> hasFeedWithoutGaps(it.at(survivor.api())));
                await().atMost(Duration.ofSeconds(45))
                        .until(() -> count("SELECT COUNT(*) FROM writer WHERE published_seq < last_seq") == 0);
                log.info("All done after {} ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed));
            }
        } finally {
            clerks.shutdownNow();
        }
    }

    /** By whichever server is next; when that one is gone, once more with the same key by another. */
    private UUID create(Company company, String skill) {
        var key = Ids.next().toString();
        var body = Company.task("Task " + key, "default", Priority.P3, skill);
        while (true) {
            var server = next();
            try {
                var answer = company.at(server).post("/api/v1/tasks", body, "Idempotency-Key", key);
                assertThat(answer.status()).as(answer.text()).isEqualTo(201);
                return UUID.fromString(answer.body().path("id").asString());
            } catch (UncheckedIOException e) {
                alive.remove(server);
            }
        }
    }

    private Api next() {
        return alive.get(turn.getAndIncrement() % alive.size());
    }

    /** What a person does: looks what there is, and does it. */
    private void workOff(Employee worker) {
        try {
            for (var it : worker.at(next()).open()) {
                worker.at(next()).complete(it.path("id").asString());
            }
        } catch (UncheckedIOException e) {
            log.info("A server is gone, the other one next time");
        }
    }

    private int count(String sql) {
        var count = jdbc.queryForObject(sql, Integer.class);
        return count == null ? 0 : count;
    }

    private int completed() {
        return count("SELECT COUNT(*) FROM task WHERE status = 'COMPLETED'");
    }

    private String leader() {
        return jdbc.queryForObject("SELECT LOWER(HEX(holder)) FROM dispatch_lease WHERE queue_id = 1", String.class);
    }

    /** A server's name among the writers holds its process and the end of its id. */
    private boolean isOf(ServerProcess server, String holder) {
        return jdbc.queryForList("SELECT server FROM writer", String.class).stream()
                .anyMatch(it -> it.equals("pid-%d-%s".formatted(server.pid(), holder.substring(20))));
    }

    private void everythingHappenedOnce(List<UUID> tasks) {
        assertThat(tasks).doesNotHaveDuplicates().hasSize(BEFORE + AFTER);
        assertThat(count("SELECT COUNT(*) FROM task")).isEqualTo(tasks.size());
        for (var type : List.of("task.queued", "task.assigned", "task.completed")) {
            assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM event WHERE type = ?", Integer.class, type))
                    .as(type)
                    .isEqualTo(tasks.size());
        }
        assertThat(count("SELECT COUNT(*) FROM task WHERE attempt <> 1")).isZero();
        assertThat(count("SELECT COUNT(*) FROM active")).isZero();
        assertThat(count("SELECT COUNT(*) FROM ready")).isZero();
        assertThat(count("SELECT SUM(active) FROM worker")).isZero();
    }

    private static void hasFeedWithoutGaps(Employee worker) {
        var feed = worker.get("/api/v1/me/feed?size=500").body();
        assertThat(feed.path("entries").valueStream().map(it -> it.path("seq").asLong()))
                .isNotEmpty()
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, feed.path("head").asLong())
                                .boxed()
                                .toList());
    }
}
