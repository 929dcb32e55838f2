package dev.warren.server.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.IntegrationTest;

@IntegrationTest
class TaskQueueIntegrationTests {

    @LocalServerPort
    int port;

    Company company;
    String queue;

    @BeforeEach
    void open() {
        company = new Company(new Api(port));
        queue = "/api/v1/queues/" + company.newQueue();
    }

    @Test
    void assignsAtOnceUnlessItIsToldToAsk() {
        var settings = company.get(queue).body();

        assertThat(settings.path("acceptance").asString()).isEqualTo("AUTO");
        assertThat(settings.path("offerSeconds").asInt()).isEqualTo(30);
        assertThat(settings.path("declineLimit").asInt()).isEqualTo(3);
    }

    @Test
    void changesWhatIsSaidAndNothingElse() {
        company.patch(queue, Map.of("acceptance", "MANUAL", "offerSeconds", 45));

        var changed = company.patch(queue, Map.of("declineLimit", 5));

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        var settings = company.get(queue);
        assertThat(settings.body()).isEqualTo(changed.body());
        assertThat(settings.body().path("acceptance").asString()).isEqualTo("MANUAL");
        assertThat(settings.body().path("offerSeconds").asInt()).isEqualTo(45);
        assertThat(settings.body().path("declineLimit").asInt()).isEqualTo(5);
        assertThat(settings.header("ETag")).isEqualTo("\"3\"");
        assertThat(company.get("/api/v1/queues").text()).contains(settings.text());
    }

    @Test
    void refusesToOverwriteWhatSomebodyElseChanged() {
        company.patch(queue, Map.of("offerSeconds", 60));

        var late = company.patch(queue, Map.of("offerSeconds", 90), "If-Match", "\"1\"");

        assertThat(late.status()).isEqualTo(412);
        assertThat(company.get(queue).body().path("offerSeconds").asInt()).isEqualTo(60);
        assertThat(company.patch(queue, Map.of("offerSeconds", 90), "If-Match", "\"2\"")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"offerSeconds, 4", "offerSeconds, 3601", "declineLimit, 0", "declineLimit, 101", "name, 1"})
    void refusesWhatMakesNoSense(String field, int value) {
        assertThat(company.patch(queue, Map.of(field, value)).status()).isEqualTo(400);
    }

    @Test
    void knowsNoQueueOfAnotherName() {
        assertThat(company.get("/api/v1/queues/no-such").status()).isEqualTo(404);
        assertThat(company.patch("/api/v1/queues/no-such", Map.of()).status()).isEqualTo(404);
    }
}
