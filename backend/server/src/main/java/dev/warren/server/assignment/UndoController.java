package dev.warren.server.assignment;

import java.util.List;
import java.util.UUID;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.ForAdmins;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Problem;
import dev.warren.server.task.TaskAnswers;
import dev.warren.server.task.TaskReader;
import dev.warren.server.task.TaskView;
import dev.warren.server.task.Undos;

/** What the caller can still take back, and taking it back. */
@RestController
@RequestMapping("/api/v1/me/undo")
@RequiredArgsConstructor
class UndoController {

    private final Undos undos;
    private final TakeBack takeBack;
    private final TaskReader tasks;
    private final Writer writer;

    record UndoList(List<Undos.OpenUndo> items) {}

    @GetMapping
    @ForAdmins
    UndoList list(CurrentUser user) {
        return new UndoList(undos.open(user.id()));
    }

    @PostMapping("/{id}")
    @ForAdmins
    ResponseEntity<TaskView> undo(@PathVariable UUID id, CurrentUser user) {
        var undo = undos.find(id, user.id()).orElseThrow(() -> Problem.notFound("undo", id));
        var task = writer.write(takeBack, new TakeBack.Ask(undo, user.id(), user.actor()));
        return TaskAnswers.of(tasks.find(task).orElseThrow());
    }
}
