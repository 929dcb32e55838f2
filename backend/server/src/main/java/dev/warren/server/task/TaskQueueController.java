package dev.warren.server.task;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.ForAdmins;
import dev.warren.server.identity.ForManagers;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.web.Versions;

/** The queues themselves. */
@RestController
@RequestMapping("/api/v1/queues")
@RequiredArgsConstructor
class TaskQueueController {

    private final TaskQueues queues;

    record NewQueue(
            @NotNull
            @Pattern(
                    regexp = "[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?",
                    message = "must be 1 to 60 of a-z, 0-9 and -, not - at an end")
            String name) {}

    /**
     * A queue and how it hands out its tasks.
     *
     * @param offerSeconds how long somebody has to answer an offer
     * @param declineLimit after how many declines nobody is asked any more, and a coordinator has to decide
     * @param dispositions how a task may end; whoever completes one has to choose, unless there are none
     * @param maxAttempts how often a task is tried before somebody has to decide about it
     * @param retrySeconds how long after its first failure it is tried again; doubled with each attempt
     * @param wrapUpSeconds how long whoever ended a task keeps the seat
     * @param shiftEnd what becomes of open work when the shift of its holder ends
     * @param version rises by one with each change; the ETag
     */
    record QueueView(
            String name,
            Acceptance acceptance,
            int offerSeconds,
            int declineLimit,
            List<String> dispositions,
            int maxAttempts,
            int retrySeconds,
            int wrapUpSeconds,
            ShiftEnd shiftEnd,
            int version) {

        static QueueView of(TaskQueue it) {
            return new QueueView(
                    it.name(),
                    it.acceptance(),
                    it.offerSeconds(),
                    it.declineLimit(),
                    it.dispositions(),
                    it.maxAttempts(),
                    it.retrySeconds(),
                    it.wrapUpSeconds(),
                    it.shiftEnd(),
                    it.version());
        }
    }

    record QueueList(List<QueueView> items) {}

    @GetMapping
    @ForManagers
    QueueList list() {
        return new QueueList(queues.all().stream().map(QueueView::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @ForAdmins
    QueueView create(@Valid @RequestBody NewQueue request) {
        return QueueView.of(queues.create(request.name()));
    }

    @GetMapping("/{name}")
    @ForManagers
    ResponseEntity<QueueView> get(@PathVariable String name) {
        return answer(queues.read(name));
    }

    @PatchMapping("/{name}")
    @ForAdmins
    ResponseEntity<QueueView> change(
            @PathVariable String name,
            @Valid @RequestBody QueueChange change,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match) {
        var queue = queues.read(name);
        var expected = Versions.expected(match);
        if (expected != null && expected != queue.version()) {
            throw new Problem(
                    ProblemCode.VERSION_MISMATCH,
                    "Queue '%s' has version %d, not %d: read it again.".formatted(name, queue.version(), expected));
        }
        return answer(queues.change(queue, change));
    }

    private static ResponseEntity<QueueView> answer(TaskQueue queue) {
        return ResponseEntity.ok().eTag(Versions.tag(queue.version())).body(QueueView.of(queue));
    }
}
