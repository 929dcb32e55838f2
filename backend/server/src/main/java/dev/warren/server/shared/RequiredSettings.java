package dev.warren.server.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Refuses to start a server that has not been told of its database, Redis, broker or token key. Looks when everything
 * that may add settings (the embedded servers among it) has had its turn, and before any connection is tried.
 */
final class RequiredSettings implements ApplicationListener<ApplicationPreparedEvent> {

    private static final String APPLICATION = "dev.warren.server.WarrenServer";

    /** Each line needs at least one of its keys; the value is what to say of it. */
    private static final Map<List<String>, String> REQUIRED = required();

    private static Map<List<String>, String> required() {
        var required = new LinkedHashMap<List<String>, String>();
        required.put(List.of("spring.datasource.url"), "jdbc:mysql://host:3306/warren or jdbc:mariadb://…");
        required.put(List.of("warren.redis.url"), "redis://host:6379");
        required.put(List.of("spring.rabbitmq.host", "spring.rabbitmq.addresses"), "where RabbitMQ listens");
        required.put(List.of("warren.security.token-key"), "256 random bits: openssl rand -base64 32");
        return required;
    }

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        boolean warren = event.getSpringApplication().getAllSources().stream()
                .anyMatch(
                        it -> it instanceof Class<?> source && source.getName().equals(APPLICATION));
        if (warren) {
            check(event.getApplicationContext().getEnvironment());
        }
    }

    static void check(Environment environment) {
        var missing = REQUIRED.entrySet().stream()
                .filter(it -> it.getKey().stream().noneMatch(key -> StringUtils.hasText(environment.getProperty(key))))
                .map(it -> "    %s (%s): %s"
                        .formatted(String.join(" or ", it.getKey()), variables(it.getKey()), it.getValue()))
                .collect(Collectors.joining("\n"));
        if (!missing.isEmpty()) {
            throw new SettingRefused(
                    "Warren is not configured. Missing:\n\n" + missing,
                    "Set them as properties or environment variables, or run Warren with its embedded servers.");
        }
    }

    private static String variables(List<String> keys) {
        return keys.stream()
                .map(it -> it.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", ""))
                .collect(Collectors.joining(" or "));
    }
}
