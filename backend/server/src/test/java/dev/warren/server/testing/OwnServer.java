package dev.warren.server.testing;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import dev.warren.embedded.BrokerKind;
import dev.warren.embedded.Part;
import dev.warren.server.WarrenServer;

/** A server for tests that need other settings than the shared one; its data is its own. Closed by the test. */
public final class OwnServer implements AutoCloseable {

    /** What every server under test is started with. */
    public static final Map<String, Object> SETTINGS = Map.of(
            "warren.security.token-key",
            "dGhpcyBrZXkgaXMga25vd24gdG8gZXZlcnlib2R5ISE=",
            "warren.security.first-admin.username",
            "root",
            "warren.security.first-admin.password",
            "a password for tests",
            "spring.datasource.hikari.minimum-idle",
            "2");

    private final ConfigurableApplicationContext context;

    private OwnServer(Map<String, Object> servers, Map<String, Object> settings, String... profiles) {
        var all = new HashMap<>(SETTINGS);
        all.put("server.port", 0);
        all.putAll(servers);
        all.putAll(settings);
        context = new SpringApplicationBuilder(WarrenServer.class, IntegrationTest.Time.class)
                .profiles("test")
                .profiles(profiles)
                .initializers(it -> ((ConfigurableApplicationContext) it)
                        .getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("own server", all)))
                .run();
    }

    public static OwnServer start(Map<String, Object> settings) {
        return new OwnServer(TestServers.apart(), settings);
    }

    /** The demo, with its people and tasks. */
    public static OwnServer demo() {
        return new OwnServer(TestServers.apart(), Map.of(), "demo");
    }

    /** One whose broker is an embedded Qpid. */
    public static OwnServer onQpid() {
        var servers = new HashMap<>(TestServers.apart());
        servers.keySet().removeIf(it -> it.startsWith("spring.rabbitmq."));
        servers.putAll(TestServers.embedded("embedded-qpid", EnumSet.of(Part.BROKER), BrokerKind.QPID));
        return new OwnServer(servers, Map.of());
    }

    public Api api() {
        return new Api(Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port"))));
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public ApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
