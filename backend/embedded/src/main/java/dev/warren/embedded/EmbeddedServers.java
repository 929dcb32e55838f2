package dev.warren.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** The private servers of one data folder, from their common start to their common end. */
public final class EmbeddedServers implements AutoCloseable {

    private final DataFolder data;
    private final Children children;
    private final List<PrivateServer> servers;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedServers(DataFolder data, Children children, List<PrivateServer> servers) {
        this.data = data;
        this.children = children;
        this.servers = servers;
    }

    /** As {@link #start(Path, Set, BrokerKind)} with RabbitMQ where it is installed. */
    public static EmbeddedServers start(Path dataFolder, Set<Part> parts) {
        return start(dataFolder, parts, BrokerKind.AUTO);
    }

    /**
     * Starts the named parts at the same time and returns when all of them answer; a later start on the same folder
     * continues with the data and passwords of the earlier one.
     *
     * @throws EmbeddedServersException when the folder is in use or one part fails; the others are stopped then
     */
    public static EmbeddedServers start(Path dataFolder, Set<Part> parts, BrokerKind broker) {
        var data = DataFolder.open(dataFolder);
        try {
            var children = new Children(data);
            try {
                var servers = new EmbeddedServers(data, children, startAll(data, children, parts, broker));
                servers.writeDownAddresses();
                return servers;
            } catch (RuntimeException e) {
                children.close();
                throw e;
            }
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    /** The servers in the order of {@link Part}. */
    public List<PrivateServer> servers() {
        return servers;
    }

    /** The Spring properties that lead to the started servers. */
    public Map<String, Object> properties() {
        var all = new LinkedHashMap<String, Object>();
        servers.forEach(server -> all.putAll(server.properties()));
        return Collections.unmodifiableMap(all);
    }

    /** The folder that holds all data, absolute. */
    public Path dataFolder() {
        return data.root();
    }

    /** For people and tools that want to look into the servers; readable by the owner only. */
    private void writeDownAddresses() {
        var lines = new StringBuilder();
        properties()
                .forEach((name, value) ->
                        lines.append(name).append('=').append(value).append('\n'));
        data.writePrivately(data.root().resolve("endpoints.properties"), lines.toString());
    }

    /** Where the application can write its own log, beside those of the servers. */
    public Path applicationLog() {
        return data.log("warren");
    }

    /** A key of 48 random bytes in Base64 that stays the same as long as the data folder does. */
    public String signingKey() {
        return data.signingKey("token-key");
    }

    /** Stops all servers at the same time, in good order, and frees the folder; a second call does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            stopAll(servers);
            children.close();
            data.close();
        }
    }

    private static List<PrivateServer> startAll(
            DataFolder data, Children children, Set<Part> parts, BrokerKind broker) {
        var starting = parts.stream()
                .map(part -> CompletableFuture.supplyAsync(() -> start(part, data, children, broker), THREADS))
                .toList();
        var started = new ArrayList<PrivateServer>();
        RuntimeException failure = null;
        for (var start : starting) {
            try {
                started.add(start.join());
            } catch (CompletionException e) {
                var cause = e.getCause() instanceof EmbeddedServersException known
                        ? known
                        : new EmbeddedServersException(
                                "A private server does not start: " + e.getCause(), e.getCause());
                if (failure == null) {
                    failure = cause;
                } else {
                    failure.addSuppressed(cause);
                }
            }
        }
        if (failure != null) {
            stopAll(started);
            throw failure;
        }
        started.sort(Comparator.comparing(PrivateServer::part));
        return List.copyOf(started);
    }

    private static PrivateServer start(Part part, DataFolder data, Children children, BrokerKind broker) {
        return switch (part) {
            case DATABASE -> EmbeddedMariaDb.start(data, children);
            case REDIS -> EmbeddedRedis.start(data, children);
            case BROKER -> startBroker(data, children, broker);
        };
    }

    private static PrivateServer startBroker(DataFolder data, Children children, BrokerKind broker) {
        var rabbit = EmbeddedRabbitMq.Installed.find();
        return switch (broker) {
            case QPID -> EmbeddedQpid.start(data);
            case AUTO ->
                rabbit.map(installed -> EmbeddedRabbitMq.start(data, children, installed))
                        .orElseGet(() -> EmbeddedQpid.start(data));
            case RABBITMQ ->
                EmbeddedRabbitMq.start(
                        data,
                        children,
                        rabbit.orElseThrow(() -> new EmbeddedServersException(
                                "No rabbitmq-server is installed (or no epmd beside it).")));
        };
    }

    private static void stopAll(List<PrivateServer> servers) {
        CompletableFuture.allOf(servers.stream()
                        .map(server -> CompletableFuture.runAsync(server.stop(), THREADS))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** One short-lived daemon thread for each start and stop: nothing here keeps a JVM alive. */
    private static final Executor THREADS = task -> {
        var thread = new Thread(task, "warren-embedded");
        thread.setDaemon(true);
        thread.start();
    };
}
