package dev.warren.server.dispatch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.dispatch.strategy.Reason;
import dev.warren.server.skill.Requirement;
import dev.warren.server.skill.Skills;
import dev.warren.server.task.Priority;
import dev.warren.server.task.ReadyQueue;
import dev.warren.server.workforce.Bench;
import dev.warren.server.workforce.Presence;

/**
 * Finds the cheapest change for a task that waits. What costs others a turn comes before what changes the work itself, and
 * that before what asks more of people: to hold one more task, or to end a break.
 */
@Component
@RequiredArgsConstructor
class Remedies {

    private final ReadyQueue ready;
    private final Skills skills;

    /**
     * A task that waits.
     *
     * @param position in its queue, from 1
     * @param reason why it waits
     * @param free those who could begin something now
     */
    record Case(
            int queue,
            ReadyQueue.Place place,
            Requirement needed,
            int position,
            String reason,
            List<Bench.Player> everybody,
            List<Bench.Player> free) {

        private long free(Requirement instead) {
            return free.stream().filter(it -> it.canServe(instead)).count();
        }

        private long able(Predicate<Bench.Player> how) {
            return everybody.stream()
                    .filter(it -> it.canServe(needed) && how.test(it))
                    .count();
        }
    }

    Optional<Remedy> cheapest(Case of) {
        if (of.reason().equals(Reasons.IN_LINE.reason())) {
            return priority(of);
        }
        return Stream.<Supplier<Optional<Remedy>>>of(
                        () -> offerAgain(of),
                        () -> priority(of),
                        () -> level(of),
                        () -> region(of),
                        () -> skill(of),
                        () -> capacity(of),
                        () -> presence(of))
                .flatMap(it -> it.get().stream())
                .findFirst();
    }

    private static Optional<Remedy> offerAgain(Case of) {
        boolean refused = of.reason().equals(Reasons.SET_ASIDE) || of.reason().equals(Reason.ALL_DECLINED.name());
        return refused
                ? Optional.of(new Remedy("OFFER_AGAIN", "Offered again, it would go to those who refused it before."))
                : Optional.empty();
    }

    /** Only where somebody is at work for it; the least urgent of those that lead to the same place. */
    private Optional<Remedy> priority(Case of) {
        if (of.able(Bench.Player::isAtWork) == 0) {
            return Optional.empty();
        }
        int best = positionAt(Priority.P1.level(), of);
        if (best >= of.position()) {
            return Optional.empty();
        }
        int level = Priority.P1.level();
        while (level + 1 < of.place().level() && positionAt(level + 1, of) == best) {
            level++;
        }
        return Optional.of(new Remedy(
                "PRIORITY",
                "As %s it would be number %d instead of %d.".formatted(Priority.of(level), best, of.position())));
    }

    private int positionAt(int level, Case of) {
        return 1 + ready.ahead(of.queue(), level, of.place().since(), of.place().task());
    }

    private static Optional<Remedy> level(Case of) {
        var it = of.needed();
        for (int level = it.minLevel() - 1; level >= 1 && !it.skills().isEmpty(); level--) {
            long free = of.free(it.at(level));
            if (free > 0) {
                return Optional.of(
                        new Remedy("LEVEL", "With skill level %d, %s could begin now.".formatted(level, people(free))));
            }
        }
        return Optional.empty();
    }

    private static Optional<Remedy> region(Case of) {
        var it = of.needed();
        long free = it.region() == null ? 0 : of.free(new Requirement(it.id(), it.skills(), it.minLevel(), null));
        return free == 0
                ? Optional.empty()
                : Optional.of(new Remedy(
                        "REGION", "Outside the region %s, %s could begin now.".formatted(it.region(), people(free))));
    }

    /** The one skill without which most people could begin. */
    private Optional<Remedy> skill(Case of) {
        var it = of.needed();
        return it.skills().stream()
                .max(Comparator.comparingLong(skill -> of.free(it.without(skill))))
                .filter(skill -> of.free(it.without(skill)) > 0)
                .map(skill -> new Remedy(
                        "SKILL",
                        "Without the skill %s, %s could begin now."
                                .formatted(skills.nameOf(skill), people(of.free(it.without(skill))))));
    }

    private static Optional<Remedy> capacity(Case of) {
        long full = of.able(it -> it.presence() == Presence.AVAILABLE && !it.isFree());
        return full == 0
                ? Optional.empty()
                : Optional.of(new Remedy(
                        "CAPACITY", "With room for one more task each, %s could begin now.".formatted(people(full))));
    }

    private static Optional<Remedy> presence(Case of) {
        long away = of.able(it -> it.presence() != Presence.AVAILABLE && it.load() < it.capacity());
        return away == 0
                ? Optional.empty()
                : Optional.of(
                        new Remedy("PRESENCE", "If they were available, %s could begin now.".formatted(people(away))));
    }

    private static String people(long count) {
        return count == 1 ? "1 person" : count + " people";
    }
}
