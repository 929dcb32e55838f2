package dev.warren.server.assignment;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Actor;

/** Gives tasks to workers. The database decides: what no longer waits, or whoever is no longer free, is left out. */
@Component
@RequiredArgsConstructor
public class Assignments {

    private final Seating seating;
    private final AssignmentTable table;

    /**
     * Who shall get what.
     *
     * @param level the effective priority by which the task was picked, 1..5
     * @param rescue whether the rescue rule put it before more urgent ones
     * @param reason why this worker, when somebody says so
     */
    public record Proposal(
            UUID task,
            UUID worker,
            int level,
            boolean rescue,
            @Nullable String reason) {

        public Proposal(UUID task, UUID worker, int level, boolean rescue) {
            this(task, worker, level, rescue, null);
        }
    }

    /** A proposal that came true. */
    public record Made(UUID assignment, UUID task, UUID worker, int attempt) {}

    /**
     * Makes those of the proposals true that still can be, inside the transaction of the change: the task must wait, the
     * worker must be available and below capacity. An offer is made and accepted at once.
     *
     * @param round the dispatch round that decided, or null for an assignment by hand
     */
    public List<Made> make(List<Proposal> proposals, @Nullable UUID round, Actor actor, Change change) {
        var seated = seating.seat(
                proposals, worker -> worker.take(change), it -> it.task().assign(it.assignee(round), actor, change));
        table.begin(seated.stream().map(it -> it.begun(change.now())).toList(), change);
        seating.write(seated, change);
        return seated.stream().map(Assignments::made).toList();
    }

    static Made made(Seating.Seated it) {
        return new Made(it.id(), it.task().id(), it.worker().id(), it.task().attempt());
    }
}
