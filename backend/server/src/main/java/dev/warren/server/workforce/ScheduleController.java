package dev.warren.server.workforce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;

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
import dev.warren.server.identity.ForEmployees;
import dev.warren.server.identity.ForManagers;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.web.Cursor;
import dev.warren.server.shared.web.PageSize;
import dev.warren.server.shared.web.Paged;
import dev.warren.server.shared.web.PlainText;
import dev.warren.server.shared.web.Versions;

/** Who works when. */
@RestController
@RequestMapping("/api/v1")
@RequiredArgsConstructor
class ScheduleController {

    private static final Duration AHEAD = Duration.ofDays(14);
    private static final Duration MOST = Duration.ofDays(35);

    private final Schedules schedules;
    private final WorkerReader workers;
    private final Clock clock;

    /**
     * The schedule of somebody.
     *
     * @param shifts what comes of it in the next 14 days
     * @param version rises by one with each change, 0 when nothing was planned yet; the ETag
     */
    record ScheduleView(
            String zone,
            List<Schedule.WeeklyShift> weekly,
            List<Schedule.Vacation> vacations,
            List<Schedule.Extra> extra,
            List<Span> shifts,
            int version) {}

    /** Somebody in the plan of everybody; {@code vacations} are days in the zone. */
    record PlannedWorker(
            UUID workerId,
            String displayName,
            Presence presence,
            String zone,
            List<Span> shifts,
            List<Schedule.Vacation> vacations) {}

    @GetMapping("/workers/{id}/schedule")
    @ForManagers
    ResponseEntity<ScheduleView> get(@PathVariable UUID id) {
        var worker = workers.find(id).orElseThrow(() -> Problem.notFound("worker", id));
        return answer(worker.id());
    }

    @PutMapping("/workers/{id}/schedule")
    @ForAdmins
    ResponseEntity<ScheduleView> put(
            @PathVariable UUID id,
            @Valid @RequestBody Schedule schedule,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            CurrentUser user) {
        schedules.plan(id, schedule, Versions.expected(match), user.actor());
        return answer(id);
    }

    record Shifts(List<Span> shifts) {}

    /** What would come of a schedule in the next 14 days; nothing is planned by that. */
    @PostMapping("/schedule/preview")
    @ForAdmins
    Shifts preview(@Valid @RequestBody Schedule schedule) {
        var now = clock.instant();
        schedule.requirePossible(now);
        return new Shifts(schedule.shifts(now, now.plus(AHEAD)));
    }

    /** The caller's own schedule. */
    @GetMapping("/me/schedule")
    @ForEmployees
    ResponseEntity<ScheduleView> mine(CurrentUser user) {
        return answer(user.id());
    }

    /**
     * Everybody's shifts between two instants, by user name; without them, of the next 7 days.
     *
     * @param skill the name of a skill that they have
     * @param text part of a name
     */
    @GetMapping("/schedule")
    @ForManagers
    Paged<PlannedWorker> all(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @PlainText(max = 60) @Nullable String skill,
            @RequestParam(required = false) @PlainText(max = 120) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = PageSize.DEFAULT) @PageSize int size) {
        var begin = from == null ? clock.instant() : from;
        var end = to == null ? begin.plus(Duration.ofDays(7)) : to;
        if (!begin.isBefore(end) || end.isAfter(begin.plus(MOST))) {
            throw Problem.of(ProblemCode.INVALID_PARAMETER, "to", "must be after from, by at most 35 days");
        }
        var after = cursor == null ? null : Cursor.decode(cursor, 1, parts -> parts.get(0));
        var filter = new WorkerFilter(null, skill, text);
        var page = Paged.read(size, limit -> workers.list(filter, after, limit), it -> Cursor.encode(it.username()));
        var plans = schedules.of(page.items().stream().map(WorkerView::id).toList());
        return new Paged<>(
                page.items().stream()
                        .map(it -> planned(
                                it,
                                plans.getOrDefault(it.id(), Schedules.Kept.NONE).schedule(),
                                begin,
                                end))
                        .toList(),
                page.next());
    }

    private static PlannedWorker planned(WorkerView worker, Schedule schedule, Instant from, Instant to) {
        return new PlannedWorker(
                worker.id(),
                worker.displayName(),
                worker.presence(),
                schedule.zone(),
                schedule.shifts(from, to),
                schedule.vacations(from, to));
    }

    private ResponseEntity<ScheduleView> answer(UUID worker) {
        var kept = schedules.of(worker);
        var it = kept.schedule();
        var now = clock.instant();
        return ResponseEntity.ok()
                .eTag(Versions.tag(kept.version()))
                .body(new ScheduleView(
                        it.zone(),
                        it.weekly(),
                        it.vacations(),
                        it.extra(),
                        it.shifts(now, now.plus(AHEAD)),
                        kept.version()));
    }
}
