package dev.warren.server.task;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.ForEveryone;
import dev.warren.server.identity.ForManagers;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.web.Cursor;
import dev.warren.server.shared.web.PageSize;
import dev.warren.server.shared.web.Paged;
import dev.warren.server.shared.web.PlainText;

/** The talk about a task: whoever may read the task reads it and takes part. */
@RestController
@RequestMapping("/api/v1/tasks/{id}")
@RequiredArgsConstructor
class CommentController {

    private final TaskAccess access;
    private final Comments comments;
    private final Writer writer;

    record NewComment(
            @NotBlank @PlainText(max = 2_000, multiline = true)
            String text) {}

    @GetMapping("/comments")
    @ForEveryone
    Paged<Comments.CommentView> list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = PageSize.DEFAULT) @PageSize int size,
            CurrentUser user) {
        access.find(id, user);
        var after = Cursor.id(cursor);
        return Paged.read(size, limit -> comments.of(id, after, limit), it -> Cursor.encode(it.id()));
    }

    @PostMapping("/comments")
    @ResponseStatus(HttpStatus.CREATED)
    @ForEveryone
    Comments.CommentView comment(@PathVariable UUID id, @Valid @RequestBody NewComment request, CurrentUser user) {
        access.find(id, user);
        return say(id, request.text(), false, user);
    }

    /** Answers whoever asked for help with the task. */
    @PostMapping("/help/answer")
    @ResponseStatus(HttpStatus.CREATED)
    @ForManagers
    Comments.CommentView answer(@PathVariable UUID id, @Valid @RequestBody NewComment request, CurrentUser user) {
        return say(id, request.text(), true, user);
    }

    private Comments.CommentView say(UUID task, String text, boolean answersHelp, CurrentUser user) {
        return writer.write(
                comments, new Comments.Saying(task, text, comments.mentionsIn(text), answersHelp, user.actor()));
    }
}
