package dev.warren.server.assignment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.shared.Quantiles;
import dev.warren.server.shared.Sql;
import dev.warren.server.task.Holds;
import dev.warren.server.workforce.Shares;
import dev.warren.server.workforce.Span;
import dev.warren.server.workforce.TimeAtWork;
import dev.warren.server.workforce.WorkerReader;

/** What somebody did today, and where their share of the work stands among those with the same skills. */
@Component
@RequiredArgsConstructor
class MyFigures {

    /** Fewer people could be told apart. */
    private static final int BAND_FROM = 5;

    private static final int MOST = 10_000;

    private final AssignmentTable table;
    private final Holds holds;
    private final WorkerReader workers;
    private final TimeAtWork timeAtWork;
    private final Shares shares;
    private final Clock clock;

    /**
     * The figures of today.
     *
     * @param from when today began
     * @param busySeconds time at work by the part of the capacity that was taken
     * @param presentSeconds time at work: available or busy, no breaks
     * @param medianHandleSeconds from start to completion, null when nothing was completed
     * @param share null while fewer than five people with a skill in common were at work lately
     */
    record DayFigures(
            Instant from,
            long completed,
            long failed,
            long busySeconds,
            long presentSeconds,
            @Nullable Long medianHandleSeconds,
            @Nullable ShareBand share) {}

    /**
     * The busy shares (0..1) of those who have a skill in common, as the strategy compares them.
     *
     * @param low the tenth percentile
     * @param high the ninetieth percentile
     * @param people how many they are
     */
    record ShareBand(double mine, double low, double high, double median, int people) {}

    DayFigures today(UUID id, ZoneId zone) {
        var now = Sql.micros(clock.instant());
        var from = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        var ended = table.ended(id, new EndedFilter(null, from, null, null), null, MOST);
        var workload = workers.find(id)
                .map(it -> Workload.of(
                        timeAtWork.spans(it, from, now),
                        held(id, ended, from, now),
                        paused(id, from, now),
                        it.capacity()))
                .orElse(new Workload(0, 0));
        var handled = ended.stream()
                .filter(it -> it.state() == AssignmentState.COMPLETED)
                .mapToDouble(MyFigures::handleSeconds)
                .sorted()
                .toArray();
        var counts = table.endedByState(id, from);
        return new DayFigures(
                from,
                counts.getOrDefault(AssignmentState.COMPLETED, 0L),
                counts.getOrDefault(AssignmentState.FAILED, 0L),
                Math.round(workload.busySeconds()),
                Math.round(workload.presentSeconds()),
                handled.length == 0 ? null : Math.round(Quantiles.of(handled, 0.5)),
                band(id));
    }

    private List<Span> held(UUID id, List<Assignment> ended, Instant from, Instant now) {
        var held = new ArrayList<Span>();
        for (var it : ended) {
            held.add(span(it.assignedAt(), Objects.requireNonNull(it.closedAt()), from));
        }
        for (var it : table.open(id, null, MOST)) {
            held.add(span(it.assignedAt(), now, from));
        }
        return held;
    }

    private List<Span> paused(UUID id, Instant from, Instant now) {
        return holds.of(id, from).stream()
                .map(it -> span(it.since(), Objects.requireNonNullElse(it.until(), now), from))
                .toList();
    }

    private static Span span(Instant begin, Instant end, Instant from) {
        var since = begin.isBefore(from) ? from : begin;
        return new Span(since, end.isBefore(since) ? since : end);
    }

    private static double handleSeconds(Assignment it) {
        var start = it.startedAt() == null ? it.assignedAt() : it.startedAt();
        return Duration.between(start, Objects.requireNonNull(it.closedAt())).toMillis() / 1e3;
    }

    private @Nullable ShareBand band(UUID id) {
        var peers = shares.peers(id);
        var mine = peers.stream().filter(it -> it.workerId().equals(id)).findFirst();
        if (mine.isEmpty() || peers.size() < BAND_FROM) {
            return null;
        }
        var sorted =
                peers.stream().mapToDouble(Shares.BusyShare::busyShare).sorted().toArray();
        return new ShareBand(
                mine.get().busyShare(),
                Quantiles.of(sorted, 0.1),
                Quantiles.of(sorted, 0.9),
                Quantiles.of(sorted, 0.5),
                sorted.length);
    }
}
