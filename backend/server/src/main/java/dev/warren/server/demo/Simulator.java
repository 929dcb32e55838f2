package dev.warren.server.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import dev.warren.server.assignment.Desk;
import dev.warren.server.assignment.OfferDesk;
import dev.warren.server.identity.Accounts;
import dev.warren.server.identity.CurrentUser;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.task.TaskCreation;
import dev.warren.server.workforce.WorkerAdministration;
import dev.warren.server.workforce.WorkerReader;

/**
 * Lets the demo's employees work and new incidents come in, so that a newcomer sees life. It uses the same operations as
 * people do, and keeps off accounts as which somebody is signed in.
 */
@Slf4j
@Component
@Profile("demo")
@RequiredArgsConstructor
class Simulator {

    private final Accounts accounts;
    private final WorkerReader workers;
    private final WorkerAdministration administration;
    private final Desk desk;
    private final OfferDesk offers;
    private final TaskCreation tasks;
    private final Sample sample;
    private final Clock clock;

    private final Random random = new Random(20);
    private final List<Simulated> people = new ArrayList<>();
    private final Set<String> leftAlone = new TreeSet<>(Set.of("ada"));
    private boolean running;
    private int speed = 20;
    private Instant nextIncident = Instant.EPOCH;

    /**
     * How it is set.
     *
     * @param speed how many times faster than people
     * @param people whom it moves: while it ends, those who are not done yet
     * @param leftAlone whom it does not touch, whether somebody is signed in as them or not
     */
    record SimulatorState(boolean running, int speed, List<String> people, List<String> leftAlone) {}

    synchronized SimulatorState state() {
        var signedIn = signedIn();
        return new SimulatorState(
                running,
                speed,
                people().stream()
                        .filter(it -> running ? isOurs(it, signedIn) : it.isHere())
                        .map(it -> it.user().username())
                        .toList(),
                List.copyOf(leftAlone));
    }

    /** Switches on or off; what is null stays as it is. */
    synchronized SimulatorState change(boolean run, @Nullable Integer newSpeed, @Nullable List<String> newLeftAlone) {
        if (newLeftAlone != null) {
            if (!Demo.employees().containsAll(newLeftAlone)) {
                throw Problem.of(
                        ProblemCode.INVALID_FIELD,
                        "/leftAlone",
                        "must be among " + String.join(", ", Demo.employees()));
            }
            leftAlone.clear();
            leftAlone.addAll(newLeftAlone);
        }
        if (newSpeed != null && newSpeed != speed) {
            speed = newSpeed;
            people().forEach(Simulated::reconsider);
        }
        if (run && !running) {
            var now = clock.instant();
            people().forEach(it -> it.invite(now, speed));
            nextIncident = now.plus(pause());
        }
        running = run;
        log.info("The simulator is {}, speed {}", running ? "on" : "off", speed);
        return state();
    }

    @Scheduled(fixedDelay = 1_000)
    synchronized void tick() {
        if (!running && people.stream().noneMatch(Simulated::isHere)) {
            return;
        }
        var now = clock.instant();
        var signedIn = signedIn();
        for (var it : people()) {
            if (signedIn.contains(it.user().username())) {
                it.handOver();
            } else if (running && isOurs(it, signedIn)) {
                it.work(now, speed, this::handleTime);
            } else if (it.isHere()) {
                it.finish(now, speed, this::handleTime);
            }
        }
        if (running && !now.isBefore(nextIncident)) {
            nextIncident = now.plus(pause());
            report();
        }
    }

    /** A server that stops takes its people home: after the next start nobody would work for them. */
    @EventListener
    synchronized void on(ContextClosedEvent closed) {
        running = false;
        for (var it : people) {
            if (it.isHere()) {
                try {
                    it.leave();
                } catch (Problem e) {
                    log.warn("{} stays at work: {}", it.user().username(), e.getMessage());
                }
            }
        }
    }

    private boolean isOurs(Simulated person, Set<String> signedIn) {
        var name = person.user().username();
        return !leftAlone.contains(name) && !signedIn.contains(name);
    }

    private Set<String> signedIn() {
        var byId = people().stream().map(Simulated::user).toList();
        var signedIn = accounts.signedIn(byId.stream().map(CurrentUser::id).toList());
        return byId.stream()
                .filter(it -> signedIn.contains(it.id()))
                .map(CurrentUser::username)
                .collect(Collectors.toSet());
    }

    /** The accounts are made at the start, after this. */
    private List<Simulated> people() {
        if (people.isEmpty()) {
            people.addAll(Demo.employees().stream()
                    .map(name -> accounts.find(name)
                            .orElseThrow(() -> new Problem(
                                    ProblemCode.OVERLOADED, "The sample is still being made. Try again shortly.")))
                    .map(user -> new Simulated(user, workers, administration, desk, offers, random))
                    .toList());
        }
        return people;
    }

    /** The record counts nights and waiting; a hundredth of it, from one minute to an hour, is taken for work. */
    private Duration handleTime() {
        long seconds = any().handleSeconds() / 100;
        return Duration.ofMillis(1_000 * Math.max(60, Math.min(seconds, 3_600)) / speed);
    }

    /** So many come in as those at work can do: the queue neither runs dry nor over. */
    private Duration pause() {
        return handleTime().dividedBy(Math.max(1, Demo.employees().size() - leftAlone.size()));
    }

    private void report() {
        var number = "INC%07d".formatted(clock.instant().getEpochSecond() % 10_000_000);
        var task = any().numbered(number).task(Map.of("incident", number, "simulated", true));
        tasks.create(List.of(task), Demo.ACTOR, "demo", null);
    }

    private Sample.Incident any() {
        return sample.incidents().get(random.nextInt(sample.incidents().size()));
    }
}
