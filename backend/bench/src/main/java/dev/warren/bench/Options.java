package dev.warren.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** The command line of the measurement. */
final class Options {

    enum Mode {
        replay,
        saturate,
        latency,
        scale
    }

    @Option(names = "--mode", description = "replay (default), saturate, latency or scale")
    Mode mode = Mode.replay;

    @Option(names = "--csv", description = "Plain or gzip CSV to replay; default: the bundled sample")
    @Nullable
    Path csv;

    @Option(names = "--limit", description = "Replay at most this many rows")
    int limit = Integer.MAX_VALUE;

    @Option(
            names = "--url",
            split = ",",
            description =
                    "Base URLs of running servers, separated by commas; default: start one and stop it at the end")
    List<URI> urls = new ArrayList<>();

    @Option(
            names = "--start-command",
            description = "How to start a server; {port} and {data} are filled in. Default: ${DEFAULT-VALUE}")
    String startCommand = "./warren --server.port={port} --warren.data={data}";

    @Option(names = "--admin-user", description = "Default: WARREN_ADMIN_USERNAME, else admin")
    String adminUser = environment("WARREN_ADMIN_USERNAME", "admin");

    @Option(names = "--admin-password", description = "Default: WARREN_ADMIN_PASSWORD, else that of the demo")
    String adminPassword = environment("WARREN_ADMIN_PASSWORD", "try-the-burrow");

    @Option(names = "--employees", description = "How many employees work (default ${DEFAULT-VALUE})")
    int employees = 60;

    @Option(
            names = "--capacity",
            description = "Open assignments per employee when saturating (default ${DEFAULT-VALUE})")
    int capacity = 50;

    @Option(
            names = "--occupancy",
            description = "Wanted mean busy share, 0 keeps the data's arrivals (default ${DEFAULT-VALUE})")
    double occupancy = 0.9;

    @Option(names = "--speed", description = "Speed factor; default: so that the replay takes about two minutes")
    @Nullable
    Double speed;

    @Option(names = "--rate", description = "Creates per second in latency mode (default ${DEFAULT-VALUE})")
    int rate = 50;

    @Option(
            names = "--seconds",
            description = "Length of the measured window of saturate and latency (default ${DEFAULT-VALUE})")
    int seconds = 20;

    @Option(
            names = "--backlog",
            split = ",",
            description = "How many tasks wait in each step of scale, ascending (default ${DEFAULT-VALUE})")
    List<Integer> backlog = new ArrayList<>(List.of(10_000, 1_000_000));

    @Option(names = "--probes", description = "Calls of each kind in each step of scale (default ${DEFAULT-VALUE})")
    int probes = 500;

    @Option(
            names = "--fail-percent",
            description = "Share of assignments that employees fail (default ${DEFAULT-VALUE})")
    int failPercent = 0;

    @Option(names = "--manual", description = "People are asked before they get a task, in replay and latency")
    boolean manual;

    @Option(names = "--decline-percent", description = "Share of offers declined (default ${DEFAULT-VALUE})")
    int declinePercent = 0;

    @Option(names = "--miss-percent", description = "Share of offers not answered (default ${DEFAULT-VALUE})")
    int missPercent = 0;

    @Option(names = "--hold-percent", description = "Share of assignments put on hold once (default ${DEFAULT-VALUE})")
    int holdPercent = 0;

    @Option(names = "--return-percent", description = "Share of assignments given back (default ${DEFAULT-VALUE})")
    int returnPercent = 0;

    @Option(names = "--as-recorded", description = "Holds and hand-overs happen as in the data")
    boolean asRecorded;

    @Option(
            names = "--shift-hours",
            description =
                    "Employees work in shifts of so many hours of the data's time, around the clock; 0 for always")
    int shiftHours = 0;

    @Option(names = "--warm-up", description = "Seconds before the window of saturate (default ${DEFAULT-VALUE})")
    int warmUp = 10;

    @Option(
            names = "--patience",
            description = "Seconds without a completion after which the rest counts as lost (default ${DEFAULT-VALUE})")
    int patience = 60;

    @Option(
            names = "--nap-millis",
            description = "Employees' laptops sleep and wake every so many milliseconds in the mean; 0 for never")
    int napMillis = 0;

    @Option(names = "--poll", description = "Employees poll the feed instead of opening a WebSocket")
    boolean poll;

    @Option(names = "--seed", description = "Seed of everything random (default ${DEFAULT-VALUE})")
    long seed = 1;

    @Option(names = "--json", description = "Where the summary goes (default ${DEFAULT-VALUE})")
    Path json = Path.of("target", "measure.json");

    @Option(names = "--floor-jdbc", description = "JDBC URL of the servers' database, for the commit floor")
    @Nullable
    String floorJdbc;

    @Option(names = "--floor-user", description = "Its user")
    @Nullable
    String floorUser;

    @Option(names = "--floor-password", description = "Its password")
    @Nullable
    String floorPassword;

    @Option(names = "--floor-amqp", description = "AMQP URI of the servers' broker, for the delivery floor")
    @Nullable
    String floorAmqp;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help")
    boolean help;

    /** Says what is wrong with the options together, or null. */
    @Nullable
    String complaint() {
        if (employees < 1 || capacity < 1 || limit < 1 || rate < 1 || seconds < 1) {
            return "--employees, --capacity, --limit, --rate and --seconds must be at least 1";
        }
        if (probes < 1 || backlog.stream().anyMatch(size -> size < 1_000)) {
            return "--probes must be at least 1, each --backlog at least 1000";
        }
        if (occupancy < 0 || occupancy > 1.5) {
            return "--occupancy must be within 0..1.5";
        }
        if (Stream.of(failPercent, declinePercent, missPercent, holdPercent, returnPercent)
                .anyMatch(it -> it < 0 || it > 100)) {
            return "What is said in percent must be within 0..100";
        }
        if (!Shifts.areShifts(shiftHours) || employees < Shifts.crews(shiftHours)) {
            return "--shift-hours must divide a day, and each shift needs an employee";
        }
        if (napMillis < 0) {
            return "--nap-millis must not be negative";
        }
        if (speed != null && speed <= 0) {
            return "--speed must be greater than 0";
        }
        return null;
    }

    Manners manners() {
        return new Manners(declinePercent, missPercent, holdPercent, returnPercent, failPercent, seed);
    }

    Floors.Addresses floorAddresses() {
        return new Floors.Addresses(floorJdbc, floorUser, floorPassword, floorAmqp);
    }

    private static String environment(String name, String otherwise) {
        var value = System.getenv(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
