package dev.warren.server.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;

/** One queue that promises the same for P1 to P3: assigned in 1 000 s, begun in 2 000 s, done in 4 000 s. */
record Promises(Company company, String queue) {

    static Promises of(Company company) {
        var promises = new Promises(company, company.newQueue());
        promises.require(promises.escalate());
        return promises;
    }

    /** What it does when a promise is late. */
    Api.Answer escalate(Map<String, ?>... steps) {
        return put(Map.of("escalations", List.of(steps)));
    }

    Api.Answer put(Map<String, ?> more) {
        var level = new HashMap<String, Object>(Map.of(
                "calendar",
                "always",
                "riskPercent",
                75,
                "pauseOnHold",
                true,
                "targets",
                List.of(targets("P1"), targets("P2"), targets("P3"))));
        level.putAll(more);
        return company.put("/api/v1/queues/" + queue + "/service-levels", level);
    }

    private static Map<String, ?> targets(String priority) {
        return Map.of(
                "priority", priority, "assignSeconds", 1_000, "firstActionSeconds", 2_000, "resolveSeconds", 4_000);
    }

    JsonNode read() {
        return company.get("/api/v1/queues/" + queue + "/service-levels").body();
    }

    void require(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    static Map<String, Object> step(String kind, String at, String action, Map<String, ?> more) {
        var step = new HashMap<String, Object>(Map.of("kind", kind, "at", at, "action", action));
        step.putAll(more);
        return step;
    }

    JsonNode clock(UUID task, String kind) {
        return company.get("/api/v1/tasks/" + task + "/service-level")
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    String state(UUID task, String kind) {
        return clock(task, kind).path("state").asString();
    }

    List<JsonNode> history(UUID task, String type) {
        return company.get("/api/v1/tasks/" + task + "/history?size=200")
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("type").asString().equals(type))
                .toList();
    }
}
