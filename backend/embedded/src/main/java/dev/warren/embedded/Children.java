package dev.warren.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Starts child processes that end with this JVM, however it ends.
 *
 * <p>Each child gets a session of its own, so that Ctrl-C reaches only the JVM, which still needs its database while it
 * shuts down. A small shell process reads from a pipe that the JVM holds open: when the JVM dies, the pipe ends and the
 * shell ends the children. Whatever survives that is found in the register by the next start.
 */
final class Children implements AutoCloseable {

    private static final String WATCH =
            "trap '' INT TERM HUP; pids=; while read -r pid; do pids=\"$pids $pid\"; done; kill -TERM $pids 2>/dev/null";

    private final DataFolder data;
    private final Orphans orphans;
    private final @Nullable Process watch;

    /** Ends what an earlier run of this data folder left behind. */
    Children(DataFolder data) {
        this.data = data;
        this.orphans = new Orphans(data.root().resolve("children"));
        orphans.end();
        this.watch = DataFolder.POSIX ? launch(builder(List.of("sh", "-c", WATCH))) : null;
    }

    /** Starts a program; its output goes to the log of this name. */
    Child start(String name, List<String> command, Map<String, String> environment, Path workingFolder) {
        var log = data.log(name);
        var builder = builder(command)
                .directory(workingFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .keySet()
                .removeIf(key -> key.startsWith("RABBITMQ_") || key.startsWith("ERL_") || key.startsWith("MYSQL_"));
        builder.environment().putAll(environment);
        var process = launch(builder);
        orphans.record(process.toHandle());
        endWithThisJvm(process);
        return new Child(name, process, log);
    }

    /** Records what the child has started by now: it could outlive the child. */
    void recordFamily(Child child) {
        orphans.record(child.process().toHandle());
    }

    /** Call when every child is stopped. */
    @Override
    public void close() {
        if (watch != null) {
            watch.destroyForcibly();
        }
        orphans.forget();
    }

    static Optional<Path> onPath(String program) {
        var path = System.getenv().getOrDefault("PATH", "");
        for (var folder : path.split(java.io.File.pathSeparator)) {
            var candidate = Path.of(folder, program);
            if (candidate.toFile().canExecute() && candidate.toFile().isFile()) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private void endWithThisJvm(Process process) {
        if (watch == null) {
            return;
        }
        try {
            OutputStream pipe = watch.getOutputStream();
            pipe.write((process.pid() + "\n").getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder builder(List<String> command) {
        var whole = new ArrayList<>(ownSession());
        whole.addAll(command);
        return new ProcessBuilder(whole);
    }

    /** macOS has no setsid program, but has Perl. */
    private static List<String> ownSession() {
        if (!DataFolder.POSIX) {
            return List.of();
        }
        return onPath("setsid")
                .map(setsid -> List.of(setsid.toString()))
                .or(() -> onPath("perl")
                        .map(perl -> List.of(
                                perl.toString(), "-e", "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV", "--")))
                .orElse(List.of());
    }

    private static Process launch(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new EmbeddedServersException("A private server cannot be started: " + e.getMessage(), e);
        }
    }
}
