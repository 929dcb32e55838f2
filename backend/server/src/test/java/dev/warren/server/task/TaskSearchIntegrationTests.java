package dev.warren.server.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.JsonNode;

import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.MovableClock;

/** What the list of tasks finds and counts, and by which index. */
@IntegrationTest
class TaskSearchIntegrationTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TaskSearch search;

    @Autowired
    MovableClock clock;

    Company company;
    String queue;
    String skill;

    @BeforeEach
    void open() {
        company = new Company(new Api(port));
        queue = company.newQueue();
        skill = company.newSkill();
    }

    @AfterEach
    void resetTime() {
        clock.reset();
    }

    private List<String> titles(String query) {
        var titles = new ArrayList<String>();
        var path = "/api/v1/tasks?size=2&queue=" + queue + "&" + query;
        for (var page = company.get(path); ; ) {
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.body().path("items").forEach(it -> titles.add(it.path("title").asString()));
            var next = page.body().path("next");
            if (next.isNull()) {
                return titles;
            }
            page = company.get(path + "&cursor=" + next.asString());
        }
    }

    private JsonNode facets(String query) {
        var answer = company.get("/api/v1/tasks/facets?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void sortsByPriorityThenAgePageByPage() {
        var expected = new ArrayList<String>();
        for (int i = 0; i < 9; i++) {
            var priority = Priority.of(1 + (i * 2) % 5);
            company.create(priority + " " + i, queue, priority, skill);
            expected.add(priority + " " + i);
        }
        expected.sort(Comparator.naturalOrder());

        assertThat(titles("sort=priority")).isEqualTo(expected);
        assertThat(titles("sort=priority&status=QUEUED")).isEqualTo(expected);
        assertThat(titles("sort=priority&priority=P1,P4"))
                .isEqualTo(expected.stream()
                        .filter(it -> it.startsWith("P1") || it.startsWith("P4"))
                        .toList());
        expected.sort(Comparator.comparing(it -> it.substring(3)));
        assertThat(titles("sort=createdAt&status=QUEUED,FAILED")).isEqualTo(expected);
        Collections.reverse(expected);
        assertThat(titles("status=QUEUED,CANCELLED")).isEqualTo(expected);
        assertThat(titles("")).isEqualTo(expected);
    }

    @Test
    void findsNothingBeyondThePrioritiesAskedFor() {
        company.create("first", queue, Priority.P4, skill);
        company.create("second", queue, Priority.P4, skill);
        var path = "/api/v1/tasks?size=1&sort=priority&queue=" + queue;
        var next = company.get(path).body().path("next").asString();

        var answer = company.get(path + "&priority=P1&cursor=" + next);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("items")).isEmpty();
    }

    @Test
    void filtersByEachProperty() {
        var other = company.newSkill();
        create("needs one", Map.of("requiredSkills", List.of(skill), "category", "disk"));
        create("needs both", Map.of("requiredSkills", List.of(other, skill), "dueAt", "2999-01-01T00:00:00Z"));
        create("needs a third", Map.of("requiredSkills", List.of(company.newSkill())));

        assertThat(titles("skill=" + skill)).containsExactlyInAnyOrder("needs one", "needs both");
        assertThat(titles("skill=" + other)).containsExactly("needs both");
        assertThat(titles("category=disk")).containsExactly("needs one");
        assertThat(titles("dueBefore=2999-01-01T00:00:01Z")).containsExactly("needs both");
        assertThat(titles("dueBefore=2999-01-01T00:00:00Z")).isEmpty();
        assertThat(titles("createdBy=root")).hasSize(3);
        assertThat(titles("createdBy=nobody")).isEmpty();
    }

    @Test
    void filtersByWhetherSomebodyHasIt() {
        var worker = company.hire(1, skill);
        company.create("free", queue, Priority.P3, company.newSkill());
        company.create("held", queue, Priority.P3, skill);
        worker.come().awaitOne();
        worker.leave();

        assertThat(titles("unassigned=true")).containsExactly("free");
        assertThat(titles("unassigned=false")).containsExactly("held");
    }

    @Test
    void filtersByAge() {
        company.create("old", queue, Priority.P3, skill);
        clock.advance(Duration.ofMinutes(10));
        company.create("young", queue, Priority.P3, skill);

        assertThat(titles("minAgeSeconds=600")).containsExactly("old");
        assertThat(titles("maxAgeSeconds=599")).containsExactly("young");
        assertThat(titles("minAgeSeconds=0&maxAgeSeconds=3000")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"GRÜN, 1", "grün, 1", "100%, 1", "100_, 0", "50!, 1", "%, 1", "_, 1", "\\, 1", "''' OR 1=1', 0", "🔥, 1"
    })
    void findsTextLiterallyInAnyCase(String text, int hits) {
        for (var title : List.of("Alles grün", "100% full", "snake_case", "50! times", "back\\slash", "🔥 fire")) {
            company.create(title, queue, Priority.P3, skill);
        }

        assertThat(titles("text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
                .hasSize(hits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unassigned=perhaps",
                "minAgeSeconds=-1",
                "maxAgeSeconds=x",
                "text=",
                "text=%00",
                "dueBefore=soon",
                "sort=-updatedAt",
                "status=QUEUED,DONE",
                "assignee=1",
                "filter=x"
            })
    void refusesBadFilters(String query) {
        for (var path : List.of("/api/v1/tasks?", "/api/v1/tasks/facets?")) {
            var answer = company.get(path + query);

            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.body().path("code").asString()).isEqualTo("invalid-parameter");
            assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo(query.split("=")[0]);
        }
    }

    @Test
    void saysWhatAFilterMayBe() {
        assertThat(company.get("/api/v1/tasks?status=DONE")
                        .body()
                        .at("/errors/0/message")
                        .asString())
                .startsWith("must be one of QUEUED, ");
        assertThat(company.get("/api/v1/tasks?skill=alchemy").status()).isEqualTo(422);
        assertThat(company.get("/api/v1/tasks/facets?queue=nowhere")
                        .body()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("queue");
    }

    @Test
    void countsEachFacetWithoutItsOwnFilter() {
        var second = company.newQueue();
        company.create("a", queue, Priority.P1, skill);
        company.create("b", queue, Priority.P2, skill);
        company.create("c", second, Priority.P1, skill);
        company.post("/api/v1/tasks/" + company.create("d", queue, Priority.P1, skill) + "/cancel");

        for (var counted : List.of("", "&skill=" + skill)) { // by the counters, and by the tasks themselves
            var facets = facets("queue=" + queue + "&status=QUEUED&priority=P1" + counted);

            assertThat(facets.path("total").asInt()).isEqualTo(1);
            assertThat(facets.at("/byStatus/QUEUED").asInt()).isEqualTo(1);
            assertThat(facets.at("/byStatus/CANCELLED").asInt()).isEqualTo(1);
            assertThat(facets.at("/byStatus/FAILED").isNumber()).isTrue();
            assertThat(facets.at("/byPriority/P1").asInt()).isEqualTo(1);
            assertThat(facets.at("/byPriority/P2").asInt()).isEqualTo(1);
            assertThat(facets.at("/byQueue/" + queue).asInt()).isEqualTo(1);
            assertThat(facets.at("/byQueue/" + second).asInt()).isEqualTo(1);
        }
        assertThat(facets("skill=" + skill + "&text=A").path("total").asInt()).isEqualTo(1);
        assertThat(facets("skill=" + skill).path("total").asInt()).isEqualTo(4);
    }

    @Test
    void readsListsByStateAndPriorityFromTheIndexWithoutSorting() {
        fill(3_000);
        var none = new UUID(0, 0);
        var p3 = new TaskSearch.After(Priority.P3, none);

        for (var sort : TaskSort.values()) {
            for (var after : Arrays.asList(null, p3)) {
                uses(
                        "task_state_ix",
                        filter(List.of(TaskStatus.QUEUED), List.of(Priority.P1, Priority.P4)),
                        sort,
                        after);
                uses("task_state_ix", filter(List.of(TaskStatus.QUEUED, TaskStatus.CANCELLED), null), sort, after);
            }
        }
        uses("task_state_ix", filter(null, null), TaskSort.PRIORITY, p3);
        uses("PRIMARY", filter(null, null), TaskSort.NEWEST, null);
        uses("PRIMARY", filter(null, null), TaskSort.OLDEST, p3);
    }

    private static TaskFilter filter(@Nullable List<TaskStatus> status, @Nullable List<Priority> priority) {
        return new TaskFilter(status, priority, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Every step of the plan takes that index; only the merge of the few rows found may sort. */
    private void uses(String index, TaskFilter filter, TaskSort sort, TaskSearch.@Nullable After after) {
        var query = search.query(filter, sort, after, 50);
        var plan = jdbc.queryForList(
                "EXPLAIN FORMAT=TRADITIONAL " + query.sql(), query.arguments().toArray());
        var steps = plan.stream()
                .filter(it -> !String.valueOf(it.get("table")).startsWith("<"))
                .toList();
        assertThat(steps).isNotEmpty().allSatisfy(step -> {
            assertThat(step.get("key")).as("%s: %s", query.sql(), step).isEqualTo(index);
            assertThat(String.valueOf(step.get("Extra")).toLowerCase(Locale.ROOT))
                    .as("%s: %s", query.sql(), step)
                    .doesNotContain("filesort", "temporary");
        });
    }

    private void fill(int count) {
        var now = Sql.at(Instant.parse("2026-01-01T00:00:00Z"));
        var rows = IntStream.range(0, count)
                .mapToObj(i -> new Object[] {
                    Ids.bytes(Ids.next()),
                    TaskStatus.values()[i % 7].name(),
                    1 + i % 5,
                    now,
                    now,
                    new byte[32],
                    "filled"
                })
                .toList();
        var requirement = jdbc.queryForObject("SELECT MIN(id) FROM requirement", Integer.class);
        jdbc.batchUpdate("""
                INSERT INTO task (id, queue_id, requirement_id, status, priority, attempt, version, created_at,
                    updated_at, chain, title, created_by) VALUES (?, 1, %d, ?, ?, 0, 1, ?, ?, ?, ?, 'filler')""".formatted(requirement), rows);
        jdbc.queryForList("ANALYZE TABLE task");
    }

    @AfterEach
    void clear() {
        jdbc.update("DELETE FROM task WHERE created_by = 'filler'");
    }

    private void create(String title, Map<String, Object> more) {
        var task = new HashMap<>(Company.task(title, queue, Priority.P3));
        task.putAll(more);
        var created = company.post("/api/v1/tasks", task);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
    }
}
