package dev.warren.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

/**
 * Measures Warren through its public API. Exit codes: 0 no violation, 1 violations, 2 wrong usage, 3 the measurement
 * could not be taken.
 */
public final class Replay {

    static final int OK = 0;
    static final int VIOLATIONS = 1;
    static final int USAGE = 2;
    static final int COULD_NOT_RUN = 3;

    /** Tomcat drops idle connections after 20 s; a client that drops them first never writes into a closed one. */
    private static final String KEEP_ALIVE_SECONDS = "15";

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

    private static final List<String> STEADY_SKILLS = List.of("steady-a", "steady-b", "steady-c", "steady-d");

    private Replay() {}

    /** Runs one measurement; see {@code --help}. */
    public static void main(String[] args) {
        System.setProperty("jdk.httpclient.keepalive.timeout", KEEP_ALIVE_SECONDS);
        System.exit(measure(args, System.out, System.err));
    }

    static int measure(String[] args, PrintStream out, PrintStream err) {
        var options = new Options();
        var commandLine = new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(options)
                        .name("measure"))
                .setCaseInsensitiveEnumValuesAllowed(true);
        try {
            commandLine.parseArgs(args);
        } catch (CommandLine.ParameterException e) {
            err.println(e.getMessage());
            commandLine.usage(err);
            return USAGE;
        }
        if (options.help) {
            commandLine.usage(out);
            return OK;
        }
        var complaint = options.complaint();
        if (complaint != null) {
            err.println(complaint);
            return USAGE;
        }
        return measure(options, out, err);
    }

    private static int measure(Options options, PrintStream out, PrintStream err) {
        try (var server = options.urls.isEmpty() ? ServerProcess.start(options.startCommand) : null) {
            var report = new Report();
            run(options, server, report, out, err);
            report.print(out);
            report.write(options.json);
            out.println("Written to " + options.json);
            return report.failed() ? VIOLATIONS : OK;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("Interrupted");
        } catch (CannotRun | GaveUp | IOException e) {
            err.println(e.getMessage());
        }
        return COULD_NOT_RUN;
    }

    private static void run(
            Options options, @Nullable ServerProcess server, Report report, PrintStream out, PrintStream err)
            throws IOException, InterruptedException {
        var trace = options.csv == null ? CsvTrace.sample(options.limit) : CsvTrace.read(options.csv, options.limit);
        trace.malformed().stream().limit(20).forEach(row -> err.println("Line " + row.line() + ": " + row.reason()));
        if (trace.incidents().isEmpty()) {
            throw new CannotRun("The CSV has no usable row");
        }
        var api = Api.of(server == null ? bases(options.urls) : List.of(server.base()));
        var admin = new Session(api, options.adminUser, options.adminPassword, 0);
        admin.token();
        var timer = Executors.newSingleThreadScheduledExecutor();
        try {
            var floors = server == null ? options.floorAddresses() : server.floorAddresses();
            var now = Instant.now();
            var runId = "r" + Long.toString(now.toEpochMilli(), 36);
            var context = new Context(options, runId, now.minus(CLOCK_SKEW), api, admin, floors, timer, err);
            report.put("run", "mode", options.mode.name())
                    .put("run", "id", runId)
                    .put("run", "servers", String.valueOf(api.getBases()))
                    .put("run", "employees", options.employees)
                    .put("run", "rows", trace.incidents().size())
                    .put("run", "malformed rows", trace.malformed().size());
            start(context, trace, report);
        } finally {
            timer.shutdownNow();
        }
    }

    private static void start(Context context, CsvTrace trace, Report report) throws InterruptedException {
        var options = context.options();
        switch (options.mode) {
            case replay -> {
                int onDuty = options.employees / Shifts.crews(options.shiftHours);
                var schedule = Schedule.replay(trace.incidents(), onDuty, options.occupancy, options.speed);
                var skills = Staffing.of(trace.incidents(), onDuty).crews(Shifts.crews(options.shiftHours));
                new ReplayRun(context, schedule, skills).run(report);
            }
            case latency -> {
                var schedule = Schedule.steady(options.rate, Duration.ofSeconds(options.seconds), STEADY_SKILLS);
                var skills = ReplayRun.generalists(options.employees, STEADY_SKILLS);
                new ReplayRun(context, schedule, skills).run(report);
            }
            case saturate -> new SaturationRun(context, trace.incidents()).run(report);
            case scale -> new ScaleRun(context, trace.incidents()).run(report);
        }
    }

    private static List<URI> bases(List<URI> urls) {
        var bases = new ArrayList<URI>();
        for (var url : urls) {
            if (url.getScheme() == null || !url.getScheme().startsWith("http") || url.getHost() == null) {
                throw new CannotRun("Not the base URL of a server: " + url);
            }
            bases.add(URI.create(url.toString().replaceAll("/+$", "")));
        }
        return bases;
    }
}
