package dev.warren.server.assignment;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Command;
import dev.warren.server.messaging.Operation;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Problem;
import dev.warren.server.task.Task;
import dev.warren.server.task.Tasks;
import dev.warren.server.task.Trigger;

/**
 * Finds and locks what is asked about in the middle of work: by whoever holds it, or by an admin. Such asks are rare beside
 * the work itself, so each is carried out and written by itself.
 */
@Component
@RequiredArgsConstructor
class HeldTasks {

    private final Tasks tasks;
    private final AssignmentTable table;

    /** A locked task, and its assignment: null when nobody holds it, closed when the asker does not any more. */
    record Held(Task task, @Nullable Assignment assignment) {

        /** The assignment of a verb that needs one. */
        Assignment assignmentFor(Trigger trigger) {
            if (assignment == null || !assignment.state().isActive()) {
                throw task.refusal(trigger);
            }
            return assignment;
        }
    }

    /**
     * One verb for one task.
     *
     * @param subject the assignment when {@code holder} is named, else the task
     * @param holder who says to hold the assignment, null for an admin
     * @param expectedVersion of the task as the asker saw it ({@code If-Match}), or null
     */
    record Ask<A>(
            UUID subject,
            @Nullable UUID holder,
            A argument,
            @Nullable Integer expectedVersion,
            Actor actor) {}

    /** What is done with a task and whoever holds it. */
    @RequiredArgsConstructor
    abstract static class Verb<A> implements Operation<Ask<A>, UUID> {

        private final HeldTasks held;

        @Override
        public Collection<UUID> subjects(Ask<A> ask) {
            return List.of(ask.subject());
        }

        @Override
        public void apply(List<Command<Ask<A>, UUID>> commands, Change change) {
            for (var command : commands) {
                var ask = command.content();
                try {
                    var it = held.find(ask);
                    if (!isSaid(it, ask.argument())) {
                        apply(it, ask.argument(), ask.actor(), change);
                        change.flush();
                    }
                    command.accept(ask.subject());
                } catch (Problem refusal) {
                    command.refuse(refusal);
                }
            }
        }

        /** Whether that was said before: saying twice is saying once. */
        abstract boolean isSaid(Held held, A argument);

        /** Checks everything before it changes anything: a refusal must leave no trace. */
        abstract void apply(Held held, A argument, Actor actor, Change change);
    }

    private Held find(Ask<?> ask) {
        var held = ask.holder() == null ? ofTask(ask.subject()) : ofHolder(ask.subject(), ask.holder());
        held.task().requireVersion(ask.expectedVersion());
        return held;
    }

    private Held ofTask(UUID id) {
        var task = tasks.lock(List.of(id)).get(id);
        if (task == null) {
            throw Problem.notFound("task", id);
        }
        return new Held(task, table.activeOfTasks(List.of(id)).get(id));
    }

    /** The assignment is read again when its task is locked: meanwhile it may have ended. */
    private Held ofHolder(UUID id, UUID holder) {
        var known = read(id);
        if (known == null || !known.worker().equals(holder)) {
            throw Problem.notFound("assignment", id);
        }
        var task = Objects.requireNonNull(tasks.lock(List.of(known.task())).get(known.task()));
        return new Held(task, read(id));
    }

    private @Nullable Assignment read(UUID id) {
        var open = table.active(List.of(id)).get(id);
        return open != null ? open : table.closed(List.of(id)).get(id);
    }
}
