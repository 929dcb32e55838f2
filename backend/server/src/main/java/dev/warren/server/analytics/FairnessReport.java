package dev.warren.server.analytics;

import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.workforce.Shares;

/** How evenly the work of each skill lies on those who have it; over all skills together, specialists would look unfair. */
@Component
@RequiredArgsConstructor
class FairnessReport {

    private final Shares shares;

    /**
     * Those with one skill, as far as they were at work lately. Who has several skills is in several groups.
     *
     * @param jain 1 = all equally busy, 1 / people = one has everything
     * @param gini 0 = all equally busy
     * @param low the least busy share, 0..1
     * @param high the greatest
     * @param persons the busiest first
     */
    record SkillFairness(
            String skill,
            int people,
            double jain,
            double gini,
            double mean,
            double low,
            double high,
            List<Shares.BusyShare> persons) {}

    /** By the name of the skill. */
    List<SkillFairness> groups() {
        return shares.bySkill().entrySet().stream()
                .map(it -> group(it.getKey(), it.getValue()))
                .toList();
    }

    private static SkillFairness group(String skill, List<Shares.BusyShare> persons) {
        var values = persons.stream()
                .mapToDouble(Shares.BusyShare::busyShare)
                .sorted()
                .toArray();
        return new SkillFairness(
                skill,
                values.length,
                Fairness.jain(values),
                Fairness.gini(values),
                persons.stream()
                        .mapToDouble(Shares.BusyShare::busyShare)
                        .average()
                        .orElse(0),
                values[0],
                values[values.length - 1],
                persons.stream()
                        .sorted(Comparator.comparing(Shares.BusyShare::busyShare)
                                .reversed()
                                .thenComparing(Shares.BusyShare::username))
                        .toList());
    }
}
