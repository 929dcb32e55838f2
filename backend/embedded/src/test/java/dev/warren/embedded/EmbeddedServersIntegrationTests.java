package dev.warren.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import com.rabbitmq.client.PossibleAuthenticationFailureException;

import redis.clients.jedis.JedisPooled;

class EmbeddedServersIntegrationTests {

    private static final Set<Part> ALL = EnumSet.allOf(Part.class);

    /** With a space, as home folders have; shared, because an installation takes seconds. */
    @TempDir(factory = FolderWithSpace.class)
    static Path folder;

    @Nullable
    ProcessHandle holder;

    @AfterEach
    void endTheHolder() {
        if (holder != null) {
            holder.destroyForcibly();
        }
    }

    @Test
    void continuesAfterARestart() throws Exception {
        Map<String, Object> first;
        try (var servers = EmbeddedServers.start(folder, ALL)) {
            assertThat(servers.servers()).extracting(PrivateServer::part).containsExactly(Part.values());
            first = servers.properties();
            execute(first, "CREATE OR REPLACE TABLE kept (text VARCHAR(50))");
            execute(first, "INSERT INTO kept VALUES ('größer 🐇')");
            try (var redis = redis(first)) {
                redis.set("kept", "yes");
            }
            publish(first, "kept", "a message");
        }

        try (var servers = EmbeddedServers.start(folder, ALL)) {
            var second = servers.properties();
            assertThat(query(second, "SELECT text FROM kept")).isEqualTo("größer 🐇");
            try (var redis = redis(second)) {
                assertThat(redis.get("kept")).isEqualTo("yes");
            }
            assertThat(take(second, "kept")).isEqualTo("a message");
            assertThat(passwords(second)).isEqualTo(passwords(first));
        }
    }

    @Test
    void setsTheDatabaseUpForWarren() throws SQLException {
        try (var servers = EmbeddedServers.start(folder, Set.of(Part.DATABASE))) {
            var properties = servers.properties();

            assertThat(query(properties, "SELECT @@character_set_database")).isEqualTo("utf8mb4");
            assertThat(query(properties, "SELECT @@innodb_flush_log_at_trx_commit"))
                    .isEqualTo("1");
            assertThat(query(properties, "SELECT @@bind_address")).isEqualTo("127.0.0.1");
            assertThat(query(properties, "SELECT @@time_zone")).isEqualTo("+00:00");
            var url = text(properties, "spring.datasource.url");
            assertThatThrownBy(
                            () -> DriverManager.getConnection(url, "root", "").close())
                    .isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = BrokerKind.class,
            names = {"AUTO", "QPID"})
    void keepsConfirmedMessagesAndRefusesGuest(BrokerKind kind) throws Exception {
        try (var servers = EmbeddedServers.start(folder, Set.of(Part.BROKER), kind)) {
            var properties = servers.properties();
            publish(properties, "durable", "from " + kind);

            var asGuest = new HashMap<>(properties);
            asGuest.put("spring.rabbitmq.username", "guest");
            asGuest.put("spring.rabbitmq.password", "guest");
            assertThatThrownBy(() -> take(asGuest, "durable"))
                    .isInstanceOf(PossibleAuthenticationFailureException.class);
        }

        try (var servers = EmbeddedServers.start(folder, Set.of(Part.BROKER), kind)) {
            assertThat(take(servers.properties(), "durable")).isEqualTo("from " + kind);
        }
    }

    @Test
    void leavesNothingRunningWhenTheJvmIsKilled() throws IOException {
        var jvm = hold(folder);
        var children = recorded(folder);
        assertThat(children).hasSizeGreaterThan(3).allMatch(Orphans::isRunning);

        jvm.destroyForcibly();

        await().atMost(Duration.ofSeconds(30)).until(() -> children.stream().noneMatch(Orphans::isRunning));
    }

    @Test
    void endsWhatAKilledJvmLeftAndRefusesToStartBesideALivingOne() throws IOException {
        var jvm = hold(folder);
        var left = recorded(folder);
        assertThatThrownBy(() -> EmbeddedServers.start(folder, ALL)).hasMessageContaining("process " + jvm.pid());

        jvm.children().filter(child -> !left.contains(child)).forEach(ProcessHandle::destroyForcibly); // the watch
        jvm.destroyForcibly();
        await().atMost(Duration.ofSeconds(10)).until(() -> !Orphans.isRunning(jvm));
        assertThat(left).anyMatch(Orphans::isRunning);

        List<ProcessHandle> next;
        try (var servers = EmbeddedServers.start(folder, ALL)) {
            assertThat(servers.servers()).hasSize(3);
            assertThat(left).noneMatch(Orphans::isRunning);
            next = recorded(folder);
        }
        assertThat(next).noneMatch(Orphans::isRunning);
    }

    @Test
    void stopsTheOthersAndNamesTheLogWhenOnePartFails(@TempDir Path broken) throws IOException {
        Files.createDirectories(broken.resolve("database/data"));
        Files.createFile(broken.resolve("database/installed"));

        assertThatThrownBy(() -> EmbeddedServers.start(broken, Set.of(Part.DATABASE, Part.REDIS)))
                .isInstanceOf(EmbeddedServersException.class)
                .hasMessageContaining("The private database ended with exit code 1")
                .hasMessageContaining(broken.resolve("logs/database.log").toString());

        assertThat(broken.resolve("children")).doesNotExist();
        EmbeddedServers.start(broken, Set.of(Part.REDIS)).close();
    }

    private ProcessHandle hold(Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldServers.class.getName(),
                        folder.toString(),
                        BrokerKind.AUTO.name())
                .redirectErrorStream(true)
                .start();
        holder = process.toHandle();
        var lines = process.inputReader(UTF_8).lines();
        assertThat(lines.anyMatch(line -> line.startsWith("ready"))).isTrue();
        return process.toHandle();
    }

