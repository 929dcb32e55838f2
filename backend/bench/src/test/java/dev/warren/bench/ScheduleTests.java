package dev.warren.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class ScheduleTests {

    @Test
    void compressesArrivalsUntilThePeopleAreAsBusyAsWanted() {
        var incidents = new ArrayList<Incident>();
        for (var i = 0; i <= 1_000; i++) {
            incidents.add(incident(i, "skill-" + i % 7));
        }

        var schedule = Schedule.replay(incidents, 10, 0.9, 100.0);

        var work = schedule.steps().stream()
                .mapToDouble(step -> step.handle().toNanos())
                .sum();
        assertThat(work / schedule.length().toNanos() / 10).isCloseTo(0.9, within(0.001));
        assertThat(schedule.steps().get(0).handle()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void takesAboutTwoMinutesUnlessToldOtherwise() {
        var incidents = List.of(incident(0, "a"), incident(1, "a"), incident(500, "a"));

        var usual = Schedule.replay(incidents, 1, 0.01, null);
        var asInTheData = Schedule.replay(incidents, 1, 0, 60.0);

        assertThat(usual.length()).isCloseTo(Duration.ofMinutes(2), Duration.ofMillis(1));
        assertThat(asInTheData.length()).isEqualTo(Duration.ofMinutes(500));
        assertThat(asInTheData.compression()).isEqualTo(1);
    }

    @Test
    void givesEverySkillTwoHoldersAndFrequentSkillsMany() {
        var incidents = new ArrayList<Incident>();
        for (var i = 0; i < 500; i++) {
            incidents.add(incident(i, i % 2 == 0 ? "frequent" : "skill-" + i % 40));
        }

        var staffing = Staffing.of(incidents, 30);

        var holders = new HashMap<String, Integer>();
        staffing.skills().forEach(skills -> skills.forEach(skill -> holders.merge(skill, 1, Integer::sum)));
        assertThat(holders.values()).allMatch(count -> count >= 2);
        assertThat(holders.get("frequent")).isEqualTo(30);
        assertThat(holders).hasSize(21);
        assertThat(staffing.skills()).noneMatch(Set::isEmpty);
    }

    private static Incident incident(int hour, String skill) {
        var created = LocalDateTime.of(2020, 1, 1, 0, 0).plusHours(hour);
        return new Incident("row-" + hour, created, 3, "net", skill, 600, 0, 0);
    }
}
