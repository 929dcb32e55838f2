package dev.warren.server.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Command;
import dev.warren.server.messaging.Operation;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.IntegrationTest;

@IntegrationTest
class ReadyQueueIntegrationTests {

    /** No queue of that number exists, so nobody dispatches it. */
    private static final int QUEUE = 1_000_000;

    private static final Comparator<ReadyQueue.Place> ORDER = Comparator.comparingInt(ReadyQueue.Place::level)
            .thenComparing(ReadyQueue.Place::since)
            .thenComparing(ReadyQueue.Place::task, Sql::byteOrder);

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ReadyQueue ready;

    @Autowired
    Writer writer;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private Instant now = Instant.EPOCH;

    @BeforeEach
    void takeTime() {
        now = Sql.micros(clock.instant());
    }

    @AfterEach
    void clear() {
        jdbc.update("DELETE FROM ready WHERE queue_id = ?", QUEUE);
    }

    @Test
    void readsHeadsOldestAndTheWholeOrderFromTheIndexWithoutSorting() {
        fill(4_000);

        assertThat(plan(ReadyQueue.HEAD.formatted(20), QUEUE, 3)).isEqualTo("PRIMARY");
        assertThat(plan(ReadyQueue.OLDEST.formatted(20), QUEUE, 3, 2, Sql.at(now)))
                .isEqualTo("PRIMARY");
        assertThat(plan(ReadyQueue.WAITING, QUEUE, 0, Sql.at(Instant.EPOCH), new byte[16], 50))
                .isEqualTo("ready_order_ix");
        assertThat(plan(ReadyQueue.REQUIREMENTS, QUEUE)).isEqualTo("PRIMARY");
        assertThat(firstStep(ReadyQueue.offerable(ReadyQueue.HEAD).formatted(20), QUEUE, 3))
                .isEqualTo("PRIMARY");
        assertThat(firstStep(ReadyQueue.offerable(ReadyQueue.OLDEST).formatted(20), QUEUE, 3, 2, Sql.at(now)))
                .isEqualTo("PRIMARY");
    }

