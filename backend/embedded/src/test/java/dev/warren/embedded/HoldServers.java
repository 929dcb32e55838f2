package dev.warren.embedded;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.locks.LockSupport;

/** The main class of a JVM that tests kill: starts all servers of a folder, says so, and stays. */
final class HoldServers {

    private HoldServers() {}

    public static void main(String[] args) {
        var started = System.nanoTime();
        var servers = EmbeddedServers.start(Path.of(args[0]), EnumSet.allOf(Part.class), BrokerKind.valueOf(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
        servers.servers().forEach(server -> System.out.println(server.line()));
        System.out.println("ready after " + (System.nanoTime() - started) / 1_000_000 + " ms");
        while (true) {
            LockSupport.park();
        }
    }
}
