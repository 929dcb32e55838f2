package dev.warren.server.messaging;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Delivery;

import dev.warren.server.shared.Actor;
import dev.warren.server.shared.DomainEvent;
import dev.warren.server.shared.Ids;
import dev.warren.server.testing.TestServers;

/** This module alone as one server process, on a real broker that is reached through a {@link Cable}. */
final class TestServer implements AutoCloseable {

    private static final Map<String, Object> SERVERS = TestServers.apart();
    private static final URI BROKER = broker();

    /** Of the servers that other test classes share: they would take messages out of the same queues. */
    private final List<MessageConsumers> silenced = TestServers.sharing().stream()
            .map(it -> it.getBean(MessageConsumers.class))
            .filter(MessageConsumers::isRunning)
            .toList();

    final Cable cable;
    private final ConfigurableApplicationContext context;

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"dev.warren.server.messaging", "dev.warren.server.shared"})
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        RabbitAutoConfiguration.class
    })
    static class Config {}

    /** The address of a new, empty database. */
    static String newDatabase() {
        return text(TestServers.apart(), "spring.datasource.url");
    }

    TestServer(String database, Object... beans) {
        this(true, database, beans);
    }

    /** One that starts while the broker is away. */
    static TestServer unplugged(String database) {
        return new TestServer(false, database);
    }

    private TestServer(boolean plugged, String database, Object... beans) {
        silenced.forEach(MessageConsumers::stop);
        cable = new Cable(BROKER.getHost(), BROKER.getPort());
        if (!plugged) {
            cable.unplug();
        }
        context = new SpringApplicationBuilder(Config.class)
                .web(WebApplicationType.NONE)
                .initializers(it -> register((ConfigurableApplicationContext) it, beans))
                .properties(Map.of(
                        "spring.datasource.url",
                        database,
                        "spring.datasource.username",
                        text(SERVERS, "spring.datasource.username"),
                        "spring.datasource.password",
                        text(SERVERS, "spring.datasource.password"),
                        "warren.redis.url",
                        "redis://localhost:1", // never used
                        "spring.rabbitmq.host",
                        "localhost",
                        "spring.rabbitmq.port",
                        cable.port(),
                        "spring.rabbitmq.username",
                        user()[0],
                        "spring.rabbitmq.password",
                        user()[1],
                        "spring.rabbitmq.virtual-host",
                        virtualHost()))
                .run("--spring.datasource.hikari.connection-timeout=3000");
    }

    private static void register(ConfigurableApplicationContext context, Object... beans) {
        for (var bean : beans) {
            context.getBeanFactory().registerSingleton(bean.getClass().getName() + System.identityHashCode(bean), bean);
        }
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    JdbcTemplate jdbc() {
        return get(JdbcTemplate.class);
    }

    /** Records one event of a new subject through the writer and waits for the commit. */
    UUID note() {
        return get(Writer.class).write(NOTE, Ids.next());
    }

    static final Operation<UUID, UUID> NOTE = new Operation<>() {
        @Override
        public Collection<UUID> subjects(UUID subject) {
            return List.of(subject);
        }

        @Override
        public void apply(List<Command<UUID, UUID>> commands, Change change) {
            for (var it : commands) {
                change.record(new Noted(it.content(), "é🖨"), Actor.SYSTEM, EventHash.START);
                change.hint("note", Map.of("subject", it.content()));
                it.accept(it.content());
            }
        }
    };

    record Noted(UUID subject, String text) implements DomainEvent {
        @Override
        public String type() {
            return "note.taken";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public String queue() {
            return "default";
        }
    }

    @Override
    public void close() throws Exception {
        context.close();
        cable.close();
        silenced.forEach(MessageConsumers::start);
    }

    /** A program beside Warren, connected directly. */
    static final class Outsider implements AutoCloseable {

        final Connection connection;
        final Channel channel;

        Outsider() throws Exception {
            var factory = new ConnectionFactory();
            factory.setHost(BROKER.getHost());
            factory.setPort(BROKER.getPort());
            factory.setUsername(user()[0]);
            factory.setPassword(user()[1]);
            factory.setVirtualHost(virtualHost());
            connection = factory.newConnection("outsider");
            channel = connection.createChannel();
        }

        /** All that comes through an exchange under a binding key, from now on. */
        BlockingQueue<Delivery> listen(String exchange, String key) throws Exception {
            var received = new LinkedBlockingQueue<Delivery>();
            var queue = channel.queueDeclare("", false, true, true, Map.of()).getQueue();
            channel.queueBind(queue, exchange, key);
            channel.basicConsume(queue, true, (tag, it) -> received.add(it), tag -> {});
            return received;
        }

        /** What lies in a queue, taken out. */
        Map<String, Delivery> drain(String queue) throws Exception {
            var all = new LinkedHashMap<String, Delivery>();
            for (var it = channel.basicGet(queue, true); it != null; it = channel.basicGet(queue, true)) {
                all.put(
                        it.getProps().getMessageId() + "#" + all.size(),
                        new Delivery(it.getEnvelope(), it.getProps(), it.getBody()));
            }
            return all;
        }

        @Override
        public void close() throws Exception {
            connection.close();
        }
    }

    /** The broker's address in one form, however it was given. */
    private static URI broker() {
        if (SERVERS.containsKey("spring.rabbitmq.addresses")) {
            var address = URI.create(text(SERVERS, "spring.rabbitmq.addresses"));
            if (address.getUserInfo() != null) {
                return address;
            }
            return broker(address.getHost(), address.getPort(), "");
        }
        var port = Integer.parseInt(text(SERVERS, "spring.rabbitmq.port"));
        return broker(text(SERVERS, "spring.rabbitmq.host"), port, text(SERVERS, "spring.rabbitmq.virtual-host"));
    }

    private static URI broker(String host, int port, String virtualHost) {
        return URI.create("amqp://%s:%s@%s:%d/%s"
                .formatted(
                        text(SERVERS, "spring.rabbitmq.username"),
                        text(SERVERS, "spring.rabbitmq.password"),
                        host,
                        port,
                        URLEncoder.encode(virtualHost, StandardCharsets.UTF_8)));
    }

    static String[] user() {
        return BROKER.getUserInfo().split(":", 2);
    }

    private static String virtualHost() {
        var path = BROKER.getPath();
        return path == null || path.length() < 2 ? "/" : path.substring(1);
    }

    private static String text(Map<String, Object> settings, String key) {
        return String.valueOf(settings.getOrDefault(key, ""));
    }
}
