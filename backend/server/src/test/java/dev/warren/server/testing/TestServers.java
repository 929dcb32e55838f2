package dev.warren.server.testing;

import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.rabbitmq.RabbitMQContainer;

import dev.warren.embedded.BrokerKind;
import dev.warren.embedded.EmbeddedServers;
import dev.warren.embedded.Part;

/**
 * The one source of the servers that integration tests run on: those named by the environment, else containers where
 * Docker is, else the embedded ones. Each run has databases of its own, which go with the run.
 *
 * <p>The environment: {@code WARREN_TEST_DATABASE_URL} (jdbc:mariadb: or jdbc:mysql:, the database in it is replaced),
 * {@code WARREN_TEST_DATABASE_USER}, {@code WARREN_TEST_DATABASE_PASSWORD}, {@code WARREN_TEST_REDIS_URL} (its database
 * is replaced) and {@code WARREN_TEST_RABBITMQ_URL} (amqp://user:password@host:port/vhost). The system property
 * {@code warren.embedded.broker} chooses the embedded broker: auto, rabbitmq or qpid.
 */
public final class TestServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The virtual host / as an AMQP URI writes it. Spring takes it literally, and / when there is none. */
    private static final String ENCODED_ROOT = "(?i)/%2f$";

    private static final Logger log = LoggerFactory.getLogger(TestServers.class);
    private static final Pattern DATABASE_URL = Pattern.compile("(jdbc:\\w+://[^/]+)(/[^?]*)?(\\?.*)?");
    private static final int REDIS_DATABASES = 16;

    private static final List<Runnable> cleanUp = new ArrayList<>();
    private static final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

    private static @Nullable Map<String, Object> found;
    private static @Nullable Map<String, Object> shared;
    private static int databases;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test servers", settings()));
        contexts.add(context);
    }

    /** The servers under test that run on, because other test classes share them. */
    public static List<ConfigurableApplicationContext> sharing() {
        return contexts.stream()
                .filter(ConfigurableApplicationContext::isRunning)
                .toList();
    }

    /** The Spring properties that lead to the servers; the same for all who share data. */
    public static synchronized Map<String, Object> settings() {
        if (shared == null) {
            shared = apart();
        }
        return shared;
    }

    /** The same servers, but an empty database and another database of Redis: nothing that others do is seen there. */
    public static synchronized Map<String, Object> apart() {
        if (found == null) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp.forEach(Runnable::run)));
            found = find();
        }
        var settings = new HashMap<>(found);
        long number = ProcessHandle.current().pid() + databases;
        settings.put("spring.datasource.url", newDatabase(found));
        settings.put(
                "warren.redis.url",
                URI.create(text(found, "warren.redis.url"))
                        .resolve("/" + (1 + number % (REDIS_DATABASES - 1)))
                        .toString());
        databases++;
        return Map.copyOf(settings);
    }

    private static Map<String, Object> find() {
        Map<String, Object> servers;
        String source;
        if (System.getenv("WARREN_TEST_DATABASE_URL") != null) {
            source = "those that the environment names";
            servers = fromEnvironment();
        } else if (DockerClientFactory.instance().isDockerAvailable()) {
            source = "containers";
            servers = fromDocker();
        } else {
            source = "embedded servers";
            servers = embedded();
        }
        log.info(
                "Tests run on {}: {}, {} and {}",
                source,
                servers.get("spring.datasource.url"),
                withoutPassword(text(servers, "warren.redis.url")),
                servers.containsKey("spring.rabbitmq.addresses")
                        ? withoutPassword(text(servers, "spring.rabbitmq.addresses"))
                        : servers.get("spring.rabbitmq.host") + ":" + servers.get("spring.rabbitmq.port"));
        return servers;
    }

    private static Map<String, Object> fromEnvironment() {
        return Map.of(
                "spring.datasource.url", required("WARREN_TEST_DATABASE_URL"),
                "spring.datasource.username", System.getenv().getOrDefault("WARREN_TEST_DATABASE_USER", "root"),
                "spring.datasource.password", System.getenv().getOrDefault("WARREN_TEST_DATABASE_PASSWORD", ""),
                "warren.redis.url", required("WARREN_TEST_REDIS_URL"),
                "spring.rabbitmq.addresses",
                        required("WARREN_TEST_RABBITMQ_URL").replaceFirst(ENCODED_ROOT, ""));
    }

    private static String required(String variable) {
        return Objects.requireNonNull(System.getenv(variable), variable + " is not set");
    }

    @SuppressWarnings("resource") // Testcontainers removes them with the run
    private static Map<String, Object> fromDocker() {
        var database = new MySQLContainer("mysql:9.7").withUsername("root");
        var redis = new GenericContainer<>("redis:8").withExposedPorts(6379);
        var broker = new RabbitMQContainer("rabbitmq:4.3-management");
        database.start();
        redis.start();
        broker.start();
        return Map.of(
                "spring.datasource.url", database.getJdbcUrl(),
                "spring.datasource.username", database.getUsername(),
                "spring.datasource.password", database.getPassword(),
                "warren.redis.url", "redis://%s:%d".formatted(redis.getHost(), redis.getMappedPort(6379)),
                "spring.rabbitmq.addresses", broker.getAmqpUrl(),
                "spring.rabbitmq.username", broker.getAdminUsername(),
                "spring.rabbitmq.password", broker.getAdminPassword());
    }

    private static Map<String, Object> embedded() {
        return embedded("embedded", EnumSet.allOf(Part.class), brokerKind());
    }

    /** Starts private servers whose data lies under {@code target}; they stop with the run. */
    static Map<String, Object> embedded(String folder, EnumSet<Part> parts, BrokerKind broker) {
        var servers = EmbeddedServers.start(Path.of("target", folder), parts, broker);
        cleanUp.add(servers::close);
        return servers.properties();
    }

    private static BrokerKind brokerKind() {
        return BrokerKind.valueOf(System.getProperty("warren.embedded.broker", BrokerKind.AUTO.name())
                .toUpperCase(Locale.ROOT));
    }

    /** Makes an empty database and drops it at the end of the run. */
    private static String newDatabase(Map<String, Object> servers) {
        var url = text(servers, "spring.datasource.url");
        var parts = DATABASE_URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a database URL: " + url);
        }
        var name = "warren_test_%d_%d".formatted(ProcessHandle.current().pid(), databases);
        var parameters = Objects.requireNonNullElse(parts.group(3), "");
        var server = parts.group(1) + "/" + parameters;
        execute(server, servers, "DROP DATABASE IF EXISTS " + name);
        execute(server, servers, "CREATE DATABASE " + name);
        cleanUp.add(0, () -> execute(server, servers, "DROP DATABASE " + name));
        return parts.group(1) + "/" + name + parameters;
    }

    private static void execute(String server, Map<String, Object> servers, String sql) {
        try (var connection = DriverManager.getConnection(
                        server,
                        text(servers, "spring.datasource.username"),
                        text(servers, "spring.datasource.password"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String text(Map<String, Object> settings, String key) {
        return String.valueOf(settings.get(key));
    }

    private static String withoutPassword(String addresses) {
        return Arrays.stream(addresses.split(","))
                .map(it -> it.replaceFirst("//[^@/]*@", "//"))
                .collect(Collectors.joining(","));
    }
}
