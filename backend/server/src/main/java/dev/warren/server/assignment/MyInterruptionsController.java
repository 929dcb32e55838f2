package dev.warren.server.assignment;

import java.time.Clock;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.ForEmployees;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.web.PlainText;
import dev.warren.server.task.TaskQueues;
import dev.warren.server.task.Trigger;

/** What happens in the middle of the caller's work: it is paused, passed on, or help is needed. */
@RestController
@RequestMapping("/api/v1/me/assignments/{id}")
@RequiredArgsConstructor
class MyInterruptionsController {

    private final PutOnHold putOnHold;
    private final HoldEnds holdEnds;
    private final PassOn passOn;
    private final AskForHelp askForHelp;
    private final TaskQueues queues;
    private final AssignmentReader reader;
    private final Writer writer;
    private final Clock clock;

    record Reason(
            @NotBlank @PlainText(max = 500, multiline = true)
            String reason) {}

    /** To a person, or to a queue. */
    record TransferRequest(
            @Nullable UUID workerId,
            @PlainText(max = 60) @Nullable String queue,

            @NotBlank @PlainText(max = 500, multiline = true)
            String reason) {}

    @PostMapping("/hold")
    @ForEmployees
    AssignmentView hold(@PathVariable UUID id, @Valid @RequestBody PauseRequest request, CurrentUser user) {
        return ask(putOnHold, id, request.checked(clock), user);
    }

    @PostMapping("/resume")
    @ForEmployees
    AssignmentView resume(@PathVariable UUID id, CurrentUser user) {
        return ask(holdEnds.resume, id, Trigger.RESUME, user);
    }

    @PostMapping("/return")
    @ForEmployees
    AssignmentView giveBack(@PathVariable UUID id, @Valid @RequestBody Reason request, CurrentUser user) {
        return ask(passOn.giveBack, id, request.reason(), user);
    }

    @PostMapping("/transfer")
    @ForEmployees
    AssignmentView transfer(@PathVariable UUID id, @Valid @RequestBody TransferRequest request, CurrentUser user) {
        if ((request.workerId() == null) == (request.queue() == null)) {
            throw Problem.of(ProblemCode.INVALID_FIELD, "/workerId", "give either a workerId or a queue");
        }
        if (request.workerId() != null) {
            return ask(passOn.toWorker, id, new PassOn.Transfer(request.workerId(), request.reason()), user);
        }
        var queue = queues.named(request.queue(), "/queue");
        return ask(passOn.toQueue, id, new PassOn.Move(queue, request.reason()), user);
    }

    @PostMapping("/help")
    @ForEmployees
    AssignmentView help(@PathVariable UUID id, @Valid @RequestBody Reason request, CurrentUser user) {
        return ask(askForHelp, id, request.reason(), user);
    }

    private <A> AssignmentView ask(HeldTasks.Verb<A> verb, UUID assignment, A argument, CurrentUser user) {
        return reader.find(
                writer.write(verb, new HeldTasks.Ask<>(assignment, user.id(), argument, null, user.actor())));
    }
}
