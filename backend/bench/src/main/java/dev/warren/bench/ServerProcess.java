package dev.warren.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import lombok.RequiredArgsConstructor;

import dev.warren.bench.Api.Call;

/** A server that is started for one measurement, on embedded servers and a data folder of its own. */
@RequiredArgsConstructor
final class ServerProcess implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    private final Process process;
    private final Path data;
    private final URI base;

    /** Starts it and waits until it is healthy. */
    static ServerProcess start(String command) throws InterruptedException {
        try {
            var folder = Path.of("target", "measure").toAbsolutePath();
            delete(folder);
            Files.createDirectories(folder);
            var data = folder.resolve("data");
            var port = freePort();
            var words = Arrays.stream(command.trim().split("\\s+"))
                    .map(word -> word.replace("{port}", String.valueOf(port)).replace("{data}", data.toString()))
                    .toList();
            var log = folder.resolve("server.log").toFile();
            var server = new ServerProcess(spawn(words, log), data, URI.create("http://localhost:" + port));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.awaitHealth(log);
            return server;
        } catch (IOException e) {
            throw new CannotRun("The server cannot be started: " + e.getMessage(), e);
        }
    }

    URI base() {
        return base;
    }

    /** Where the server's own database and broker are, as its launcher wrote it down; unknown if it did not. */
    Floors.Addresses floorAddresses() {
        var file = data.resolve("endpoints.properties");
        var endpoints = new Properties();
        if (!Files.exists(file)) {
            return new Floors.Addresses(null, null, null, null);
        }
        try (var in = Files.newInputStream(file)) {
            endpoints.load(in);
        } catch (IOException e) {
            throw new CannotRun("The server's addresses cannot be read: " + file, e);
        }
        var host = endpoints.getProperty("spring.rabbitmq.host");
        var amqp = host == null
                ? null
                : "amqp://%s:%s@%s:%s/%s"
                        .formatted(
                                Api.encoded(endpoints.getProperty("spring.rabbitmq.username", "guest")),
                                Api.encoded(endpoints.getProperty("spring.rabbitmq.password", "guest")),
                                host,
                                endpoints.getProperty("spring.rabbitmq.port", "5672"),
                                Api.encoded(endpoints.getProperty("spring.rabbitmq.virtual-host", "/")));
        return new Floors.Addresses(
                endpoints.getProperty("spring.datasource.url"),
                endpoints.getProperty("spring.datasource.username"),
                endpoints.getProperty("spring.datasource.password"),
                amqp);
    }

    /** Asks it to stop, and ends what is left of it after half a minute. */
    @Override
    public synchronized void close() {
        var family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        process.destroy();
        if (!ended(family)) {
            family.forEach(ProcessHandle::destroy);
            if (!ended(family)) {
                family.forEach(ProcessHandle::destroyForcibly);
            }
        }
    }

    private void awaitHealth(File log) throws InterruptedException {
        var api = Api.of(List.of(base));
        var deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new CannotRun("The server ended with code " + process.exitValue() + "; see " + log);
            }
            try {
                if (api.once(base, Call.get("/health"), Map.of()).ok()) {
                    return;
                }
            } catch (IOException notYet) {
                // Not listening yet.
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        close();
        throw new CannotRun("The server was not healthy within " + START_TIMEOUT.toMinutes() + " minutes; see " + log);
    }

    private static boolean ended(List<ProcessHandle> family) {
        var deadline = System.nanoTime() + STOP_TIMEOUT.toNanos();
        try {
            while (System.nanoTime() < deadline) {
                if (family.stream().noneMatch(ProcessHandle::isAlive)) {
                    return true;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static Process spawn(List<String> words, File log) throws IOException {
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
