package dev.warren.server.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import dev.warren.server.task.NewTask;
import dev.warren.server.task.Priority;

/** The recorded incidents that the demo's tasks are made of. */
@Component
@Profile("demo")
class Sample {

    static final List<String> SKILLS =
            List.of("service desk", "network", "server", "database", "application", "workplace");

    private final List<Incident> incidents = read();

    /**
     * One line of the record.
     *
     * @param skill the demo's name for the group that took it
     * @param handleSeconds from opening to closing, nights included
     */
    record Incident(
            String number, Priority priority, String category, String skill, String channel, long handleSeconds) {

        /** A task of it. */
        NewTask task(Map<String, Object> metadata) {
            return new NewTask(
                    "%s: %s incident".formatted(number, skill),
                    "Reported by %s.".formatted(channel.toLowerCase(Locale.ROOT)),
                    priority,
                    null,
                    category,
                    List.of(skill),
                    1,
                    null,
                    null,
                    (int) Math.max(60, Math.min(handleSeconds, 3_600)),
                    metadata);
        }

        Incident numbered(String other) {
            return new Incident(other, priority, category, skill, channel, handleSeconds);
        }
    }

    List<Incident> incidents() {
        return incidents;
    }

    private static List<Incident> read() {
        var named = new LinkedHashMap<String, String>();
        try {
            return new ClassPathResource("demo/incidents.csv")
                    .getContentAsString(UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> incident(line.split(",", -1), named))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Incident incident(String[] cells, Map<String, String> named) {
        @Nullable String known = named.get(cells[3]);
        var skill = known == null ? SKILLS.get(named.size() % SKILLS.size()) : known;
        named.put(cells[3], skill);
        return new Incident(
                cells[0], Priority.of(Integer.parseInt(cells[1])), cells[2], skill, cells[4], Long.parseLong(cells[5]));
    }
}
