package dev.warren.server.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.warren.server.shared.Ids;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.IntegrationTest;

@IntegrationTest
class CreateTasksIntegrationTests {

    private static final String TASKS = "/api/v1/tasks";
    private static final String BATCH = "/api/v1/tasks/batch";

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    Company company;
    String skill;

    @BeforeEach
    void open() {
        company = new Company(new Api(port));
        skill = company.newSkill();
    }

    private Map<String, Object> task(String title) {
        return Company.task(title, "default", Priority.P3, skill);
    }

    private int count(String title) {
        var count = jdbc.queryForObject("SELECT COUNT(*) FROM task WHERE title = ?", Integer.class, title);
        return count == null ? 0 : count;
    }

    @Test
    void answersARepeatAsTheFirstTime() {
        var title = "repeated " + Ids.next();

        var first = company.post(TASKS, task(title), "Idempotency-Key", title);
        var second = company.post(TASKS, task(title), "Idempotency-Key", title);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(count(title)).isEqualTo(1);
    }

    @Test
    void refusesTheKeyForAnotherPayload() {
        var title = "first " + Ids.next();
        company.post(TASKS, task(title), "Idempotency-Key", title);

        var other = company.post(TASKS, task("other"), "Idempotency-Key", title);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().path("code").asString()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void keepsTheKeysOfSingleCallsAndBatchesApart() {
        var title = "both " + Ids.next();
        company.post(TASKS, task(title), "Idempotency-Key", title);

        var batch = company.post(BATCH, Map.of("tasks", List.of(task(title))), "Idempotency-Key", title);

        assertThat(batch.status()).isEqualTo(201);
        assertThat(count(title)).isEqualTo(2);
    }

    @Test
    void makesOneTaskOfTwentyCallsAtOnceWithOneKey() throws InterruptedException {
        var title = "at once " + Ids.next();
        var threads = Executors.newFixedThreadPool(20);
        var go = new CountDownLatch(1);
        var calls = new ArrayList<CompletableFuture<Api.Answer>>();
        for (int i = 0; i < 20; i++) {
            calls.add(CompletableFuture.supplyAsync(
                    () -> {
                        await(go);
                        return company.post(TASKS, task(title), "Idempotency-Key", title);
                    },
                    threads));
        }
        go.countDown();

        assertThat(calls.stream().map(CompletableFuture::join).toList())
                .allSatisfy(it -> assertThat(it.status()).isEqualTo(201))
                .extracting(it -> it.body().path("id").asString())
                .containsOnly(calls.get(0).join().body().path("id").asString());
        assertThat(count(title)).isEqualTo(1);
        threads.shutdown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', invalid-idempotency-key", "' ', invalid-idempotency-key"})
    void refusesAnEmptyKey(String key, String code) {
        var answer = company.post(TASKS, task("no key"), "Idempotency-Key", key);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("code").asString()).isEqualTo(code);
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        assertThat(company.post(TASKS, task("x"), "Idempotency-Key", "k".repeat(255))
                        .status())
                .isEqualTo(201);
        assertThat(company.post(TASKS, task("x"), "Idempotency-Key", "k".repeat(256))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void createsAllOfABatchOrNothing() {
        var title = "good " + Ids.next();
        var bad = Company.task("bad", "default", Priority.P3, "no such skill");

        var answer = company.post(BATCH, Map.of("tasks", List.of(task(title), bad)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("code").asString()).isEqualTo("unknown-skill");
        assertThat(answer.text()).contains("/tasks/1/requiredSkills");
        assertThat(count(title)).isZero();
    }

    @Test
    void refusesASkillOrAQueueThatDoesNotExist() {
        var skillless = company.post(TASKS, Company.task("x", "default", Priority.P1, "no such skill"));
        var queueless = company.post(TASKS, Company.task("x", "no-such-queue", Priority.P1, skill));

        assertThat(skillless.status()).isEqualTo(422);
        assertThat(skillless.body().path("code").asString()).isEqualTo("unknown-skill");
        assertThat(queueless.status()).isEqualTo(422);
        assertThat(queueless.body().path("code").asString()).isEqualTo("unknown-queue");
    }

    @Test
    void createsAThousandInOneBatchInTheirOrder() {
        var queue = company.newQueue();
        var tasks = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 1_000; i++) {
            tasks.add(Company.task("Task %04d".formatted(i), queue, Priority.P3, skill));
        }

        var ids = company.post(BATCH, Map.of("tasks", tasks))
                .body()
                .path("ids")
                .valueStream()
                .map(it -> UUID.fromString(it.asString()))
                .toList();

        assertThat(ids).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(company.task(ids.get(999)).path("title").asString()).isEqualTo("Task 0999");
        assertThat(company.get("/api/v1/queues/" + queue + "/waiting?size=200")
                        .body()
                        .path("items")
                        .valueStream())
                .extracting(it -> it.path("title").asString())
                .containsExactlyElementsOf(tasks.stream()
                        .limit(200)
                        .map(it -> String.valueOf(it.get("title")))
                        .toList());
    }

    @Test
    void refusesMoreThanAThousandAtOnce() {
        var answer = company.post(BATCH, Map.of("tasks", Collections.nCopies(1_001, task("x"))));

        assertThat(answer.status()).isEqualTo(400);
    }
}
