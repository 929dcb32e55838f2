package dev.warren.server.assignment;

import java.util.UUID;

import jakarta.validation.Valid;
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
import dev.warren.server.task.TaskReader;
import dev.warren.server.task.TaskView;

/** The admin's verbs that concern a task together with whoever holds it. */
@RestController
@RequestMapping("/api/v1/tasks/{id}")
@RequiredArgsConstructor
class TaskAssignmentController {

    private final AdminVerbs verbs;
    private final TaskReader tasks;
    private final Writer writer;

    /** @param reason why this worker; kept in the history of the task */
    record Target(
            @NotNull UUID workerId,

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
}
