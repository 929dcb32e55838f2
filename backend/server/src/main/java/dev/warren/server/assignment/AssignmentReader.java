package dev.warren.server.assignment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.task.TaskReader;

/** Reads assignments together with their tasks. */
@Component
@RequiredArgsConstructor
public class AssignmentReader {

    private final AssignmentTable table;
    private final TaskReader tasks;

    /** The open assignment of that id, which must exist. */
    public AssignmentView open(UUID id) {
        return views(List.copyOf(table.active(List.of(id)).values())).get(0);
    }

    /** The assignment of that id, open or ended, which must exist. */
    AssignmentView find(UUID id) {
        var active = table.active(List.of(id)).get(id);
        return view(
                active != null
                        ? active
                        : Objects.requireNonNull(table.closed(List.of(id)).get(id)));
    }

    /** The open assignment of that id, if it is the worker's. */
    public Optional<AssignmentView> open(UUID id, UUID worker) {
        return table.active(List.of(id)).values().stream()
                .filter(it -> it.worker().equals(worker))
                .findFirst()
                .map(this::view);
    }

    /** The assignment of that id, open or ended, if it is the worker's. */
    public Optional<AssignmentView> of(UUID id, UUID worker) {
        return Stream.of(table.active(List.of(id)), table.closed(List.of(id)))
                .flatMap(it -> it.values().stream())
                .filter(it -> it.worker().equals(worker))
                .findFirst()
                .map(this::view);
    }

    /** The open assignments of a worker in the order in which they came. */
    List<AssignmentView> open(UUID worker, @Nullable UUID after, int size) {
        return views(table.open(worker, after, size));
    }

    /** The ended assignments of a worker that match, the last one that ended first. */
    List<AssignmentView> closed(UUID worker, EndedFilter filter, AssignmentTable.@Nullable Ended before, int size) {
        return views(table.ended(worker, filter, before, size));
    }

    AssignmentView view(Assignment assignment) {
        return views(List.of(assignment)).get(0);
    }

    private List<AssignmentView> views(List<Assignment> assignments) {
        var found =
                tasks.all(assignments.stream().map(Assignment::task).distinct().toList());
        return assignments.stream()
                .map(it -> new AssignmentView(
                        it.id(),
                        it.task(),
                        it.state(),
                        it.attempt(),
                        it.assignedAt(),
                        it.startedAt(),
                        it.closedAt(),
                        it.percent(),
                        it.comment(),
                        it.disposition(),
                        Objects.requireNonNull(found.get(it.task()))))
                .toList();
    }
}
