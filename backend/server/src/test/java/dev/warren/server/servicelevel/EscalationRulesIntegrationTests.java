package dev.warren.server.servicelevel;

import static dev.warren.server.servicelevel.Promises.step;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.warren.server.shared.Ids;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.IntegrationTest;

@IntegrationTest
class EscalationRulesIntegrationTests {

    @LocalServerPort
    int port;

    Company company;
    Promises promises;

    @BeforeEach
    void open() {
        company = new Company(new Api(port));
        promises = Promises.of(company);
    }

    /**
     * @param code of the refusal
     * @param pointer to what is wrong, below the second step
     */
    record Wrong(Map<String, ?> step, int status, String code, String pointer) {}

    static Stream<Wrong> wrong() {
        return Stream.of(
                new Wrong(relax(Map.of("skill", "nobody knows it")), 422, "unknown-skill", "/skill"),
                new Wrong(relax(Map.of()), 422, "rule-violated", "/skill"),
                new Wrong(relax(Map.of("skill", "java", "minSkillLevel", 2)), 422, "rule-violated", "/skill"),
                new Wrong(relax(Map.of("minSkillLevel", 5)), 400, "invalid-field", "/minSkillLevel"),
                new Wrong(overflow(Map.of("queue", "nowhere")), 422, "unknown-queue", "/queue"),
                new Wrong(overflow(Map.of()), 422, "rule-violated", "/queue"),
                new Wrong(tell(Map.of("accounts", List.of(Ids.next()))), 422, "rule-violated", "/accounts"),
                new Wrong(tell(Map.of()), 422, "rule-violated", "/accounts"),
                new Wrong(tell(Map.of("accounts", List.of())), 422, "rule-violated", "/accounts"),
                new Wrong(
                        tell(Map.of("accounts", Collections.nCopies(21, Ids.next()))),
                        400,
                        "invalid-field",
                        "/accounts"),
                new Wrong(tell(Map.of("accounts", List.of("grace"))), 400, "invalid-field", "/accounts/0"),
                new Wrong(tell(Map.of("roles", List.of("EMPLOYEE"))), 400, "invalid-field", "/roles/0"),
                new Wrong(tell(Map.of("roles", List.of("ADMIN"), "queue", "default")), 422, "rule-violated", "/queue"),
                new Wrong(raise(Map.of("priority", "P0")), 400, "invalid-field", "/priority"),
                new Wrong(raise(Map.of("delaySeconds", -1)), 400, "invalid-field", "/delaySeconds"),
                new Wrong(raise(Map.of("delaySeconds", 7_776_001)), 400, "invalid-field", "/delaySeconds"),
                new Wrong(raise(Map.of("kind", "LUNCH")), 400, "invalid-field", "/kind"),
                new Wrong(raise(Map.of("at", "NOON")), 400, "invalid-field", "/at"),
                new Wrong(raise(Map.of("action", "PANIC")), 400, "invalid-field", "/action"),
                new Wrong(raise(Map.of("delaySeconds", 0)), 422, "rule-violated", ""), // as the first
                new Wrong(Map.of("kind", "ASSIGN", "at", "RISK"), 400, "invalid-field", "/action"));
    }

    private static Map<String, ?> raise(Map<String, ?> more) {
        return step("ASSIGN", "RISK", "RAISE_PRIORITY", more);
    }

    private static Map<String, ?> relax(Map<String, ?> more) {
        return step("ASSIGN", "RISK", "RELAX", more);
    }

    private static Map<String, ?> tell(Map<String, ?> more) {
        return step("ASSIGN", "RISK", "NOTIFY", more);
    }

    private static Map<String, ?> overflow(Map<String, ?> more) {
        return step("ASSIGN", "RISK", "OVERFLOW", more);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesStepsThatCannotBeTaken(Wrong it) {
        var refused = promises.escalate(raise(Map.of()), it.step());
        assertThat(refused.status()).as(refused.text()).isEqualTo(it.status());
        assertThat(refused.body().path("code").asString()).isEqualTo(it.code());
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/escalations/1" + it.pointer());
        assertThat(promises.read().path("escalations")).isEmpty();
    }

    @Test
    void takesNoMoreThanTwentySteps() {
        var steps = Stream.iterate(0, it -> it + 1)
                .limit(21)
                .map(it -> raise(Map.of("delaySeconds", it)))
                .toList();
        assertThat(promises.put(Map.of("escalations", steps)).status()).isEqualTo(400);
        assertThat(promises.put(Map.of("escalations", steps.subList(0, 20))).status())
                .isEqualTo(200);
        assertThat(promises.put(Map.of("escalations", Arrays.asList(raise(Map.of()), null)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesCirclesOfQueues() {
        var second = Promises.of(company);
        var third = Promises.of(company);
        promises.require(promises.escalate(overflow(Map.of("queue", second.queue()))));
        promises.require(second.escalate(overflow(Map.of("queue", third.queue()))));

        var itself = third.escalate(raise(Map.of()), overflow(Map.of("queue", third.queue())));
        var circle = third.escalate(raise(Map.of()), overflow(Map.of("queue", promises.queue())));
        for (var refused : List.of(itself, circle)) {
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.body().path("code").asString()).isEqualTo("rule-violated");
            assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/escalations/1/queue");
        }
        assertThat(third.read().path("escalations")).isEmpty();
        promises.require(second.escalate()); // opens the chain
        promises.require(third.escalate(overflow(Map.of("queue", promises.queue()))));
    }

    @Test
    void keepsTheStepsOfWhoeverSaysNothingOfThem() {
        promises.require(promises.escalate(raise(Map.of("priority", "P1"))));
        promises.require(promises.put(Map.of("riskPercent", 50)));
        var level = promises.read();
        assertThat(level.path("riskPercent").asInt()).isEqualTo(50);
        assertThat(level.at("/escalations/0/priority").asString()).isEqualTo("P1");
        assertThat(level.at("/escalations/0/delaySeconds").asInt()).isZero();
    }
}
