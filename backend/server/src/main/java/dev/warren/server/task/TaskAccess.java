package dev.warren.server.task;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.shared.Problem;

/** Who reads which task: admins and managers every one, others those that they hold, held last, or were called to. */
@Component
@RequiredArgsConstructor
public class TaskAccess {

    private final TaskReader reader;
    private final Comments comments;

    /** @throws Problem {@code not-found} also when the task exists, but is not for the user */
    public TaskView find(UUID task, CurrentUser user) {
        return Optional.of(task)
                .flatMap(reader::find)
                .filter(it ->
                        user.mayManage() || user.id().equals(it.assignee()) || comments.isMentioned(task, user.id()))
                .orElseThrow(() -> Problem.notFound("task", task));
    }
}
