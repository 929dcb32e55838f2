package dev.warren.server.shared;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class RequiredSettingsTests {

    private static final Map<String, String> COMPLETE = Map.of(
            "spring.datasource.url", "jdbc:mariadb://secret-host/warren",
            "warren.redis.url", "redis://secret-host",
            "spring.rabbitmq.host", "secret-host",
            "warren.security.token-key", "secret");

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void startsWhenAllIsThere() {
        COMPLETE.forEach(environment::setProperty);

        assertThatCode(() -> RequiredSettings.check(environment)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"spring.datasource.url", "warren.redis.url", "spring.rabbitmq.host", "warren.security.token-key"
            })
    void namesTheKeyThatIsMissingAndNoValue(String missing) {
        COMPLETE.forEach(environment::setProperty);
        environment.setProperty(missing, " ");

        assertThatThrownBy(() -> RequiredSettings.check(environment))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining(missing)
                .hasMessageNotContaining("secret");
    }

    @Test
    void addressesOfABrokerClusterDoAsWell() {
        COMPLETE.forEach(environment::setProperty);
        environment.setProperty("spring.rabbitmq.host", "");
        environment.setProperty("spring.rabbitmq.addresses", "one:5672,two:5672");

        assertThatCode(() -> RequiredSettings.check(environment)).doesNotThrowAnyException();
    }
}
