package dev.warren.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The summary of a measurement: sections of named values and the checks, as a table and as JSON. */
final class Report {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Map<String, Map<String, Object>> sections = new LinkedHashMap<>();
    private final List<Check> checks = new ArrayList<>();

    /** A value is a number, a text, a {@link Distribution} or a map of these. */
    Report put(String section, String name, Object value) {
        sections.computeIfAbsent(section, key -> new LinkedHashMap<>()).put(name, value);
        return this;
    }

    Report add(List<Check> results) {
        checks.addAll(results);
        return this;
    }

    boolean failed() {
        return checks.stream().anyMatch(Check::failed);
    }

    void print(PrintStream out) {
        sections.forEach((section, values) -> {
            out.println();
            out.println(section);
            values.forEach((name, value) -> out.printf("  %-28s %s%n", name, words(value)));
        });
        out.println();
        out.println("checks");
        for (var check : checks) {
            var verdict = check.failed() ? "VIOLATED" : check.violation() ? "ok" : "(a figure)";
            out.printf("  %-28s %,8d  %-10s %s%n", check.name(), check.count(), verdict, check.promise());
            if (check.count() > 0) {
                check.examples().forEach(example -> out.printf("  %-28s           - %s%n", "", example));
            }
        }
        out.println();
        out.println(failed() ? "Violations were found." : "No violation.");
    }

    void write(Path file) throws IOException {
        var all = new LinkedHashMap<String, Object>(sections);
        all.put("checks", checks);
        all.put("ok", !failed());
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, JSON.writeValueAsBytes(all));
    }

    private static String words(Object value) {
        if (value instanceof Distribution d) {
            return d.count() == 0
                    ? "none"
                    : "p50 %s  p95 %s  p99 %s  max %s  (n %,d)"
                            .formatted(number(d.p50()), number(d.p95()), number(d.p99()), number(d.max()), d.count());
        }
        if (value instanceof Double d) {
            return number(d);
        }
        if (value instanceof Map<?, ?> map) {
            var parts = new ArrayList<String>();
            map.forEach((key, part) -> parts.add(key + " " + words(part)));
            return String.join(", ", parts);
        }
        return String.valueOf(value);
    }

    private static String number(double value) {
        return String.format(
                Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : Math.abs(value) >= 1 ? "%.2f" : "%.4f", value);
    }
}
