package dev.warren.server.assignment;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.task.Task;
import dev.warren.server.workforce.Bench;
import dev.warren.server.workforce.Presence;
import dev.warren.server.workforce.Worker;

/** Whether a task can be given by hand to somebody: rules that no admin sets aside. */
@Component
@RequiredArgsConstructor
class FitWorkers {

    private final Bench bench;

    /**
     * The worker, if they are able to do the task, here, and have a seat.
     *
     * @param worker locked, or null when there is none of that id
     * @throws Problem {@code not-assignable} with what stands against it
     */
    Worker require(Task task, UUID id, @Nullable Worker worker, Change change) {
        return require(task, id, worker, false, change);
    }

    /** @param asked whether a seat is kept because the worker is asked for this very task */
    Worker require(Task task, UUID id, @Nullable Worker worker, boolean asked, Change change) {
        if (worker == null) {
            throw Problem.notFound("worker", id);
        }
        if (!worker.isFree() && !(asked && worker.presence() == Presence.AVAILABLE)) {
            throw new Problem(
                    ProblemCode.NOT_ASSIGNABLE,
                    "%s is %s and holds %d of %d tasks: nothing can be assigned now."
                            .formatted(worker.displayName(), worker.presence(), worker.load(), worker.capacity()));
        }
        if (bench.one(id, change.now()).stream().noneMatch(it -> it.canServe(task.requirement()))) {
            throw new Problem(
                    ProblemCode.NOT_ASSIGNABLE,
                    "The worker lacks a skill, a level or the region that the task needs: %s."
                            .formatted(task.requiredSkills()));
        }
        return worker;
    }
}
