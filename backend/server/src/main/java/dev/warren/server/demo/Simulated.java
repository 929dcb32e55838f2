package dev.warren.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import dev.warren.server.assignment.AssignmentState;
import dev.warren.server.assignment.AssignmentView;
import dev.warren.server.assignment.Desk;
import dev.warren.server.assignment.OfferDesk;
import dev.warren.server.identity.CurrentUser;
import dev.warren.server.shared.Problem;
import dev.warren.server.workforce.Presence;
import dev.warren.server.workforce.Whereabouts;
import dev.warren.server.workforce.WorkerAdministration;
import dev.warren.server.workforce.WorkerReader;

/** One employee of the demo while nobody sits there: does what the employee's screen could do, and nothing else. */
@Slf4j
@RequiredArgsConstructor
class Simulated {

    private static final double FAILS = 0.07;
    private static final double TAKES_A_BREAK = 0.08;
    private static final double DECLINES = 0.05;

    private final CurrentUser user;
    private final WorkerReader workers;
    private final WorkerAdministration administration;
    private final Desk desk;
    private final OfferDesk offers;
    private final RandomGenerator random;
    private final Map<UUID, Plan> plans = new HashMap<>();

    private boolean here;
    private Instant comesAt = Instant.EPOCH;

    /** What becomes of an assignment, and when. */
    private record Plan(Instant startAt, Instant endAt, boolean fails) {}

    CurrentUser user() {
        return user;
    }

    /** Whether the simulator has brought this person to work. */
    boolean isHere() {
        return here;
    }

    /** Comes within half a minute, not all at once. */
    void invite(Instant now, int speed) {
        if (!here) {
            comesAt = now.plus(shortened(random.nextInt(30), speed));
        }
    }

    /** A person has sat down at this account: it is theirs, as it stands. */
    void handOver() {
        here = false;
        plans.clear();
    }

    /** Plans anew, at another speed. */
    void reconsider() {
        plans.clear();
    }

    /** One look at the desk. */
    void work(Instant now, int speed, Supplier<Duration> handleTime) {
        var open = desk.open(user.id(), 10);
        if (open.isEmpty()) {
            plans.clear();
            if (!is(Presence.AVAILABLE) && !now.isBefore(comesAt)) {
                attend(Presence.AVAILABLE);
            }
        }
        here = here || is(Presence.AVAILABLE);
        answer();
        for (var it : open) {
            proceed(it, now, speed, handleTime);
        }
    }

    /** Ends what is begun, takes nothing new, and goes home. */
    void finish(Instant now, int speed, Supplier<Duration> handleTime) {
        var open = desk.open(user.id(), 10);
        if (open.isEmpty()) {
            leave();
        } else if (is(Presence.AVAILABLE)) {
            attend(Presence.BUSY);
        }
        for (var it : open) {
            proceed(it, now, speed, handleTime);
        }
    }

    void leave() {
        attend(Presence.OFFLINE);
        handOver();
    }

    /** Says yes, most of the time. */
    private void answer() {
        for (var offer : offers.open(user.id())) {
            try {
                if (random.nextDouble() < DECLINES) {
                    offers.decline(offer.id(), Phrases.declined(random), user);
                } else {
                    offers.accept(offer.id(), user);
                }
            } catch (Problem e) { // over in the meantime
                log.debug("{} came too late for {}", user.username(), offer.taskId(), e);
            }
        }
    }

    private void proceed(AssignmentView assignment, Instant now, int speed, Supplier<Duration> handleTime) {
        var plan = plans.computeIfAbsent(assignment.id(), it -> {
            var startAt = now.plus(shortened(5 + random.nextInt(30), speed));
            return new Plan(startAt, startAt.plus(handleTime.get()), random.nextDouble() < FAILS);
        });
        try {
            if (assignment.state() == AssignmentState.ON_HOLD) {
                return;
            }
            if (assignment.state() == AssignmentState.ASSIGNED) {
                if (!now.isBefore(plan.startAt())) {
                    desk.start(assignment.id(), user);
                }
            } else if (!now.isBefore(plan.endAt())) {
                end(assignment, plan, now, speed);
            } else {
                report(assignment, plan, now);
            }
        } catch (Problem e) { // called off, or taken over, in the meantime: the next look shows it
            log.debug("{} could not go on with {}", user.username(), assignment.taskId(), e);
            plans.remove(assignment.id());
        }
    }

    private void end(AssignmentView assignment, Plan plan, Instant now, int speed) {
        if (plan.fails()) {
            desk.fail(assignment.id(), Phrases.givenUp(random), user);
        } else {
            desk.complete(assignment.id(), Phrases.done(assignment.task().requiredSkills(), random), null, user);
        }
        plans.remove(assignment.id());
        if (random.nextDouble() < TAKES_A_BREAK && is(Presence.AVAILABLE)) {
            comesAt = now.plus(shortened(300 + random.nextInt(600), speed));
            attend(Presence.BREAK);
        }
    }

    /** In quarters. */
    private void report(AssignmentView assignment, Plan plan, Instant now) {
        double whole = Duration.between(plan.startAt(), plan.endAt()).toMillis();
        int quarters = (int) (4 * Duration.between(plan.startAt(), now).toMillis() / whole);
        if (25 * quarters > assignment.percent()) {
            desk.progress(assignment.id(), 25 * quarters, Phrases.note(random), user);
        }
    }

    private boolean is(Presence presence) {
        return workers.find(user.id()).orElseThrow().presence() == presence;
    }

    private void attend(Presence presence) {
        administration.attend(user, Whereabouts.of(presence));
    }

    private static Duration shortened(int seconds, int speed) {
        return Duration.ofMillis(1_000L * seconds / speed);
    }
}
