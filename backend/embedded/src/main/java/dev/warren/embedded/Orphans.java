package dev.warren.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The register of child processes in the data folder. After a crash of the JVM the next start ends by it what was left
 * over; the recorded start time keeps a process safe that merely got the same number later.
 */
record Orphans(Path register) {

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    /** Records a process (and what it started so far) before anything depends on it. */
    synchronized void record(ProcessHandle process) {
        try {
            Files.write(
                    register,
                    Stream.concat(Stream.of(process), process.descendants())
                            .flatMap(handle -> handle.info().startInstant().stream()
                                    .map(start -> handle.pid() + " " + start.toEpochMilli()))
                            .toList(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what an earlier JVM left behind and forgets it; returns how many processes that were. */
    int end() {
        var left = read();
        left.forEach(ProcessHandle::destroy);
        if (!awaitExit(left, Duration.ofSeconds(10))) {
            left.forEach(ProcessHandle::destroyForcibly);
        }
        if (!awaitExit(left, Duration.ofSeconds(5))) {
            throw new EmbeddedServersException("Processes left over from an earlier run cannot be ended: "
                    + left.stream()
                            .filter(Orphans::isRunning)
                            .map(ProcessHandle::pid)
                            .toList());
        }
        forget();
        return left.size();
    }

    /** Empties the register: all processes in it are gone. */
    void forget() {
        try {
            Files.deleteIfExists(register);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until all of them are gone; false when one is still there at the end of the time. */
    static boolean awaitExit(Collection<ProcessHandle> processes, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (processes.stream().anyMatch(Orphans::isRunning)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Child.pause();
        }
        return true;
    }

    /** A process that ended but whose parent never asks for it (no init in a container) has no program any more. */
    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private List<ProcessHandle> read() {
        if (!Files.exists(register)) {
            return List.of();
        }
        try {
            return Files.readAllLines(register).stream()
                    .flatMap(line -> stillRunning(line).stream())
                    .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> stillRunning(String line) {
        var fields = line.split(" ");
        if (fields.length != 2) {
            return Optional.empty(); // the last line of a JVM that died while it wrote
        }
        var recorded = Instant.ofEpochMilli(Long.parseLong(fields[1]));
        return ProcessHandle.of(Long.parseLong(fields[0]))
                .filter(process -> process.info()
                        .startInstant()
                        .filter(start -> Duration.between(recorded, start).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                        .isPresent())
                .filter(Orphans::isRunning);
    }
}
