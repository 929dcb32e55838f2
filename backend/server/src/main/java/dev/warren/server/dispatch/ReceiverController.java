package dev.warren.server.dispatch;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.assignment.AssignmentReader;
import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.ForEmployees;
import dev.warren.server.shared.Problem;
import dev.warren.server.task.TaskQueue;
import dev.warren.server.task.TaskQueues;
import dev.warren.server.workforce.Presence;

/** Where the caller's work could go, and how it may end. */
@RestController
@RequestMapping("/api/v1/me/assignments/{id}/receivers")
@RequiredArgsConstructor
class ReceiverController {

    private final AssignmentReader assignments;
    private final Candidates candidates;
    private final TaskQueues queues;

    /**
     * A colleague.
     *
     * @param username by which a comment calls them
     * @param obstacle why they could not take it now, null when they could
     */
    record Receiver(
            UUID workerId,
            String username,
            String displayName,
            Presence presence,
            boolean free,
            Candidates.@Nullable Obstacle obstacle) {}

    /** @param dispositions how the task may end; one has to be chosen, unless there are none */
    record Receivers(List<Receiver> people, List<String> queues, List<String> dispositions) {}

    @GetMapping
    @ForEmployees
    Receivers of(@PathVariable UUID id, CurrentUser user) {
        var task = assignments
                .open(id, user.id())
                .orElseThrow(() -> Problem.notFound("assignment", id))
                .task();
        var people = candidates.of(task).stream()
                .filter(it -> !it.workerId().equals(user.id()))
                .map(it -> new Receiver(
                        it.workerId(), it.username(), it.displayName(), it.presence(), it.eligible(), it.reason()))
                .toList();
        var others = queues.all().stream()
                .map(TaskQueue::name)
                .filter(it -> !it.equals(task.queue()))
                .sorted()
                .toList();
        return new Receivers(people, others, queues.named(task.queue()).dispositions());
    }
}
