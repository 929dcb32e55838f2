package dev.warren.server.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.assignment.AssignmentState;
import dev.warren.server.assignment.Outcomes;
import dev.warren.server.shared.Sql;
import dev.warren.server.task.TaskStatus;

/**
 * The recent past minute by minute. Every server looks every five seconds whether the row of this minute is there; the
 * primary key lets only the first one through.
 */
@Component
@RequiredArgsConstructor
class Series {

    static final Duration KEPT = Duration.ofDays(8);

    /** Whoever starts later in a minute would write down what was not so at its beginning. */
    private static final Duration LATE = Duration.ofSeconds(15);

    /** Leaves a row of another server as it is, and unlike INSERT IGNORE hides no other error. */
    private static final String INSERT = """
            INSERT INTO sample (at, total, waiting, assigned, in_progress, created, completed, failed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE at = at""";

    private final JdbcTemplate jdbc;
    private final Counters counters;
    private final Outcomes outcomes;
    private final Clock clock;

    private volatile Instant last = Instant.EPOCH;

    /**
     * How many tasks were where at a time, and what happened in the minute before it; the last point is now, and tells of
     * the minute that is not over.
     *
     * @param created null when it is not known, because no server ran a minute earlier
     */
    record SeriesPoint(
            Instant at,
            long waiting,
            long assigned,
            long inProgress,
            @Nullable Long created,
            long completed,
            long failed) {}

    private record Sample(long total, SeriesPoint point) {}

    @Scheduled(fixedDelay = 5_000)
    void sample() {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (minute.equals(last) || clock.instant().isAfter(minute.plus(LATE))) {
            return;
        }
        var before = minute.minus(1, ChronoUnit.MINUTES);
        var it = sample(minute, before, minute);
        jdbc.update(
                INSERT,
                Sql.at(minute),
                it.total(),
                it.point().waiting(),
                it.point().assigned(),
                it.point().inProgress(),
                it.point().created(),
                it.point().completed(),
                it.point().failed());
        jdbc.update("DELETE FROM sample WHERE at < ?", Sql.at(minute.minus(KEPT)));
        last = minute;
    }

    /** The points of the last so many minutes, and the one of now. */
    List<SeriesPoint> read(int minutes) {
        var now = Sql.micros(clock.instant());
        var points = new ArrayList<>(jdbc.query(
                "SELECT * FROM sample WHERE at >= ? AND at < ? ORDER BY at",
                Series::point,
                Sql.at(now.minus(minutes, ChronoUnit.MINUTES)),
                Sql.at(now)));
        points.add(sample(now, now.truncatedTo(ChronoUnit.MINUTES), now).point());
        return points;
    }

    private Sample sample(Instant at, Instant from, Instant until) {
        var cells = counters.read();
        long total = cells.values().stream().mapToLong(Long::longValue).sum();
        var earlier = jdbc.queryForList("SELECT total FROM sample WHERE at = ?", Long.class, Sql.at(from));
        var ended = outcomes.count(from, until);
        return new Sample(
                total,
                new SeriesPoint(
                        at,
                        count(cells, TaskStatus.QUEUED) + count(cells, TaskStatus.OFFERED),
                        count(cells, TaskStatus.ASSIGNED),
                        count(cells, TaskStatus.IN_PROGRESS),
                        earlier.isEmpty() ? null : Math.max(0, total - earlier.get(0)),
                        ended.getOrDefault(AssignmentState.COMPLETED, 0L),
                        ended.getOrDefault(AssignmentState.FAILED, 0L)));
    }

    private static long count(Map<Cell, Long> cells, TaskStatus status) {
        return cells.entrySet().stream()
                .filter(it -> it.getKey().status() == status)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static SeriesPoint point(ResultSet row, int number) throws SQLException {
        long created = row.getLong("created");
        boolean unknown = row.wasNull();
        return new SeriesPoint(
                Sql.instant(row, "at"),
                row.getLong("waiting"),
                row.getLong("assigned"),
                row.getLong("in_progress"),
                unknown ? null : created,
                row.getLong("completed"),
                row.getLong("failed"));
    }
}
