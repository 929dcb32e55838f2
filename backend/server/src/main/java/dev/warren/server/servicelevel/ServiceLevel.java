package dev.warren.server.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

import dev.warren.server.task.DeadlineEvent.Kind;
import dev.warren.server.task.Priority;

/**
 * What a queue promises.
 *
 * @param riskPercent after which share of the time a promise is at risk, 1..99
 * @param pauseOnHold whether the time to resolve stands still while a task is on hold
 * @param escalations what is done when a promise is at risk or broken, in this order
 * @param version rises by one with each change; 0 when nothing was ever promised
 */
record ServiceLevel(
        String queue,
        String calendar,
        BusinessCalendar rules,
        int riskPercent,
        boolean pauseOnHold,
        List<Targets> targets,
        List<EscalationStep> escalations,
        int version) {

    static final int DEFAULT_RISK_PERCENT = 75;
    static final int LONGEST_SECONDS = 90 * 24 * 3600;

    /** For tasks of that priority, each in seconds of the calendar's opening times; null for no promise. */
    record Targets(
            @NotNull Priority priority,
            @Nullable @Min(1) @Max(LONGEST_SECONDS) Integer assignSeconds,
            @Nullable @Min(1) @Max(LONGEST_SECONDS) Integer firstActionSeconds,
            @Nullable @Min(1) @Max(LONGEST_SECONDS) Integer resolveSeconds) {

        @Nullable
        Integer seconds(Kind kind) {
            return switch (kind) {
                case ASSIGN -> assignSeconds;
                case FIRST_ACTION -> firstActionSeconds;
                case RESOLVE -> resolveSeconds;
            };
        }
    }

    /** Seconds of opening time; null when nothing is promised. */
    @Nullable
    Integer target(Priority priority, Kind kind) {
        for (var it : targets) {
            if (it.priority() == priority) {
                return it.seconds(kind);
            }
        }
        return null;
    }

    Instant after(Instant start, long openSeconds) {
        return rules.add(start, Duration.ofSeconds(openSeconds));
    }
}
