package dev.warren.server.testing;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.warren.server.WarrenServer;

/** A server in a process of its own, which can be killed. Writes what it says to {@code target/<name>.log}. */
public final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final Api api;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.api = new Api(port);
    }

    /** Begins to start; {@link #awaitReady} waits for the end of it. */
    public static ServerProcess start(String name, Map<String, Object> settings) {
        var all = new HashMap<>(OwnServer.SETTINGS);
        all.putAll(settings);
        int port = freePort();
        all.put("server.port", port);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                WarrenServer.class.getName()));
        all.forEach((key, value) -> command.add("--" + key + "=" + value));
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(new File("target", name + ".log"))
                    .start();
            return new ServerProcess(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ServerProcess awaitReady() {
        await().atMost(Duration.ofSeconds(90))
                .ignoreException(UncheckedIOException.class)
                .until(() -> api.get("/api/v1/health").status() == 200);
        return this;
    }

    public Api api() {
        return api;
    }

    public long pid() {
        return process.pid();
    }

    /** Like {@code kill -9}: it has no time for anything. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
