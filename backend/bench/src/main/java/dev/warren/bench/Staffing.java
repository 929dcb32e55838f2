package dev.warren.bench;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who can do what: the skills of the data spread over K people so that all of them expect about the same work. */
record Staffing(List<Set<String>> skills) {

    /** How many times the needed hands hold a skill, so that work can flow to whoever is free. */
    private static final double OVERLAP = 3;

    private static final int FEWEST_HOLDERS = 2;

    /** Every skill gets two holders or more; a frequent one as many as its share of the work asks for. */
    static Staffing of(List<Incident> incidents, int employees) {
        var work = new HashMap<String, Long>();
        for (var incident : incidents) {
            incident.skills()
                    .forEach(skill -> work.merge(skill, incident.handleTime().toSeconds(), Long::sum));
        }
        var total =
                Math.max(1, work.values().stream().mapToLong(Long::longValue).sum());
        var people = IntStream.range(0, employees).mapToObj(i -> new Load(i)).toList();
        work.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(skill -> {
                    var wanted = (int) Math.ceil(OVERLAP * employees * skill.getValue() / total);
                    var holders = Math.min(employees, Math.max(FEWEST_HOLDERS, wanted));
                    lightest(people, holders)
                            .toList()
                            .forEach(person -> person.take(skill.getKey(), (double) skill.getValue() / holders));
                });
        return new Staffing(
                people.stream().map(person -> Set.copyOf(person.skills)).toList());
    }

    /** The same people several times over, those with the same skills one after the other. */
    List<Set<String>> crews(int crews) {
        return skills.stream()
                .flatMap(it -> Collections.nCopies(crews, it).stream())
                .toList();
    }

    private static Stream<Load> lightest(List<Load> people, int count) {
        return people.stream()
                .sorted(Comparator.<Load>comparingDouble(person -> person.expected)
                        .thenComparingInt(person -> person.index))
                .limit(count);
    }

    private static final class Load {
        final int index;
        final Set<String> skills = new HashSet<>();
        double expected;

        Load(int index) {
            this.index = index;
        }

        void take(String skill, double work) {
            skills.add(skill);
            expected += work;
        }
    }
}
