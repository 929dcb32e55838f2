package dev.warren.server.history;

import java.util.UUID;

import jakarta.validation.constraints.Min;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.ForEveryone;
import dev.warren.server.identity.Role;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.web.PageSize;

/** The history of a task: for admins and managers of every one, for employees of those they hold or held. */
@RestController
@RequestMapping("/api/v1/tasks/{id}/history")
@RequiredArgsConstructor
class HistoryController {

    private final TaskHistory history;

    @GetMapping
    @ForEveryone
    TaskHistory.Page history(
            CurrentUser user,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") @Min(0) int after,
            @RequestParam(defaultValue = PageSize.DEFAULT) @PageSize int size) {
        boolean seesAll = user.roles().contains(Role.ADMIN) || user.roles().contains(Role.MANAGER);
        if (!seesAll && !history.wasHeldBy(id, user.id())) {
            throw Problem.notFound("task", id);
        }
        return history.page(id, after, size);
    }
}
