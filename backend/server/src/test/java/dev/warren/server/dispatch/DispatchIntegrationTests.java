package dev.warren.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.JsonNode;

import dev.warren.server.dispatch.strategy.Candidate;
import dev.warren.server.dispatch.strategy.Params;
import dev.warren.server.dispatch.strategy.RoundInput;
import dev.warren.server.dispatch.strategy.Snapshot;
import dev.warren.server.dispatch.strategy.WaitingTask;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;
import dev.warren.server.skill.Requirement;
import dev.warren.server.task.Priority;
import dev.warren.server.task.TaskQueue;
import dev.warren.server.task.TaskQueues;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.Employee;
import dev.warren.server.testing.IntegrationTest;

@IntegrationTest
class DispatchIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Writer writer;

    @Autowired
    ApplyRound apply;

    @Autowired
    TaskQueues queues;

    @Autowired
    RedissonClient redisson;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    Company company;
    String skill;
    final List<Employee> hired = new ArrayList<>();

    @BeforeEach
    void open() {
        company = new Company(new Api(port));
        skill = company.newSkill();
        jdbc.update("UPDATE worker SET presence = 'OFFLINE'"); // whoever other tests have forgotten
    }

    @AfterEach
    void close() {
        hired.forEach(Employee::leave);
    }

    private Employee hire(int capacity, String... skills) {
        var employee = company.hire(capacity, skills);
        hired.add(employee);
        return employee;
    }

    /** Completes one task after the other as they come; returns their titles. */
    private static List<String> workOff(Employee worker, int count) {
        var titles = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var next = worker.awaitOne();
            titles.add(next.at("/task/title").asString());
            worker.complete(next.path("id").asString());
        }
        return titles;
    }

    private int number(String column, String table, UUID task) {
        var value = jdbc.queryForObject(
                "SELECT %s FROM %s WHERE %s = ?".formatted(column, table, table.equals("task") ? "id" : "task"),
                Integer.class,
                (Object) Ids.bytes(task));
        return Objects.requireNonNull(value);
    }

    private JsonNode decision(UUID task) {
        return company.get("/api/v1/tasks/" + task + "/decision").body();
    }

    @Test
    void assignsByPriorityAndThenByAge() {
        company.create("third", Priority.P3, skill);
        company.create("first", Priority.P1, skill);
        company.create("second", Priority.P2, skill);
        company.create("fourth", Priority.P3, skill);

        assertThat(workOff(hire(1, skill).come(), 4)).containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void letsALongWaitCountAsUrgencyButNeverAboveARealP1() {
        var old = company.create("old", Priority.P5, skill);
        company.create("urgent", Priority.P1, skill);
        company.create("important", Priority.P2, skill);
        var created = Sql.at(clock.instant().minus(Duration.ofHours(30)));
        jdbc.update("UPDATE task SET created_at = ? WHERE id = ?", created, Ids.bytes(old));
        jdbc.update("UPDATE ready SET since = ?, ages_at = ? WHERE task = ?", created, created, Ids.bytes(old));
        await().atMost(PATIENCE).until(() -> number("level", "ready", old) == 2);

        assertThat(workOff(hire(1, skill).come(), 3)).containsExactly("urgent", "old", "important");
        assertThat(decision(old).path("effectivePriority").asInt()).isEqualTo(2);
    }

    @Test
    void choosesWhoeverHoldsTheLeast() {
        var busy = hire(4, skill).come();
        company.create(2, Priority.P3, skill);
        busy.awaitOpen(2);
        var idle = hire(4, skill).come();

        var task = company.create("for the idle one", Priority.P3, skill);

        assertThat(idle.awaitOne().path("taskId").asString()).isEqualTo(task.toString());
        var decision = decision(task);
        assertThat(decision.path("decidedBy").asString()).isEqualTo("LOAD");
        assertThat(decision.path("eligible").asInt()).isEqualTo(2);
        assertThat(decision.path("runnersUp")).hasSize(1);
    }

    @Test
    void sharesAPileEvenly() {
        var workers = List.of(hire(10, skill), hire(10, skill), hire(10, skill));
        workers.forEach(Employee::come);

        company.create(15, Priority.P3, skill);

        workers.forEach(it -> it.awaitOpen(5));
    }

    @Test
    void isNotBlockedByAHeadThatNobodyCanServe() {
        company.create("impossible", Priority.P1, company.newSkill());
        var region = Company.task("elsewhere", "default", Priority.P1, skill);
        region.put("region", "nowhere-" + skill);
        company.post("/api/v1/tasks", region);
        var possible = company.create("possible", Priority.P5, skill);
        var worker = hire(1, skill);
        jdbc.update("UPDATE worker SET region = 'here' WHERE id = ?", (Object) Ids.bytes(worker.id()));

        assertThat(worker.come().awaitOne().path("taskId").asString()).isEqualTo(possible.toString());
    }

    @Test
    void explainsADecisionThatItCanRepeat() {
        var task = company.create("why", Priority.P2, skill);
        var worker = hire(1, skill).come();
        worker.awaitOne();

        var decision = decision(task);

        assertThat(decision.path("verified").asBoolean())
                .as(decision.toString())
                .isTrue();
        assertThat(decision.path("workerId").asString()).isEqualTo(worker.id().toString());
        assertThat(decision.path("decidedBy").asString()).isEqualTo("ONLY_ONE");
        assertThat(decision.path("sentence").asString()).isEqualTo("The only one who could take this task.");
        assertThat(decision.path("strategy").asString()).isEqualTo("priority-fair");
        assertThat(decision.path("attempt").asInt()).isEqualTo(1);
        assertThat(worker.get("/api/v1/tasks/" + task + "/decision").body()).isEqualTo(decision);
    }

    @Test
    void repeatsEveryDecisionOfACrowdedRound() {
        var workers = List.of(hire(7, skill), hire(3, skill), hire(5, skill));
        var tasks = company.create(15, Priority.P3, skill);
        workers.forEach(Employee::come);
        await().atMost(PATIENCE)
                .until(() -> workers.stream().mapToInt(it -> it.open().size()).sum() == 15);

        assertThat(tasks)
                .allSatisfy(it ->
                        assertThat(decision(it).path("verified").asBoolean()).isTrue());
    }

    @Test
    void refusesARoundOfAnOldEpoch() {
        var queue = queues.named(TaskQueue.DEFAULT);
        var task = company.create("fenced", Priority.P3, skill);
        var worker = company.hire(1, skill); // not here: only the forged round could give it the task
        long epoch = epochOf(queue);
        var need = new Requirement(number("requirement_id", "task", task), List.of(), 1, null);
        var now = Sql.micros(clock.instant());
        var input = new RoundInput(
                new Snapshot(
                        queue.name(),
                        now,
                        List.of(new WaitingTask(task, need.id(), 3, 3, now, false, Set.of())),
                        List.of(new Candidate(worker.id(), 1, 0, Map.of(), null, 0, Instant.EPOCH)),
                        Map.of(need.id(), need),
                        Map.of()),
                Params.DEFAULT,
                1);
        assertThat(input.decide().matches()).hasSize(1);

        var result = writer.write(apply, new ApplyRound.Round(Ids.next(), queue, epoch - 1, input, input.decide()));

        assertThat(result.fenced()).isTrue();
        assertThat(result.made()).isZero();
        assertThat(company.statusOf(task)).isEqualTo("QUEUED");
        assertThat(company.get("/api/v1/tasks/" + task + "/decision").status()).isEqualTo(404);
    }

    @Test
    void goesOnInANewEpochAfterItWasFencedOff() {
        var queue = queues.named(TaskQueue.DEFAULT);
        hire(20, skill).come();
        company.create(1, Priority.P3, skill);
        hired.get(0).awaitOpen(1);
        long before = epochOf(queue);

        jdbc.update("UPDATE dispatch_lease SET epoch = epoch + 1 WHERE queue_id = ?", queue.id());
        company.create(10, Priority.P3, skill);

        hired.get(0).awaitOpen(11);
        assertThat(epochOf(queue)).isGreaterThan(before + 1);
    }

    @Test
    void goesOnWhenRedisForgetsItsLock() {
        hire(20, skill).come();
        redisson.getLock("warren:dispatch:default").forceUnlock();

        var tasks = company.create(10, Priority.P3, skill);

        hired.get(0).awaitOpen(10);
        assertThat(tasks)
                .allSatisfy(it ->
                        assertThat(company.task(it).path("attempt").asInt()).isEqualTo(1));
    }

    private long epochOf(TaskQueue queue) {
        return await().atMost(PATIENCE)
                .until(
                        () -> jdbc.queryForList(
                                "SELECT epoch FROM dispatch_lease WHERE queue_id = ?", Long.class, queue.id()),
                        it -> !it.isEmpty())
                .get(0);
    }

    @Test
    void saysWhyATaskWaits() {
        var task = company.create("waits", Priority.P1, skill);
        assertThat(reason(task)).isEqualTo("NOBODY_PRESENT");

        hire(1).come();
        assertThat(reason(task)).isEqualTo("NO_SKILL");

        var able = hire(1, skill).come();
        able.awaitOne();
        var second = company.create("waits too", Priority.P2, skill);
        assertThat(reason(second)).isEqualTo("NO_CAPACITY");

        able.complete(able.awaitOne().path("id").asString());
        assertThat(able.awaitOne().path("taskId").asString()).isEqualTo(second.toString());
    }

    @Test
    void listsWhatWaitsWithAllThatTheTaskSays() {
        var due = Instant.parse("2030-01-31T08:00:00Z");
        var id = company.post(
                        "/api/v1/tasks",
                        Map.of(
                                "title", "waits for a day",
                                "priority", "P2",
                                "category", "network",
                                "dueAt", due.toString(),
                                "requiredSkills", List.of(skill)))
                .body()
                .path("id")
                .asString();

        var it = waiting(UUID.fromString(id));
        var task = company.task(UUID.fromString(id));

        assertThat(it.path("category").asString()).isEqualTo("network");
        assertThat(Instant.parse(it.path("dueAt").asString())).isEqualTo(due);
        assertThat(it.path("attempt").asInt()).isZero();
        assertThat(it.path("createdBy")).isEqualTo(task.path("createdBy"));
    }

    private String reason(UUID task) {
        return waiting(task).at("/why/reason").asString();
    }

    private JsonNode waiting(UUID task) {
        var path = "/api/v1/queues/default/waiting?size=200";
        var page = company.get(path).body();
        while (true) {
            for (var it : page.path("items")) {
                if (it.path("taskId").asString().equals(task.toString())) {
                    return it;
                }
            }
            assertThat(page.path("next").isNull()).as("task %s waits", task).isFalse();
            page = company.get(path + "&cursor=" + page.path("next").asString()).body();
        }
    }
}
