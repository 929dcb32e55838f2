package dev.warren.server.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.ForAdmins;
import dev.warren.server.identity.ForEveryone;
import dev.warren.server.identity.ForManagers;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.web.Cursor;
import dev.warren.server.shared.web.PageSize;
import dev.warren.server.shared.web.Paged;
import dev.warren.server.shared.web.Versions;

/** Creating tasks, reading them, and the verbs that change the task alone. */
@RestController
@RequestMapping("/api/v1/tasks")
@RequiredArgsConstructor
class TaskController {

    private final TaskCreation creation;
    private final TaskReader reader;
    private final TaskAccess access;
    private final TaskVerbs verbs;
    private final Writer writer;

    record Batch(@NotEmpty @Size(max = 1_000) List<@Valid @NotNull TaskRequest> tasks) {}

    record Created(List<UUID> ids) {}

    record NewPriority(@NotNull Priority priority) {}

    @PostMapping
    @ForAdmins
    ResponseEntity<TaskView> create(
            @Valid @RequestBody TaskRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        var task = creation.create(request.toNewTask(), user.actor(), scope(user, "task"), checked(key));
        return ResponseEntity.created(URI.create("/api/v1/tasks/" + task.id()))
                .eTag(Versions.tag(task.version()))
                .body(task);
    }

    @PostMapping("/batch")
    @ResponseStatus(HttpStatus.CREATED)
    @ForAdmins
    Created createAll(
            @Valid @RequestBody Batch batch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        var tasks = batch.tasks().stream().map(TaskRequest::toNewTask).toList();
        return new Created(creation.create(tasks, user.actor(), scope(user, "batch"), checked(key)).stream()
                .map(TaskView::id)
                .toList());
    }

    @GetMapping
    @ForManagers
    Paged<TaskView> list(
            @Valid @ParameterObject @ModelAttribute TaskFilter filter,
            @RequestParam(defaultValue = "-createdAt") String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = PageSize.DEFAULT) @PageSize int size) {
        var order = TaskSort.of(sort);
        var after = cursor == null ? null : Cursor.decode(cursor, 2, TaskController::after);
        return Paged.read(
                size, limit -> reader.list(filter, order, after, limit), it -> Cursor.encode(it.priority(), it.id()));
    }

    private static TaskSearch.After after(List<String> parts) {
        return new TaskSearch.After(Priority.valueOf(parts.get(0)), UUID.fromString(parts.get(1)));
    }

    /** Admins and managers read every task, employees those that they hold, held last or were called to. */
    @GetMapping("/{id}")
    @ForEveryone
    ResponseEntity<TaskView> get(@PathVariable UUID id, CurrentUser user) {
        return TaskAnswers.of(access.find(id, user));
    }

    @PostMapping("/{id}/priority")
    @ForAdmins
    ResponseEntity<TaskView> reprioritise(
            @PathVariable UUID id,
            @Valid @RequestBody NewPriority request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            CurrentUser user) {
        var undo = writer.write(
                verbs.reprioritise,
                new TaskVerbs.Ask<>(id, request.priority(), Versions.expected(match), user.actor()));
        return TaskAnswers.of(reader.find(id).orElseThrow(), undo);
    }

    @PostMapping("/{id}/retry")
    @ForAdmins
    ResponseEntity<TaskView> retry(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            CurrentUser user) {
        writer.write(verbs.retry, new TaskVerbs.Ask<>(id, Trigger.RETRY, Versions.expected(match), user.actor()));
        return TaskAnswers.of(reader.find(id).orElseThrow());
    }

    private static String scope(CurrentUser user, String call) {
        return user.id() + ":" + call;
    }

    private static @Nullable String checked(@Nullable String key) {
        if (key != null && (key.isBlank() || key.getBytes(UTF_8).length > 255)) {
            throw Problem.of(
                    ProblemCode.INVALID_IDEMPOTENCY_KEY, "Idempotency-Key", "must have 1 to 255 bytes in UTF-8");
        }
        return key;
    }
}
