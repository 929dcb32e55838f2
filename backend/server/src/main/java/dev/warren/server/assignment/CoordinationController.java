package dev.warren.server.assignment;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.ForAdmins;
import dev.warren.server.identity.ForManagers;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.web.Versions;
import dev.warren.server.task.TaskAnswers;
import dev.warren.server.task.TaskReader;
import dev.warren.server.task.TaskView;

/** What offers did not move on, and deciding about it. */
@RestController
@RequestMapping("/api/v1")
@RequiredArgsConstructor
class CoordinationController {

    private static final int MOST = 200;

    private final Coordination coordination;
    private final OfferAgain offerAgain;
    private final TaskReader tasks;
    private final Writer writer;

    record CoordinationList(List<Coordination.CoordinationItem> items) {}

    @GetMapping("/coordination")
    @ForManagers
    CoordinationList list() {
        return new CoordinationList(coordination.list(MOST));
    }

    @PostMapping("/tasks/{id}/offer-again")
    @ForAdmins
    ResponseEntity<TaskView> offerAgain(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            CurrentUser user) {
        writer.write(offerAgain, new OfferAgain.Ask(id, Versions.expected(match), user.actor()));
        return TaskAnswers.of(tasks.find(id).orElseThrow());
    }
}
