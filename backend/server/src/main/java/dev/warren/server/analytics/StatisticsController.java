package dev.warren.server.analytics;

import java.time.Clock;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.ForManagers;
import dev.warren.server.messaging.Writer;

/** Figures for admins and managers. */
@RestController
@RequestMapping("/api/v1/statistics")
@RequiredArgsConstructor
class StatisticsController {

    private final Counters counters;
    private final Series series;
    private final FairnessReport fairness;
    private final Waits waits;
    private final Writer writer;
    private final Clock clock;

    record SeriesPoints(List<Series.SeriesPoint> points) {}

    record FairnessGroups(List<FairnessReport.SkillFairness> items) {}

    @GetMapping
    @ForManagers
    Statistics statistics() {
        return Statistics.of(counters.read(), clock.instant(), writer.figures());
    }

    /** The last minutes, the newest point being now. */
    @GetMapping("/series")
    @ForManagers
    SeriesPoints series(@RequestParam(defaultValue = "60") @Min(1) @Max(8 * 24 * 60) int minutes) {
        return new SeriesPoints(series.read(minutes));
    }

    /** How evenly those with the same skill are busy. */
    @GetMapping("/fairness")
    @ForManagers
    FairnessGroups fairness() {
        return new FairnessGroups(fairness.groups());
    }

    /** How long tasks waited and were worked on in the last hours. */
    @GetMapping("/waits")
    @ForManagers
    Waits.WaitsReport waits(@RequestParam(defaultValue = "24") @Min(1) @Max(168) int hours) {
        return waits.report(hours);
    }
}
