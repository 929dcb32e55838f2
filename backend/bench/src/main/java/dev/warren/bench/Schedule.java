package dev.warren.bench;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * When each incident is created and how long it is worked on, both in real time of the run.
 *
 * @param speed by how much handling is faster than in the data
 * @param compression by how much arrivals are pushed together on top of the speed
 */
record Schedule(List<Step> steps, double speed, double compression) {

    private static final Duration USUAL_LENGTH = Duration.ofMinutes(2);

    /** One incident of the run; times are offsets from its beginning. */
    record Step(Incident incident, Duration at, Duration handle) {}

    /**
     * Keeps the shape of the arrivals, and compresses them so that the employees are busy for the wanted share.
     *
     * @param occupancy wanted mean busy share, 0 to keep the arrivals of the data
     * @param speed speed factor, or null for a run of about two minutes
     */
    static Schedule replay(List<Incident> incidents, int employees, double occupancy, @Nullable Double speed) {
        if (incidents.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to replay");
        }
        var first = incidents.get(0).createdAt();
        var span = seconds(first, incidents.get(incidents.size() - 1).createdAt());
        var work = incidents.stream()
                .mapToLong(incident -> incident.handleTime().toSeconds())
                .sum();
        var wantedSpan = occupancy > 0 ? work / (employees * occupancy) : Math.max(span, 1);
        var compression = span > 0 ? span / wantedSpan : 1;
        var factor = speed != null ? speed : Math.max(1, wantedSpan / USUAL_LENGTH.toSeconds());
        var steps = incidents.stream()
                .map(incident -> new Step(
                        incident,
                        scaled(seconds(first, incident.createdAt()), compression * factor),
                        scaled(incident.handleTime().toSeconds(), factor)))
                .toList();
        return new Schedule(steps, factor, compression);
    }

    /** Equal gaps and work that is finished at once. */
    static Schedule steady(int perSecond, Duration length, List<String> skills) {
        var steps = new ArrayList<Step>();
        var start = LocalDateTime.of(2020, 1, 1, 0, 0);
        IntStream.range(0, (int) (perSecond * length.toSeconds())).forEach(i -> {
            var skill = skills.get(i % skills.size());
            var incident = new Incident("steady-" + i, start, 3, "steady", skill, 0, 0, 0);
            steps.add(new Step(incident, scaled(i, perSecond), Duration.ZERO));
        });
        return new Schedule(List.copyOf(steps), 1, 1);
    }

    Duration length() {
        return steps.get(steps.size() - 1).at();
    }

    private static double seconds(LocalDateTime from, LocalDateTime to) {
        return Duration.between(from, to).toSeconds();
    }

    private static Duration scaled(double seconds, double factor) {
        return Duration.ofNanos(Math.round(seconds / factor * 1e9));
    }
}
