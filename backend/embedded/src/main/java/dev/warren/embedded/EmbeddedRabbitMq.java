package dev.warren.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The RabbitMQ that is installed on this machine, run as a private node: own name, ports, cookie, folders and port mapper,
 * all on the loopback interface, so that the machine's own RabbitMQ neither notices nor is needed.
 */
final class EmbeddedRabbitMq {

    private static final String USER = "warren";
    static final byte[] AMQP_0_9_1 = {'A', 'M', 'Q', 'P', 0, 0, 9, 1};

    /** In the server properties of the first frame: the key, then a long string of less than 256 bytes. */
    static final Pattern VERSION = Pattern.compile("\\x07versionS\\x00\\x00\\x00.([\\w.+-]+)", Pattern.DOTALL);

    private EmbeddedRabbitMq() {}

    /** The two programs it takes, where both are there. */
    record Installed(Path server, Path portMapper) {

        /**
         * Debian's program on the PATH is a wrapper that starts only as root or rabbitmq, and then changes to that user;
         * the script behind it runs as anybody.
         */
        static Optional<Installed> find() {
            var server = Stream.of(Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .or(() -> Children.onPath("rabbitmq-server"))
                    .or(() -> Optional.of(Path.of("/usr/sbin/rabbitmq-server")).filter(Files::isExecutable));
            return DataFolder.POSIX
                    ? server.flatMap(
                            program -> Children.onPath("epmd").map(portMapper -> new Installed(program, portMapper)))
                    : Optional.empty();
        }
    }

    static PrivateServer start(DataFolder data, Children children, Installed installed) {
        var folder = data.folder("rabbitmq");
        var port = FreePorts.next();
        var portMapperPort = FreePorts.next();
        var password = data.password("broker");
        configure(data, folder, port, password);

        // A port mapper that the node starts by itself would be a daemon that stays.
        var environment = environment(folder, portMapperPort);
        var portMapper = children.start(
                "rabbitmq-port-mapper",
                List.of(installed.portMapper().toString(), "-port", "" + portMapperPort, "-address", "127.0.0.1"),
                environment,
                folder);
        var node = children.start("rabbitmq", List.of(installed.server().toString()), environment, folder);
        try {
            var version = node.awaitVersion(port, AMQP_0_9_1, VERSION, Duration.ofSeconds(120));
            children.recordFamily(node);
            return new PrivateServer(
                    Part.BROKER,
                    "RabbitMQ",
                    version,
                    port,
                    "",
                    properties(port, USER, password),
                    () -> stop(node, portMapper));
        } catch (RuntimeException e) {
            stop(node, portMapper);
            throw e;
        }
    }

    static Map<String, Object> properties(int port, String user, String password) {
        return Map.of(
                "spring.rabbitmq.host", "127.0.0.1",
                "spring.rabbitmq.port", port,
                "spring.rabbitmq.username", user,
                "spring.rabbitmq.password", password,
                "spring.rabbitmq.virtual-host", "/");
    }

    private static void stop(Child node, Child portMapper) {
        node.stop(Duration.ofSeconds(20));
        portMapper.stop(Duration.ofSeconds(2));
    }

    /** The named default user takes the place of guest, which is never created. */
    private static void configure(DataFolder data, Path folder, int port, String password) {
        data.writePrivately(folder.resolve("rabbitmq.conf"), """
                listeners.tcp.1 = 127.0.0.1:%d
                default_user = %s
                default_pass = %s
                disk_free_limit.absolute = 50MB
                """.formatted(port, USER, password));
        data.writePrivately(folder.resolve("enabled_plugins"), "[].\n");
        data.writePrivately(folder.resolve("env.conf"), "");
    }

    private static Map<String, String> environment(Path folder, int portMapperPort) {
        var environment = new HashMap<String, String>();
        environment.put("HOME", folder.toString()); // the cookie of the node lies there
        environment.put("ERL_EPMD_PORT", Integer.toString(portMapperPort));
        environment.put("ERL_EPMD_ADDRESS", "127.0.0.1");
        environment.put("ERL_FLAGS", "-kernel inet_dist_use_interface {127,0,0,1}");
        environment.put("RABBITMQ_NODENAME", "warren@localhost");
        environment.put("RABBITMQ_DIST_PORT", Integer.toString(FreePorts.next()));
        environment.put("RABBITMQ_CONF_ENV_FILE", folder.resolve("env.conf").toString());
        environment.put("RABBITMQ_CONFIG_FILE", folder.resolve("rabbitmq").toString());
        environment.put(
                "RABBITMQ_ADVANCED_CONFIG_FILE", folder.resolve("advanced").toString());
        environment.put(
                "RABBITMQ_ENABLED_PLUGINS_FILE",
                folder.resolve("enabled_plugins").toString());
        environment.put("RABBITMQ_MNESIA_BASE", folder.resolve("data").toString());
        environment.put("RABBITMQ_LOG_BASE", folder.resolve("log").toString());
        environment.put("RABBITMQ_SCHEMA_DIR", folder.resolve("schema").toString());
        environment.put(
                "RABBITMQ_GENERATED_CONFIG_DIR", folder.resolve("generated").toString());
        environment.put("RABBITMQ_PID_FILE", folder.resolve("node.pid").toString());
        // An idle scheduler sleeps instead of spinning: this runs on somebody's laptop.
        environment.put("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+sbwt none +sbwtdcpu none +sbwtdio none");
        return environment;
    }
}
