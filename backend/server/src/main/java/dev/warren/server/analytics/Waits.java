package dev.warren.server.analytics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.assignment.AssignmentState;
import dev.warren.server.assignment.Outcomes;
import dev.warren.server.assignment.Outcomes.Times;
import dev.warren.server.shared.Quantiles;
import dev.warren.server.shared.Sql;
import dev.warren.server.task.Priority;

/** How long tasks waited and were worked on, from the newest assignments of a while. */
@Component
@RequiredArgsConstructor
class Waits {

    static final int MOST = 10_000;

    private final Outcomes outcomes;
    private final Clock clock;

    /**
     * The report.
     *
     * @param from where it begins: as asked for, or later when more than {@link #MOST} assignments have ended since
     * @param sample how many assignments it was made of
     * @param cut whether older ones were left out
     * @param items one for each priority, as the tasks have it now
     */
    record WaitsReport(
            Instant from, Instant until, int sample, boolean cut, Throughput throughput, List<PriorityWaits> items) {}

    /** @param perHour completed tasks per hour from the begin of the report to its end */
    record Throughput(long completed, long failed, double perHour) {}

    /**
     * @param waiting from the creation of a task to its first assignment
     * @param handling from the start of the work to its completion
     */
    record PriorityWaits(Priority priority, Spread waiting, Spread handling) {}

    /** Percentiles in seconds, null where there is nothing. */
    record Spread(
            int count,
            @Nullable Double p50,
            @Nullable Double p90,
            @Nullable Double p95) {}

    WaitsReport report(int hours) {
        var until = Sql.micros(clock.instant());
        var asked = until.minus(Duration.ofHours(hours));
        var found = outcomes.since(asked, MOST);
        var ended = found.stream().map(Times::closedAt).filter(Objects::nonNull).toList();
        boolean cut = ended.size() == MOST;
        var from = cut ? ended.stream().min(Instant::compareTo).orElse(asked) : asked;
        var sample = cut
                ? found.stream()
                        .filter(it -> it.closedAt() != null || !it.assignedAt().isBefore(from))
                        .toList()
                : found;
        long completed = count(sample, AssignmentState.COMPLETED);
        double hoursSeen = Math.max(1, seconds(from, until)) / 3_600;
        return new WaitsReport(
                from,
                until,
                sample.size(),
                cut,
                new Throughput(completed, count(sample, AssignmentState.FAILED), completed / hoursSeen),
                Arrays.stream(Priority.values()).map(it -> of(it, sample, from)).toList());
    }

    private static PriorityWaits of(Priority priority, List<Times> sample, Instant from) {
        var own = sample.stream().filter(it -> it.priority() == priority).toList();
        return new PriorityWaits(
                priority,
                spread(
                        own,
                        it -> it.attempt() == 1 && !it.assignedAt().isBefore(from),
                        it -> seconds(it.createdAt(), it.assignedAt())),
                spread(
                        own,
                        it -> it.state() == AssignmentState.COMPLETED,
                        it -> seconds(
                                Objects.requireNonNullElse(it.startedAt(), it.assignedAt()),
                                Objects.requireNonNull(it.closedAt()))));
    }

    private static Spread spread(List<Times> times, Predicate<Times> counts, ToDoubleFunction<Times> seconds) {
        var sorted = times.stream().filter(counts).mapToDouble(seconds).sorted().toArray();
        return sorted.length == 0
                ? new Spread(0, null, null, null)
                : new Spread(
                        sorted.length,
                        Quantiles.of(sorted, 0.5),
                        Quantiles.of(sorted, 0.9),
                        Quantiles.of(sorted, 0.95));
    }

    private static long count(List<Times> sample, AssignmentState state) {
        return sample.stream().filter(it -> it.state() == state).count();
    }

    private static double seconds(Instant from, Instant until) {
        return Duration.between(from, until).toMillis() / 1e3;
    }
}
