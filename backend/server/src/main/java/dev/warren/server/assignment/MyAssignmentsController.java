package dev.warren.server.assignment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.ForEmployees;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.web.Cursor;
import dev.warren.server.shared.web.PageSize;
import dev.warren.server.shared.web.Paged;
import dev.warren.server.shared.web.PlainText;

/** The caller's own work: what was assigned, and what the caller reports about it. */
@RestController
@RequestMapping("/api/v1/me/assignments")
@RequiredArgsConstructor
class MyAssignmentsController {

    private static final Duration TEXT_LOOKS_BACK = Duration.ofDays(92);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Desk desk;
    private final Work work;
    private final AssignmentReader reader;
    private final Writer writer;
    private final Clock clock;

    record Progress(
            @NotNull @Min(0) @Max(100) Integer percent,

            @PlainText(max = 500, multiline = true) @Nullable
            String note) {}

    record End(
            @NotBlank @PlainText(max = 2_000, multiline = true)
            String comment) {}

    /** @param disposition how it ends, one of those of its queue, if that has any */
    record Completion(
            @NotBlank @PlainText(max = 2_000, multiline = true)
            String comment,

            @PlainText(max = 60) @Nullable String disposition) {}

    /** Ends of several assignments in one call; each is answered by itself. */
    record Actions(@NotEmpty @Size(max = 1_000) List<@Valid @NotNull Action> actions) {}

    record Action(
            @NotNull UUID assignmentId,
            @NotNull ActionVerb verb,

            @NotBlank @PlainText(max = 2_000, multiline = true)
            String comment,

            @PlainText(max = 60) @Nullable String disposition) {}

    enum ActionVerb {
        complete,
        fail
    }

    /** @param status {@code ok}, or the code of the problem */
    record ActionResult(
            UUID assignmentId, String status, @Nullable String detail) {}

    record ActionResults(List<ActionResult> results) {}

    enum Which {
        open,
        closed
    }

    @GetMapping
    @ForEmployees
    Paged<AssignmentView> list(
            @RequestParam(defaultValue = "open") Which state,
            @RequestParam(required = false) @Nullable AssignmentState outcome,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant before,
            @RequestParam(required = false) @PlainText(max = 200) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = PageSize.DEFAULT) @PageSize int size,
            CurrentUser user) {
        if (state == Which.open) {
            if (outcome != null || from != null || before != null || text != null) {
                throw Problem.of(
                        ProblemCode.INVALID_PARAMETER,
                        "state",
                        "must be closed: outcome, from, before and text filter what has ended");
            }
            var after = Cursor.id(cursor);
            return Paged.read(size, limit -> reader.open(user.id(), after, limit), it -> Cursor.encode(it.id()));
        }
        var filter = new EndedFilter(outcome, begin(from, before, text), inRange("before", before), text);
        var last = cursor == null ? null : Cursor.decode(cursor, 2, MyAssignmentsController::ended);
        return Paged.read(
                size,
                limit -> reader.closed(user.id(), filter, last, limit),
                it -> Cursor.encode(Objects.requireNonNull(it.closedAt()), it.id()));
    }

    private static AssignmentTable.Ended ended(List<String> parts) {
        var closedAt = Objects.requireNonNull(inRange("cursor", Instant.parse(parts.get(0))));
        return new AssignmentTable.Ended(closedAt, UUID.fromString(parts.get(1)));
    }

    /** A text is in no index: without a beginning it is looked for in the last days only. */
    private @Nullable Instant begin(@Nullable Instant from, @Nullable Instant before, @Nullable String text) {
        if (from != null || text == null) {
            return inRange("from", from);
        }
        return Objects.requireNonNullElse(inRange("before", before), clock.instant())
                .minus(TEXT_LOOKS_BACK);
    }

    private static @Nullable Instant inRange(String parameter, @Nullable Instant time) {
        if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
            throw Problem.of(ProblemCode.INVALID_PARAMETER, parameter, "must be between the years 2000 and 9999");
        }
        return time;
    }

    @PostMapping("/{id}/start")
    @ForEmployees
    AssignmentView start(@PathVariable UUID id, CurrentUser user) {
        return desk.start(id, user);
    }

    @PostMapping("/{id}/progress")
    @ForEmployees
    AssignmentView progress(@PathVariable UUID id, @Valid @RequestBody Progress progress, CurrentUser user) {
        return desk.progress(id, progress.percent(), progress.note(), user);
    }

    @PostMapping("/{id}/complete")
    @ForEmployees
    AssignmentView complete(@PathVariable UUID id, @Valid @RequestBody Completion end, CurrentUser user) {
        return desk.complete(id, end.comment(), end.disposition(), user);
    }

    @PostMapping("/{id}/fail")
    @ForEmployees
    AssignmentView fail(@PathVariable UUID id, @Valid @RequestBody End end, CurrentUser user) {
        return desk.fail(id, end.comment(), user);
    }

    @PostMapping("/batch")
    @ForEmployees
    ActionResults batch(@Valid @RequestBody Actions request, CurrentUser user) {
        var answers = request.actions().stream()
                .map(it -> writer.submit(
                                work,
                                new Work.Report(
                                        it.assignmentId(),
                                        user.id(),
                                        Work.Verb.valueOf(it.verb().name().toUpperCase(Locale.ROOT)),
                                        0,
                                        it.comment(),
                                        it.disposition(),
                                        user.actor()))
                        .handle((done, failure) -> result(it.assignmentId(), failure)))
                .toList();
        return new ActionResults(answers.stream().map(CompletableFuture::join).toList());
    }

    private static ActionResult result(UUID assignment, @Nullable Throwable failure) {
        var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause == null) {
            return new ActionResult(assignment, "ok", null);
        }
        return cause instanceof Problem problem
                ? new ActionResult(assignment, problem.getCode().code(), problem.getMessage())
                : new ActionResult(assignment, ProblemCode.INTERNAL_ERROR.code(), null);
    }
}
