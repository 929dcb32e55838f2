package dev.warren.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** What docs/situations.md names as proof is there. */
class SituationsTests {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern PROOF = Pattern.compile("`([^`]+)`");

    @Test
    void areProvedByTestsThatExist() throws IOException {
        var sources = sources();
        var missing = new TreeSet<String>();
        for (var line : Files.readAllLines(ROOT.resolve("docs/situations.md"))) {
            var cells = line.split("\\|");
            if (cells.length == 4) {
                collectMissing(cells[3], sources, missing);
            }
        }
        assertThat(missing).isEmpty();
    }

    /** {@code `.method`} is one of the class named before it. */
    private static void collectMissing(String cell, Map<String, String> sources, TreeSet<String> missing) {
        var named = "";
        for (var proof : PROOF.matcher(cell).results().toList()) {
            var parts = proof.group(1).split("\\.", 2);
            boolean isFile = proof.group(1).endsWith(".tsx") || proof.group(1).endsWith(".ts");
            named = isFile ? proof.group(1) : parts[0].isEmpty() ? named : parts[0];
            var source = sources.getOrDefault(named, "");
            boolean isThere =
                    isFile || parts.length == 1 ? sources.containsKey(named) : source.contains(" " + parts[1] + "(");
            if (!isThere) {
                missing.add(proof.group(1));
            }
        }
    }

    /** By the name of the file, without the ending of Java. */
    private static Map<String, String> sources() throws IOException {
        var sources = new HashMap<String, String>();
        for (var folder : new String[] {"backend/server/src/test", "frontend/src", "frontend/e2e"}) {
            try (var files = Files.walk(ROOT.resolve(folder))) {
                files.filter(it -> it.toString().matches(".*(Tests\\.java|\\.test\\.tsx?|\\.spec\\.ts)"))
                        .forEach(it -> sources.put(it.getFileName().toString().replace(".java", ""), read(it)));
            }
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
