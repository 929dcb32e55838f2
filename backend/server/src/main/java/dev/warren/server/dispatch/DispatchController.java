package dev.warren.server.dispatch;

import java.util.UUID;

import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.assignment.AssignmentReader;
import dev.warren.server.assignment.AssignmentView;
import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.ForEmployees;
import dev.warren.server.identity.ForEveryone;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/** Why somebody got a task, and asking for the next one. */
@RestController
@RequestMapping("/api/v1")
@RequiredArgsConstructor
class DispatchController {

    private final Decisions decisions;
    private final TakeNext takeNext;
    private final AssignmentReader assignments;
    private final Writer writer;

    /** Admins and managers read every decision, employees those about tasks that they got. */
    @GetMapping("/tasks/{id}/decision")
    @ForEveryone
    Decisions.Decision decision(
            @PathVariable UUID id,
            @RequestParam(required = false) @Min(1) @Nullable Integer attempt,
            CurrentUser user) {
        return decisions
                .find(id, attempt)
                .filter(it -> user.mayManage() || user.id().equals(it.workerId()))
                .orElseThrow(
                        () -> new Problem(ProblemCode.NOT_FOUND, "No round has assigned task %s (yet).".formatted(id)));
    }

    /** The next task for the caller, at once; 204 when nothing waits that the caller can do, or the caller is not free. */
    @PostMapping("/me/assignments/next")
    @ForEmployees
    ResponseEntity<AssignmentView> next(CurrentUser user) {
        return writer.write(takeNext, new TakeNext.Ask(user.id(), user.actor()))
                .map(assignments::open)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
