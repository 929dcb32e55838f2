package dev.warren.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.warren.server.task.Priority;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.OwnServer;

/** What holds when the quick ways are gone. */
class SafetyNetIntegrationTests {

    @Test
    void assignsEverythingByTheScheduleWhenEveryWakeUpIsLost() {
        try (var server = OwnServer.start(Map.of("warren.dispatch.drop-wake-ups", true))) {
            assignsTwentyOfTwenty(new Company(server.api()));
        }
    }

    @Test
    void dispatchesByTheLeaseInTheDatabaseWhenRedisIsGone() {
        try (var server = OwnServer.start(Map.of("warren.redis.url", "redis://127.0.0.1:1"))) {
            var company = new Company(server.api());
            assignsTwentyOfTwenty(company);

            var health = server.api().get("/api/v1/health");
            assertThat(health.status()).isEqualTo(200);
            assertThat(health.body().path("status").asString()).isEqualTo("DEGRADED");
            assertThat(health.body().at("/components/redis/status").asString()).isEqualTo("DOWN");
            assertThat(server.get(Leases.class).isRedisAway()).isTrue();
        }
    }

    private static void assignsTwentyOfTwenty(Company company) {
        var skill = company.newSkill();
        var worker = company.hire(20, skill).come();

        var tasks = company.create(20, Priority.P3, skill);

        worker.awaitOpen(20);
        assertThat(tasks).allSatisfy(it -> assertThat(company.statusOf(it)).isEqualTo("ASSIGNED"));
    }
}
