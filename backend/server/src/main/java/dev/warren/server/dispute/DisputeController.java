package dev.warren.server.dispute;

import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;

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

import dev.warren.server.assignment.AssignmentReader;
import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.ForEmployees;
import dev.warren.server.identity.ForManagers;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.web.Cursor;
import dev.warren.server.shared.web.PageSize;
import dev.warren.server.shared.web.Paged;
import dev.warren.server.shared.web.PlainText;

/** Saying that one should not have got something, and being answered. */
@RestController
@RequestMapping("/api/v1")
@RequiredArgsConstructor
class DisputeController {

    private final AssignmentReader assignments;
    private final DisputeTable table;
    private final Raise raise;
    private final Answer answer;
    private final Writer writer;

    /** Which of them to list. */
    enum State {
        OPEN,
        ANSWERED
    }

    record Complaint(
            @NotBlank @PlainText(max = 500, multiline = true)
            String reason) {}

    record Reply(
            @NotBlank @PlainText(max = 2_000, multiline = true)
            String answer) {}

    @PostMapping("/me/assignments/{id}/dispute")
    @ForEmployees
    @ResponseStatus(HttpStatus.CREATED)
    Dispute raise(@PathVariable UUID id, @Valid @RequestBody Complaint complaint, CurrentUser user) {
        var assignment = assignments.of(id, user.id()).orElseThrow(() -> Problem.notFound("assignment", id));
        return found(writer.write(raise, new Raise.Complaint(assignment, user.id(), complaint.reason(), user.actor())));
    }

    /** The caller's, the newest first. */
    @GetMapping("/me/disputes")
    @ForEmployees
    Paged<Dispute> mine(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = PageSize.DEFAULT) @PageSize int size,
            CurrentUser user) {
        var before = Cursor.id(cursor);
        return page(size, limit -> table.of(user.id(), before, limit));
    }

    /** Those that wait for an answer, the longest first, or those that have one, the newest first. */
    @GetMapping("/disputes")
    @ForManagers
    Paged<Dispute> all(
            @RequestParam(defaultValue = "OPEN") State state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = PageSize.DEFAULT) @PageSize int size) {
        var from = Cursor.id(cursor);
        return page(size, limit -> state == State.OPEN ? table.open(from, limit) : table.answered(from, limit));
    }

    @PostMapping("/disputes/{id}/answer")
    @ForManagers
    Dispute answer(@PathVariable UUID id, @Valid @RequestBody Reply reply, CurrentUser user) {
        return found(writer.write(answer, new Answer.Saying(id, reply.answer(), user.actor())));
    }

    private Dispute found(UUID id) {
        return table.find(id).orElseThrow(() -> Problem.notFound("dispute", id));
    }

    private static Paged<Dispute> page(int size, IntFunction<List<Dispute>> read) {
        return Paged.read(size, read, it -> Cursor.encode(it.id()));
    }
}
