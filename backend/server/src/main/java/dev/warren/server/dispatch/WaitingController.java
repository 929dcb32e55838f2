package dev.warren.server.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.ForManagers;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.web.Cursor;
import dev.warren.server.shared.web.PageSize;
import dev.warren.server.shared.web.Paged;
import dev.warren.server.task.Priority;
import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.TaskQueues;
import dev.warren.server.task.TaskReader;

/** The live order of a queue, with the reason why each task still waits. */
@RestController
@RequestMapping("/api/v1/queues/{name}/waiting")
@RequiredArgsConstructor
class WaitingController {

    private final TaskQueues queues;
    private final ReadyQueue ready;
    private final TaskReader tasks;
    private final Reasons reasons;

    /**
     * A waiting task.
     *
     * @param position its place in the queue, from 1
     * @param effectivePriority what its age has made of its priority, 1 (most urgent) .. 5
     * @param attempt how often it has been assigned
     */
    record Waiting(
            int position,
            UUID taskId,
            String title,
            Priority priority,
            int effectivePriority,
            Instant waitingSince,
            List<String> requiredSkills,
            @Nullable String category,
            @Nullable Instant dueAt,
            int attempt,
            String createdBy,
            Reasons.Why why) {}

    private record Place(int position, ReadyQueue.@Nullable Place place) {}

    @GetMapping
    @ForManagers
    Paged<Waiting> waiting(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = PageSize.DEFAULT) @PageSize int size) {
        var queue = queues.all().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "There is no queue '%s'.".formatted(name)));
        var from = cursor == null ? new Place(0, null) : Cursor.decode(cursor, 5, WaitingController::place);
        var page = Paged.read(
                size,
                limit -> ready.waiting(queue.id(), from.place(), limit),
                it -> cursor(from.position() + size, it));
        var why = reasons.of(name, page.items());
        var found = tasks.all(page.items().stream().map(ReadyQueue.Place::task).toList());
        var items = new ArrayList<Waiting>(page.items().size());
        for (var it : page.items()) {
            var task = found.get(it.task());
            if (task != null) {
                items.add(new Waiting(
                        from.position() + items.size() + 1,
                        it.task(),
                        task.title(),
                        it.priority(),
                        it.level(),
                        it.since(),
                        task.requiredSkills(),
                        task.category(),
                        task.dueAt(),
                        task.attempt(),
                        task.createdBy(),
                        why.getOrDefault(it.task(), Reasons.NEXT)));
            }
        }
        return new Paged<>(items, page.next());
    }

    private static String cursor(int position, ReadyQueue.Place last) {
        return Cursor.encode(
                position,
                last.level(),
                last.since(),
                last.task(),
                last.priority().level());
    }

    private static Place place(List<String> parts) {
        return new Place(
                Integer.parseInt(parts.get(0)),
                new ReadyQueue.Place(
                        UUID.fromString(parts.get(3)),
                        0,
                        Integer.parseInt(parts.get(1)),
                        Instant.parse(parts.get(2)),
                        Priority.of(Integer.parseInt(parts.get(4))),
                        false));
    }
}