    private void fill(int count) {
        var rows = IntStream.range(0, count)
                .mapToObj(i -> new Object[] {
                    QUEUE, i % 8, 1 + i % 5, Sql.at(now.minusMillis(i)), Ids.bytes(Ids.next()), 1 + i % 5, null
                })
                .toList();
        jdbc.batchUpdate(
                "INSERT INTO ready (queue_id, requirement_id, level, since, task, priority, ages_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows);
        jdbc.queryForList("ANALYZE TABLE ready");
    }

    /** The index that a statement uses; it must neither sort nor build a temporary table. */
    private String plan(String sql, Object... arguments) {
        assertThat(jdbc.queryForList("EXPLAIN FORMAT=TRADITIONAL " + sql, arguments))
                .as(sql)
                .hasSize(1);
        return firstStep(sql, arguments);
    }

    /** The same of a statement that looks into other tables as well. */
    private String firstStep(String sql, Object... arguments) {
        var first = jdbc.queryForList("EXPLAIN FORMAT=TRADITIONAL " + sql, arguments)
                .get(0);
        assertThat(String.valueOf(first.get("Extra")).toLowerCase(Locale.ROOT))
                .as("%s: %s", sql, first)
                .doesNotContain("filesort", "temporary");
        return String.valueOf(first.get("key"));
    }

    @Test
    void givesTheFirstOfEachRequirementInOrder() {
        fill(100);

        var heads = ready.heads(QUEUE, List.of(0, 3), 4);

        assertThat(heads).hasSize(8);
        for (int requirement : List.of(0, 3)) {
            assertThat(heads.stream()
                            .filter(it -> it.requirement() == requirement)
                            .toList())
                    .hasSize(4)
                    .isSortedAccordingTo(ORDER)
                    .extracting(ReadyQueue.Place::level)
                    .contains(1);
        }
    }

    @Test
    void walksTheWholeOrderPageByPage() {
        fill(100);

        var walked = new ArrayList<ReadyQueue.Place>();
        for (var page = ready.waiting(QUEUE, null, 7); !page.isEmpty(); ) {
            walked.addAll(page);
            page = ready.waiting(QUEUE, page.get(page.size() - 1), 7);
        }

        assertThat(walked).hasSize(100).isSortedAccordingTo(ORDER);
    }

    @Test
    void movesUpWhatHasWaitedLongEnough() {
        var created = now.minus(Duration.ofHours(100));
        var old = arrival(Priority.P5, created);
        var urgent = arrival(Priority.P1, created);
        var young = arrival(Priority.P5, now.minus(Duration.ofHours(1)));
        add(old, urgent, young);
        jdbc.update(
                "UPDATE ready SET level = 5, ages_at = ? WHERE task = ?",
                Sql.at(created.plus(Duration.ofHours(8))),
                Ids.bytes(old.task())); // as it stood before its time came

        while (ready.age(now, 100) > 0) {
            // the dispatcher of this server may have been faster; what counts is the result
        }

        assertThat(levels())
                .containsOnly(Map.entry(old.task(), 2), Map.entry(urgent.task(), 1), Map.entry(young.task(), 5));
        assertThat(ready.waiting(QUEUE, null, 10))
                .extracting(ReadyQueue.Place::task)
                .containsExactly(urgent.task(), old.task(), young.task());
    }

    @Test
    void takesIntoAccountHowOldATaskIsThatBeginsToWaitAgain() {
        var old = arrival(Priority.P4, now.minus(Duration.ofHours(9)));

        add(old);

        assertThat(levels()).containsOnly(Map.entry(old.task(), 3));
    }

    @Test
    void findsTheOldestBehindALongHead() {
        var created = now.minus(Duration.ofHours(50));
        add(arrival(Priority.P3, created));
        add(IntStream.range(0, 20)
                .mapToObj(i -> arrival(Priority.P1, now.minusSeconds(i)))
                .toArray(ReadyQueue.Arrival[]::new));

        assertThat(ready.oldest(QUEUE, List.of(1), now.minus(Duration.ofHours(40)), 5))
                .extracting(ReadyQueue.Place::since)
                .containsExactly(created);
    }

    @Test
    void showsTheNewOrderAfterAPriorityWasChanged() {
        var company = new Company(new Api(port));
        var skill = company.newSkill();
        var queue = company.newQueue();
        var first = company.create("first", queue, Priority.P3, skill);
        var second = company.create("second", queue, Priority.P3, skill);
        var third = company.create("third", queue, Priority.P2, skill);

        var answer = company.post("/api/v1/tasks/" + second + "/priority", Map.of("priority", "P1"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(company.get("/api/v1/queues/" + queue + "/waiting?size=2")
                        .body()
                        .path("items")
                        .valueStream())
                .extracting(
                        it -> it.path("taskId").asString(),
                        it -> it.path("position").asInt())
                .containsExactly(tuple(second.toString(), 1), tuple(third.toString(), 2));
        var next = company.get("/api/v1/queues/" + queue + "/waiting?size=2")
                .body()
                .path("next")
                .asString();
        assertThat(company.get("/api/v1/queues/" + queue + "/waiting?size=2&cursor=" + next)
                        .body()
                        .path("items")
                        .valueStream())
                .extracting(
                        it -> it.path("taskId").asString(),
                        it -> it.path("position").asInt())
                .containsExactly(tuple(first.toString(), 3));
    }

    /** Lets tasks begin to wait, at their level of now. */
    private void add(ReadyQueue.Arrival... arrivals) {
        writer.write(
                new Operation<Integer, Integer>() {
                    @Override
                    public Collection<UUID> subjects(Integer none) {
                        return List.of();
                    }

                    @Override
                    public void apply(List<Command<Integer, Integer>> commands, Change change) {
                        ready.add(List.of(arrivals), change);
                        commands.forEach(it -> it.accept(arrivals.length));
                    }
                },
                0);
    }

    private static ReadyQueue.Arrival arrival(Priority priority, Instant created) {
        return new ReadyQueue.Arrival(Ids.next(), QUEUE, 1, priority, created);
    }

    private Map<UUID, Integer> levels() {
        return ready.waiting(QUEUE, null, 100).stream()
                .collect(Collectors.toMap(ReadyQueue.Place::task, ReadyQueue.Place::level));
    }
}
