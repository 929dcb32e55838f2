package dev.warren.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import redis.embedded.core.ExecutableProvider;

/** A private Redis that keeps every write in its append-only file. */
final class EmbeddedRedis {

    private static final Pattern VERSION = Pattern.compile("redis_version:(\\S+)");

    private EmbeddedRedis() {}

    static PrivateServer start(DataFolder data, Children children) {
        var folder = data.folder("redis");
        var port = FreePorts.next();
        var password = data.password("redis");
        var configuration = data.writePrivately(folder.resolve("redis.conf"), """
                bind 127.0.0.1
                port %d
                requirepass %s
                dir "%s"
                appendonly yes
                appendfsync everysec
                save ""
                """.formatted(
                        port, password, folder.toString().replace("\\", "\\\\")));
        var command = List.of(program(data), configuration.toString());
        var child = children.start("redis", command, Map.of(), folder);
        var hello = "AUTH %s\r\nINFO server\r\n".formatted(password).getBytes(US_ASCII);
        try {
            var version = child.awaitVersion(port, hello, VERSION, Duration.ofSeconds(60));
            var url = "redis://:%s@127.0.0.1:%d".formatted(password, port);
            return new PrivateServer(
                    Part.REDIS, "Redis", version, port, "", Map.of("warren.redis.url", url), () -> stop(child));
        } catch (RuntimeException e) {
            stop(child);
            throw e;
        }
    }

    private static void stop(Child child) {
        child.stop(Duration.ofSeconds(10));
    }

    private static String program(DataFolder data) {
        try {
            return ExecutableProvider.newJarResourceProvider(
                            data.folder("programs").toFile())
                    .get()
                    .getAbsolutePath();
        } catch (IOException e) {
            throw new EmbeddedServersException(
                    "No private Redis for this system: name your own by warren.redis.url. " + e.getMessage(), e);
        }
    }
}
