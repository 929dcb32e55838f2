package dev.warren.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A child process and the file that it writes to. */
record Child(String name, Process process, Path log) {

    /**
     * Waits until the server answers on its port, and returns the version that it tells.
     *
     * @param hello what is sent first, or nothing where the server speaks first
     * @param version finds the version as its first group in the answer (read as Latin-1)
     */
    String awaitVersion(int port, byte[] hello, Pattern version, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw failed("ended with exit code " + process.exitValue());
            }
            var answer = ask(port, hello, version);
            if (answer != null) {
                return answer;
            }
            pause();
        }
        throw failed("did not answer within " + limit.toSeconds() + " s");
    }

    /** Waits for the end of a program that has one; any exit code but 0 is a failure. */
    void awaitSuccess(Duration limit) {
        // not by its handle: that may know of the end before the process knows its exit code
        if (!ends(limit)) {
            stop(Duration.ofSeconds(5));
            throw failed("did not finish within " + limit.toSeconds() + " s");
        }
        if (process.exitValue() != 0) {
            throw failed("ended with exit code " + process.exitValue());
        }
    }

    private boolean ends(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks the process to end, then makes it end, with all that it started. */
    void stop(Duration grace) {
        var family = process.descendants().toList();
        process.destroy();
        if (!Orphans.awaitExit(List.of(process.toHandle()), grace)) {
            process.destroyForcibly();
        }
        family.forEach(ProcessHandle::destroyForcibly);
        Orphans.awaitExit(List.of(process.toHandle()), Duration.ofSeconds(5));
    }

    /** One question and its answer, or null while nothing (or something else) answers. */
    static @Nullable String ask(int port, byte[] hello, Pattern version) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            socket.setSoTimeout(1000);
            socket.getOutputStream().write(hello);
            var seen = new StringBuilder();
            var buffer = new byte[4096];
            for (int n; (n = socket.getInputStream().read(buffer)) > 0 && seen.length() < 16_384; ) {
                seen.append(new String(Arrays.copyOf(buffer, n), StandardCharsets.ISO_8859_1));
                var match = version.matcher(seen);
                if (match.find()) {
                    return match.group(1);
                }
            }
        } catch (IOException notYet) {
            return null;
        }
        return null;
    }

    private EmbeddedServersException failed(String what) {
        return new EmbeddedServersException(
                "The private %s %s. Its log is %s%s".formatted(name, what, log, lastLines()));
    }

    private String lastLines() {
        try {
            var lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            var last = lines.subList(Math.max(0, lines.size() - 5), lines.size());
            return last.isEmpty() ? "." : " and ends with:\n  " + String.join("\n  ", last);
        } catch (IOException e) {
            return " (unreadable: " + e + ").";
        }
    }

    static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServersException("The start of the private servers was interrupted.", e);
        }
    }
}
