package dev.warren.server.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Command;
import dev.warren.server.messaging.Operation;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Problem;

/** The admin's verbs that change nothing but the task itself and its place in the queue. */
@Component
@RequiredArgsConstructor
class TaskVerbs {

    private final Tasks tasks;
    private final ReadyQueue ready;
    private final Undos undos;

    final Reprioritise reprioritise = new Reprioritise();
    final Retry retry = new Retry();

    /**
     * A verb for one task.
     *
     * @param expectedVersion what the asker saw ({@code If-Match}), or null when it does not matter
     */
    record Ask<A>(UUID task, A argument, @Nullable Integer expectedVersion, Actor actor) {}

    /** Reads the tasks, lets the verb decide each, and writes back those that moved; answers with the way back. */
    private abstract class Verb<A> implements Operation<Ask<A>, Optional<UUID>> {

        @Override
        public Collection<UUID> subjects(Ask<A> ask) {
            return List.of(ask.task());
        }

        @Override
        public void apply(List<Command<Ask<A>, Optional<UUID>>> commands, Change change) {
            var locked =
                    tasks.lock(commands.stream().map(it -> it.content().task()).toList());
            var moved = new ArrayList<Task>();
            for (var command : commands) {
                var ask = command.content();
                try {
                    var task = locked.get(ask.task());
                    if (task == null) {
                        throw Problem.notFound("task", ask.task());
                    }
                    task.requireVersion(ask.expectedVersion());
                    var before = task.priority();
                    boolean moves = move(task, ask, change);
                    if (moves) {
                        moved.add(task);
                    }
                    command.accept(moves ? wayBack(task, before, ask.actor(), change) : Optional.empty());
                } catch (Problem refusal) {
                    command.refuse(refusal);
                }
            }
            tasks.save(moved, change);
            place(moved, change);
        }

        /** @return whether anything changed */
        abstract boolean move(Task task, Ask<A> ask, Change change);

        /** What takes it back, if it can be taken back. */
        Optional<UUID> wayBack(Task task, Priority before, Actor actor, Change change) {
            return Optional.empty();
        }

        abstract void place(List<Task> moved, Change change);
    }

    /** Gives tasks another priority; those that wait change their place. */
    final class Reprioritise extends Verb<Priority> {

        @Override
        boolean move(Task task, Ask<Priority> ask, Change change) {
            if (task.priority() == ask.argument()) {
                return false;
            }
            task.reprioritise(ask.argument(), ask.actor(), change);
            return true;
        }

        @Override
        Optional<UUID> wayBack(Task task, Priority before, Actor actor, Change change) {
            return undos.note(Undos.Action.PRIORITY, task.id(), task.version(), before, actor, change);
        }

        @Override
        void place(List<Task> moved, Change change) {
            var waiting = moved.stream()
                    .filter(it -> it.status() == TaskStatus.QUEUED)
                    .toList();
            if (!waiting.isEmpty()) {
                ready.reprioritise(waiting, change);
            }
        }
    }

    /** Queues failed tasks again, with their original age. */
    final class Retry extends Verb<Trigger> {

        @Override
        boolean move(Task task, Ask<Trigger> ask, Change change) {
            task.retry(ask.actor(), change);
            return true;
        }

        @Override
        void place(List<Task> moved, Change change) {
            ready.requeue(moved, change);
        }
    }
}
