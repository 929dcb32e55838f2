package dev.warren.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class EmbeddedEnvironmentIntegrationTests {

    /** Not a temporary folder: the servers end with this JVM, as those of a real application do. */
    private static final String FOLDER = "--warren.data=target/embedded-environment";

    @Test
    void givesAnUnconfiguredApplicationServersDemoDataAndASigningKey(CapturedOutput output) {
        try (var context = run(FOLDER, "--warren.embedded.broker=qpid")) {
            var environment = context.getEnvironment();

            assertThat(environment.getActiveProfiles()).containsExactly("demo");
            assertThat(environment.getProperty("example.profile")).isEqualTo("demo");
            assertThat(environment.getProperty("warren.security.token-key")).hasSize(64);
            assertThat(environment.getProperty("spring.datasource.url")).startsWith("jdbc:mariadb://127.0.0.1:");
            assertThat(environment.getProperty("warren.redis.url")).startsWith("redis://:");
            assertThat(environment.getProperty("spring.rabbitmq.host")).isEqualTo("127.0.0.1");
            assertThat(output).containsOnlyOnce("private MariaDB 11.4.5 on port");

            try (var second = run(FOLDER)) {
                assertThat(second.getEnvironment().getProperty("warren.redis.url"))
                        .isEqualTo(environment.getProperty("warren.redis.url"));
            }
        }
    }

    @Test
    void leavesAConfiguredApplicationAlone() {
        try (var context = run("--warren.redis.url=redis://elsewhere")) {
            assertThat(context.getEnvironment().getActiveProfiles()).isEmpty();
            assertThat(context.getEnvironment().getProperty("spring.datasource.url"))
                    .isNull();
        }
    }

    private static ConfigurableApplicationContext run(String... arguments) {
        return new SpringApplicationBuilder(Object.class)
                .web(WebApplicationType.NONE)
                .run(arguments);
    }
}
