package dev.warren.server.servicelevel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.ForAdmins;
import dev.warren.server.identity.ForEveryone;
import dev.warren.server.identity.ForManagers;
import dev.warren.server.servicelevel.Deadline.State;
import dev.warren.server.servicelevel.ServiceLevel.Targets;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.web.Cursor;
import dev.warren.server.shared.web.PageSize;
import dev.warren.server.shared.web.Paged;
import dev.warren.server.shared.web.Versions;
import dev.warren.server.task.DeadlineEvent.Cause;
import dev.warren.server.task.DeadlineEvent.Kind;
import dev.warren.server.task.Priority;
import dev.warren.server.task.TaskAccess;
import dev.warren.server.task.TaskQueues;

/** What queues promise, and how it stands with that. */
@RestController
@RequestMapping("/api/v1")
@RequiredArgsConstructor
class ServiceLevelController {

    private static final Duration LONGEST = Duration.ofDays(92);

    private final ServiceLevels levels;
    private final EscalationRules rules;
    private final Calendars calendars;
    private final Deadlines deadlines;
    private final TaskQueues queues;
    private final TaskAccess tasks;
    private final Clock clock;

    /** @param escalations in the order in which they are taken; when it is absent, they stay as they are */
    record LevelRequest(
            @NotNull @Size(min = 1, max = 60) String calendar,
            @NotNull @Min(1) @Max(99) Integer riskPercent,
            @NotNull Boolean pauseOnHold,
            @NotNull @Size(max = 5) List<@NotNull @Valid Targets> targets,
            @Nullable @Size(max = EscalationStep.MOST) List<@NotNull @Valid EscalationStep> escalations) {}

    /** What a queue promises; {@code version} is the ETag, 0 when nothing was ever promised. */
    record LevelView(
            String queue,
            String calendar,
            int riskPercent,
            boolean pauseOnHold,
            List<Targets> targets,
            List<EscalationStep> escalations,
            int version) {

        static LevelView of(ServiceLevel it) {
            return new LevelView(
                    it.queue(),
                    it.calendar(),
                    it.riskPercent(),
                    it.pauseOnHold(),
                    it.targets(),
                    it.escalations(),
                    it.version());
        }
    }

    /**
     * How one promise stands.
     *
     * @param remainingSeconds opening time that is left, negative when it is over
     * @param percent how much of the time is gone, 0..999
     * @param cause why it was broken
     */
    record DeadlineView(
            UUID taskId,
            Kind kind,
            String queue,
            Priority priority,
            State state,
            int targetSeconds,
            Instant targetAt,
            Instant riskAt,
            long remainingSeconds,
            int percent,
            @Nullable Instant breachedAt,
            @Nullable Cause cause,
            @Nullable Instant stoppedAt) {}

    record DeadlineList(List<DeadlineView> items) {}

    record Bars(@NotNull @Size(max = 200) List<@NotNull UUID> taskIds) {}

    /**
     * How well a kind of promise was kept.
     *
     * @param percent met of all, 0..100
     */
    record Attainment(String queue, Priority priority, Kind kind, long met, long missed, double percent) {

        static Attainment of(Deadlines.Kept it) {
            return new Attainment(
                    it.queue(),
                    it.priority(),
                    it.kind(),
                    it.met(),
                    it.missed(),
                    Math.round(1000.0 * it.met() / (it.met() + it.missed())) / 10.0);
        }
    }

    record AttainmentReport(Instant from, Instant to, List<Attainment> items) {}

    @GetMapping("/queues/{name}/service-levels")
    @ForManagers
    ResponseEntity<LevelView> get(@PathVariable String name) {
        return answer(level(name));
    }

    @PutMapping("/queues/{name}/service-levels")
    @ForAdmins
    ResponseEntity<LevelView> change(
            @PathVariable String name,
            @Valid @RequestBody LevelRequest request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match) {
        var before = level(name);
        var expected = Versions.expected(match);
        if (expected != null && expected != before.version()) {
            throw new Problem(
                    ProblemCode.VERSION_MISMATCH,
                    "The service levels of '%s' have version %d, not %d: read them again."
                            .formatted(name, before.version(), expected));
        }
        var seen = new HashSet<Priority>();
        if (!request.targets().stream().map(Targets::priority).allMatch(seen::add)) {
            throw Problem.of(ProblemCode.RULE_VIOLATED, "/targets", "must name each priority once");
        }
        var steps = Objects.requireNonNullElse(request.escalations(), before.escalations());
        rules.check(name, steps);
        levels.change(new ServiceLevel(
                name,
                request.calendar(),
                openingTimes(request.calendar()),
                request.riskPercent(),
                request.pauseOnHold(),
                request.targets(),
                steps,
                before.version()));
        return answer(level(name));
    }

