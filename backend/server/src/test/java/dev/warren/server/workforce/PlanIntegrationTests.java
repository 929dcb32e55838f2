package dev.warren.server.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.testing.IntegrationTest;

/** Schedules, and the plan that comes of them. */
@IntegrationTest
class PlanIntegrationTests extends ShiftScenario {

    @Test
    void keepsAScheduleAndSaysWhatComesOfIt() {
        var worker = hire();
        var path = "/api/v1/workers/" + worker.id() + "/schedule";
        assertThat(company.get(path).body().path("version").asInt()).isZero();
        var everyDay = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");
        var first = now().toLocalDate().plusDays(3);
        var planned = schedule(
                everyDay.stream()
                        .map(it -> Map.of("day", it, "from", "09:00", "until", "17:00"))
                        .toList(),
                List.of(Map.of("from", first.toString(), "to", first.plusDays(1).toString(), "note", "the sea")),
                List.of());

        var put = company.put(path, planned, "If-Match", "\"0\"");

        assertThat(put.status()).as(put.text()).isEqualTo(200);
        assertThat(put.header("ETag")).isEqualTo("\"1\"");
        for (var view : List.of(put, company.get(path), worker.get("/api/v1/me/schedule"))) {
            assertThat(view.body().path("zone").asString()).isEqualTo("UTC");
            assertThat(view.body().path("weekly")).hasSize(7);
            assertThat(view.body().at("/weekly/0/from").asString()).isEqualTo("09:00");
            assertThat(view.body().at("/vacations/0/note").asString()).isEqualTo("the sea");
            var days = view.body()
                    .path("shifts")
                    .valueStream()
                    .map(it -> it.path("from").asString().substring(0, 10))
                    .toList();
            assertThat(days)
                    .contains(first.minusDays(1).toString(), first.plusDays(2).toString())
                    .doesNotContain(first.toString(), first.plusDays(1).toString());
        }
        assertThat(company.put(path, planned, "If-Match", "\"0\"").status()).isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'zone':'Mars','weekly':[],'vacations':[],'extra':[]}; 422; /zone",
                "{'weekly':[],'vacations':[],'extra':[]}; 400; /zone",
                "{'zone':'UTC','vacations':[],'extra':[]}; 400; /weekly",
                "{'zone':'UTC','weekly':[null],'vacations':[],'extra':[]}; 400; /weekly/0",
                "{'zone':'UTC','weekly':[{'day':'FUNDAY','from':'09:00','until':'10:00'}],'vacations':[],'extra':[]}; 400; /weekly/0/day",
                "{'zone':'UTC','weekly':[{'day':'MONDAY','from':'9','until':'10:00'}],'vacations':[],'extra':[]}; 400; /weekly/0/from",
                "{'zone':'UTC','weekly':[{'day':'MONDAY','from':'09:00','until':'24:00'}],'vacations':[],'extra':[]}; 400; /weekly/0/until",
                "{'zone':'UTC','weekly':[],'vacations':[{'from':'2026-02-30','to':'2026-03-01'}],'extra':[]}; 400; /vacations/0/from",
                "{'zone':'UTC','weekly':[],'vacations':[{'from':'2026-03-02','to':'2026-03-01'}],'extra':[]}; 422; /vacations/0/to",
                "{'zone':'UTC','weekly':[],'vacations':[],'extra':[{'date':'2026-03-02','from':'09:00','until':'09:00'}]}; 422; /extra/0/until",
            })
    void refusesAScheduleThatNoCalendarHas(String body, int status, String pointer) {
        var path = "/api/v1/workers/" + hire().id() + "/schedule";

        var answer = company.put(path, new JsonMapper().readValue(body.replace('\'', '"'), Map.class));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).contains("\"" + pointer + "\"");
        assertThat(company.get(path).body().path("version").asInt()).isZero();
    }

    @Test
    void showsWhoWorksWhenWithVacationsAndPresence() {
        var worker = hire();
        var today = now().toLocalDate();
        plan(
                worker,
                schedule(
                        List.of(),
                        List.of(Map.of("from", today.toString(), "to", today.toString())),
                        List.of(Map.of("date", today.plusDays(1).toString(), "from", "22:00", "until", "06:00"))));
        worker.come();

        var from = today + "T00:00:00Z";
        var to = today.plusDays(2) + "T00:00:00Z";
        var mine = everybody("?from=" + from + "&to=" + to).stream()
                .filter(it -> it.path("workerId").asString().equals(worker.id().toString()))
                .findFirst()
                .orElseThrow();

        assertThat(mine.at("/shifts/0/from").asString()).isEqualTo(today.plusDays(1) + "T22:00:00Z");
        assertThat(mine.at("/shifts/0/until").asString()).isEqualTo(today.plusDays(2) + "T06:00:00Z");
        assertThat(mine.at("/vacations/0/from").asString()).isEqualTo(today.toString());
        assertThat(mine.path("presence").asString()).as("presence by hand wins").isEqualTo("AVAILABLE");
        create("although on vacation", 60);
        worker.complete(worker.awaitOne().path("id").asString());
        assertThat(company.get("/api/v1/schedule?from=" + to + "&to=" + from).status())
                .isEqualTo(400);
        assertThat(company.get("/api/v1/schedule?from=" + from + "&to=" + today.plusDays(36) + "T00:00:00Z")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void showsWhatWouldComeOfAScheduleWithoutPlanningIt() {
        var worker = hire();
        var tomorrow = now().toLocalDate().plusDays(1);
        var night = Map.of("date", tomorrow.toString(), "from", "22:00", "until", "06:00");

        var shown = company.post("/api/v1/schedule/preview", schedule(List.of(), List.of(), List.of(night)));

        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        assertThat(shown.body().path("shifts")).hasSize(1);
        assertThat(shown.body().at("/shifts/0/until").asString()).isEqualTo(tomorrow.plusDays(1) + "T06:00:00Z");
        assertThat(company.get("/api/v1/workers/" + worker.id() + "/schedule")
                        .body()
                        .path("version")
                        .asInt())
                .isZero();
        var endless = Map.of("date", tomorrow.toString(), "from", "22:00", "until", "22:00");
        var refused = company.post("/api/v1/schedule/preview", schedule(List.of(), List.of(), List.of(endless)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("\"/extra/0/until\"");
    }

    @Test
    void showsThePlanOfThoseWithASkillOrAName() {
        var worker = hire();

        assertThat(everybody("?text=" + worker.username()))
                .extracting(it -> it.path("workerId").asString())
                .containsExactly(worker.id().toString());
        assertThat(company.get("/api/v1/schedule?skill=nobody-has-this").status())
                .isEqualTo(422);
    }

    private List<JsonNode> everybody(String query) {
        var all = new ArrayList<JsonNode>();
        var page = company.get("/api/v1/schedule" + query + "&size=200").body();
        while (true) {
            page.path("items").valueStream().forEach(all::add);
            if (page.path("next").isNull()) {
                return all;
            }
            page = company.get("/api/v1/schedule" + query + "&size=200&cursor="
                            + page.path("next").asString())
                    .body();
        }
    }
}
