package dev.warren.server.task;

import java.util.Optional;
import java.util.UUID;

import org.springframework.http.ResponseEntity;

import dev.warren.server.shared.web.Versions;

/** A task as an answer: with its version, and with the way back where there is one. */
public final class TaskAnswers {

    /** The id by which the action can be taken back, for a short while. */
    public static final String UNDO = "Warren-Undo";

    private TaskAnswers() {}

    public static ResponseEntity<TaskView> of(TaskView task) {
        return of(task, Optional.empty());
    }

    public static ResponseEntity<TaskView> of(TaskView task, Optional<UUID> undo) {
        var answer = ResponseEntity.ok().eTag(Versions.tag(task.version()));
        undo.ifPresent(it -> answer.header(UNDO, it.toString()));
        return answer.body(task);
    }
}