    /** All clocks of a task, those that have stopped as well, for all who may read the task. */
    @GetMapping("/tasks/{id}/service-level")
    @ForEveryone
    DeadlineList ofTask(@PathVariable UUID id, CurrentUser user) {
        tasks.find(id, user); // or refused
        return new DeadlineList(views(deadlines.of(List.of(id))));
    }

    /** All clocks of the tasks of one page. */
    @PostMapping("/service-levels/of")
    @ForManagers
    DeadlineList ofTasks(@Valid @RequestBody Bars bars) {
        return new DeadlineList(views(deadlines.of(new HashSet<>(bars.taskIds()))));
    }

    /** Clocks in one state, the soonest target first. */
    @GetMapping("/service-levels")
    @ForManagers
    Paged<DeadlineView> list(
            @RequestParam State state,
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = PageSize.DEFAULT) @PageSize int size) {
        if (queue != null) {
            queues.named(queue, "queue");
        }
        var after = cursor == null ? null : Cursor.decode(cursor, 3, ServiceLevelController::after);
        return Paged.read(
                size,
                limit -> views(deadlines.list(state, queue, after, limit)),
                it -> Cursor.encode(it.targetAt(), it.taskId(), it.kind()));
    }

    /**
     * Of the clocks that stopped in that time; what was called off, or is not promised any more, is left out.
     *
     * @param from included
     * @param to not included, at most 92 days later
     */
    @GetMapping("/service-levels/attainment")
    @ForManagers
    AttainmentReport attainment(@RequestParam Instant from, @RequestParam Instant to) {
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Problem.of(ProblemCode.INVALID_PARAMETER, "to", "must be after 'from', and at most 92 days after it");
        }
        return new AttainmentReport(
                from, to, deadlines.kept(from, to).stream().map(Attainment::of).toList());
    }

    private static Deadlines.After after(List<String> parts) {
        return new Deadlines.After(
                Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)), Kind.valueOf(parts.get(2)));
    }

    private List<DeadlineView> views(List<Deadline> found) {
        var known = levels.known();
        var now = clock.instant();
        return found.stream().map(it -> view(it, known, now)).toList();
    }

    private static DeadlineView view(Deadline it, Map<String, ServiceLevel> known, Instant now) {
        var level = Objects.requireNonNullElse(known.get(it.queue()), ServiceLevels.none(it.queue()));
        long used = it.used(level, now).toSeconds();
        return new DeadlineView(
                it.task(),
                it.kind(),
                it.queue(),
                it.priority(),
                it.state(),
                it.targetSeconds(),
                it.targetAt(),
                it.riskAt(),
                it.targetSeconds() - used,
                (int) Math.min(999, Math.max(0, 100 * used / it.targetSeconds())),
                it.breachedAt(),
                it.cause(),
                it.stoppedAt());
    }

    private BusinessCalendar openingTimes(String calendar) {
        return calendars.all().stream()
                .filter(it -> it.name().equals(calendar))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        ProblemCode.RULE_VIOLATED,
                        "/calendar",
                        "There is no calendar '%s'. An admin creates calendars with POST /calendars."
                                .formatted(calendar)))
                .rules();
    }

    private ServiceLevel level(String queue) {
        try {
            queues.named(queue, "name");
        } catch (Problem unknown) {
            throw new Problem(ProblemCode.NOT_FOUND, "There is no queue '%s'.".formatted(queue));
        }
        var level = levels.read().get(queue);
        return level == null ? ServiceLevels.none(queue) : level;
    }

    private static ResponseEntity<LevelView> answer(ServiceLevel level) {
        return ResponseEntity.ok().eTag(Versions.tag(level.version())).body(LevelView.of(level));
    }
}