    private static List<ProcessHandle> recorded(Path folder) throws IOException {
        try (var lines = Files.lines(folder.resolve("children"))) {
            return lines.map(line -> Long.parseLong(line.split(" ")[0]))
                    .distinct()
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .toList();
        }
    }

    private static void execute(Map<String, Object> properties, String sql) throws SQLException {
        try (var connection = connect(properties);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Map<String, Object> properties, String sql) throws SQLException {
        try (var connection = connect(properties);
                var rows = connection.createStatement().executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(Map<String, Object> properties) throws SQLException {
        return DriverManager.getConnection(
                text(properties, "spring.datasource.url"),
                text(properties, "spring.datasource.username"),
                text(properties, "spring.datasource.password"));
    }

    private static JedisPooled redis(Map<String, Object> properties) {
        return new JedisPooled(text(properties, "warren.redis.url"));
    }

    private static void publish(Map<String, Object> properties, String queue, String text) throws Exception {
        try (var connection = broker(properties).newConnection();
                var channel = connection.createChannel()) {
            channel.queueDeclare(queue, true, false, false, null);
            channel.confirmSelect();
            channel.basicPublish("", queue, MessageProperties.PERSISTENT_TEXT_PLAIN, text.getBytes(UTF_8));
            channel.waitForConfirmsOrDie(10_000);
        }
    }

    private static String take(Map<String, Object> properties, String queue) throws Exception {
        try (var connection = broker(properties).newConnection();
                var channel = connection.createChannel()) {
            return new String(channel.basicGet(queue, true).getBody(), UTF_8);
        }
    }

    private static ConnectionFactory broker(Map<String, Object> properties) {
        var factory = new ConnectionFactory();
        factory.setHost(text(properties, "spring.rabbitmq.host"));
        factory.setPort(Integer.parseInt(text(properties, "spring.rabbitmq.port")));
        factory.setUsername(text(properties, "spring.rabbitmq.username"));
        factory.setPassword(text(properties, "spring.rabbitmq.password"));
        factory.setVirtualHost(text(properties, "spring.rabbitmq.virtual-host"));
        return factory;
    }

    private static List<String> passwords(Map<String, Object> properties) {
        return List.of(
                text(properties, "spring.datasource.password"),
                text(properties, "spring.rabbitmq.password"),
                text(properties, "warren.redis.url").split("@")[0]);
    }

    private static String text(Map<String, Object> properties, String name) {
        return String.valueOf(properties.get(name));
    }
}
