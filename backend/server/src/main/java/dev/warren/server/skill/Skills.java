package dev.warren.server.skill;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import lombok.RequiredArgsConstructor;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.Violation;

/** The catalogue of skills. Names and numbers never change, so what was read once is kept in memory. */
@Service
@RequiredArgsConstructor
public class Skills {

    private final SkillRepository repository;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, String> names = new ConcurrentHashMap<>();

    /**
     * The numbers of skills that must exist.
     *
     * @param pointer the field to name when one of them does not: {@code unknown-skill}
     */
    public List<Integer> numbersOf(Collection<String> names, String pointer) {
        return names.stream().map(name -> existing(name, pointer)).toList();
    }

    /** The number of a skill, which is added to the catalogue when it is new. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public int declare(String name) {
        var known = find(name);
        if (known != null) {
            return known;
        }
        try {
            return keep(repository.saveAndFlush(new Skill(name)));
        } catch (DataIntegrityViolationException e) { // another server declared it in the meantime
            return keep(repository.findByName(name).orElseThrow(() -> e));
        }
    }

    public String nameOf(int number) {
        var name = names.get(number);
        if (name == null) {
            keep(repository.findById(number).orElseThrow());
            return nameOf(number);
        }
        return name;
    }

    /** All skills by name. */
    public List<String> all() {
        return repository.findAll().stream().map(Skill::getName).sorted().toList();
    }

    private int existing(String name, String pointer) {
        var number = find(name);
        if (number == null) {
            var message =
                    "There is no skill '%s'. Skills come into being with POST /skills or with the first worker who has them."
                            .formatted(name);
            throw new Problem(
                    ProblemCode.UNKNOWN_SKILL,
                    message,
                    List.of(new Violation(pointer, message)),
                    Map.of("skill", name));
        }
        return number;
    }

    private @Nullable Integer find(String name) {
        var number = numbers.get(name);
        return number != null
                ? number
                : repository.findByName(name).map(this::keep).orElse(null);
    }

    private int keep(Skill skill) {
        int number = Objects.requireNonNull(skill.getId());
        numbers.put(skill.getName(), number);
        names.put(number, skill.getName());
        return number;
    }

    /**
     * A set of needs that is only looked at, and not kept: it has no number.
     *
     * @throws Problem {@code unknown-skill} at {@code /requiredSkills}
     */
    public Requirement needed(List<String> names, int minLevel, @Nullable String region) {
        return new Requirement(0, numbersOf(names, "/requiredSkills"), minLevel, region);
    }
}
