package dev.warren.server.assignment;

import java.time.Clock;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.ForAdmins;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.web.PlainText;
import dev.warren.server.shared.web.Versions;
import dev.warren.server.task.TaskAnswers;
import dev.warren.server.task.TaskQueues;
import dev.warren.server.task.TaskReader;
import dev.warren.server.task.TaskView;
import dev.warren.server.task.Trigger;

/** The admin's verbs that concern a task together with whoever holds it. */
@RestController
@RequestMapping("/api/v1/tasks/{id}")
@RequiredArgsConstructor
class TaskAssignmentController {

    private final AdminVerbs verbs;
    private final PutOnHold putOnHold;
    private final HoldEnds holdEnds;
    private final PassOn passOn;
    private final TaskQueues queues;
    private final TaskReader tasks;
    private final Writer writer;
    private final Clock clock;

    /** @param reason why this worker; kept in the history of the task */
    record Target(
            @NotNull UUID workerId,

            @PlainText(max = 500, multiline = true) @Nullable
            String reason) {}

    record Reason(
            @NotBlank @PlainText(max = 500, multiline = true)
            String reason) {}

    /** @param queue where it shall wait */
    record Destination(
            @NotBlank @PlainText(max = 60) String queue,

            @PlainText(max = 500, multiline = true) @Nullable
            String reason) {}

    @PostMapping("/cancel")
    @ForAdmins
    ResponseEntity<TaskView> cancel(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            CurrentUser user) {
        var undo = writer.write(verbs.cancel, new AdminVerbs.Cancellation(id, Versions.expected(match), user.actor()));
        return TaskAnswers.of(tasks.find(id).orElseThrow(), undo);
    }

    @PostMapping("/assign")
    @ForAdmins
    ResponseEntity<TaskView> assign(@PathVariable UUID id, @Valid @RequestBody Target target, CurrentUser user) {
        var undo = writer.write(
                verbs.assignByHand,
                new AdminVerbs.HandAssignment(id, target.workerId(), target.reason(), user.actor()));
        return TaskAnswers.of(tasks.find(id).orElseThrow(), undo);
    }

    @PostMapping("/hold")
    @ForAdmins
    ResponseEntity<TaskView> hold(
            @PathVariable UUID id,
            @Valid @RequestBody PauseRequest request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            CurrentUser user) {
        return ask(putOnHold, id, request.checked(clock), match, user);
    }

    @PostMapping("/resume")
    @ForAdmins
    ResponseEntity<TaskView> resume(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            CurrentUser user) {
        return ask(holdEnds.resume, id, Trigger.RESUME, match, user);
    }

    /** Takes it from whoever holds it, back to the queue. */
    @PostMapping("/return")
    @ForAdmins
    ResponseEntity<TaskView> giveBack(
            @PathVariable UUID id,
            @Valid @RequestBody Reason request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            CurrentUser user) {
        return ask(passOn.giveBack, id, request.reason(), match, user);
    }

    @PostMapping("/move")
    @ForAdmins
    ResponseEntity<TaskView> move(
            @PathVariable UUID id,
            @Valid @RequestBody Destination request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            CurrentUser user) {
        var queue = queues.named(request.queue(), "/queue");
        return ask(passOn.toQueue, id, new PassOn.Move(queue, request.reason()), match, user);
    }

    private <A> ResponseEntity<TaskView> ask(
            HeldTasks.Verb<A> verb, UUID task, A argument, @Nullable String match, CurrentUser user) {
        writer.write(verb, new HeldTasks.Ask<>(task, null, argument, Versions.expected(match), user.actor()));
        return TaskAnswers.of(tasks.find(task).orElseThrow());
    }
}
