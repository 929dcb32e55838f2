package dev.warren.embedded;

import static dev.warren.embedded.Part.BROKER;
import static dev.warren.embedded.Part.DATABASE;
import static dev.warren.embedded.Part.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.env.MockEnvironment;

class EmbeddedPlanTests {

    static Stream<Arguments> configurations() {
        return Stream.of(
                arguments("", "", Set.of(DATABASE, REDIS, BROKER)),
                arguments("", "embedded", Set.of(DATABASE, REDIS, BROKER)),
                arguments("", "demo", Set.of(DATABASE, REDIS, BROKER)),
                arguments("spring.datasource.url", "", Set.of()),
                arguments("spring.datasource.url", "embedded", Set.of(REDIS, BROKER)),
                arguments("warren.redis.url", "embedded", Set.of(DATABASE, BROKER)),
                arguments("spring.rabbitmq.host", "embedded", Set.of(DATABASE, REDIS)),
                arguments("spring.rabbitmq.addresses", "embedded", Set.of(DATABASE, REDIS)),
                arguments("spring.datasource.url,warren.redis.url,spring.rabbitmq.host", "", Set.of()),
                arguments("spring.datasource.url,warren.redis.url,spring.rabbitmq.host", "embedded", Set.of()));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void startsWhatIsMissing(String configured, String profile, Set<Part> parts) {
        var environment = new MockEnvironment();
        Stream.of(configured.split(","))
                .filter(name -> !name.isEmpty())
                .forEach(name -> environment.setProperty(name, "x"));
        Stream.of(profile).filter(name -> !name.isEmpty()).forEach(environment::addActiveProfile);

        assertThat(EmbeddedPlan.of(environment).parts()).isEqualTo(parts);
    }

    @Test
    void startsNothingWhenSwitchedOff() {
        var environment = new MockEnvironment().withProperty("warren.embedded.enabled", "false");
        environment.addActiveProfile("embedded");

        assertThat(EmbeddedPlan.of(environment).parts()).isEmpty();
    }

    @Test
    void wantsDemoDataOnlyWhenNobodyNamedAProfile() {
        var environment = new MockEnvironment();
        assertThat(EmbeddedPlan.of(environment).demo()).isTrue();

        environment.addActiveProfile("embedded");
        assertThat(EmbeddedPlan.of(environment).demo()).isFalse();
    }

    @Test
    void takesFolderAndBrokerFromTheConfiguration() {
        var plan = EmbeddedPlan.of(new MockEnvironment());
        assertThat(plan.dataFolder()).isEqualTo(Path.of(".warren"));
        assertThat(plan.broker()).isEqualTo(BrokerKind.AUTO);

        var named = EmbeddedPlan.of(new MockEnvironment()
                .withProperty("warren.data", "elsewhere")
                .withProperty("warren.embedded.broker", "qpid"));
        assertThat(named.dataFolder()).isEqualTo(Path.of("elsewhere"));
        assertThat(named.broker()).isEqualTo(BrokerKind.QPID);
    }
}
