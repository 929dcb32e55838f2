package dev.warren.server.workforce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Command;
import dev.warren.server.messaging.Operation;
import dev.warren.server.shared.Problem;

/**
 * A change of one worker at a time, whose row is locked; answers whether anything was changed.
 *
 * @param <C> what is asked for
 */
@RequiredArgsConstructor
abstract class WorkerStep<C> implements Operation<C, Boolean> {

    private final Workers workers;

    abstract UUID worker(C command);

    /** @throws Problem a refusal, for which nothing may have been changed yet */
    abstract boolean apply(C command, Worker worker, Change change);

    @Override
    public Collection<UUID> subjects(C command) {
        return List.of(worker(command));
    }

    @Override
    public void apply(List<Command<C, Boolean>> commands, Change change) {
        var locked =
                workers.lock(commands.stream().map(it -> worker(it.content())).toList());
        var changed = new ArrayList<Worker>();
        for (var command : commands) {
            try {
                var id = worker(command.content());
                var worker = locked.get(id);
                if (worker == null) {
                    throw Problem.notFound("worker", id);
                }
                boolean did = apply(command.content(), worker, change);
                if (did) {
                    changed.add(worker);
                }
                command.accept(did);
            } catch (Problem refusal) {
                command.refuse(refusal);
            }
        }
        workers.save(changed, change);
    }

    /** A step that needs no more than that its time has come. */
    abstract static class Due extends WorkerStep<UUID> {

        Due(Workers workers) {
            super(workers);
        }

        @Override
        UUID worker(UUID id) {
            return id;
        }

        @Override
        final boolean apply(UUID id, Worker worker, Change change) {
            return apply(worker, change);
        }

        abstract boolean apply(Worker worker, Change change);
    }
}
