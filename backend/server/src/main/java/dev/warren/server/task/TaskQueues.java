package dev.warren.server.task;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

import lombok.RequiredArgsConstructor;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.Sql;

/**
 * The queues by name. Names and numbers never change, so what was read once is kept in memory. Settings do change: what
 * is kept of those is as old as the last {@link #all()}, which every server's dispatcher calls with its schedule.
 */
@Service
@RequiredArgsConstructor
public class TaskQueues {

    private final TaskQueueRepository repository;
    private final Clock clock;
    private final Map<String, TaskQueue> byName = new ConcurrentHashMap<>();
    private final Map<Integer, TaskQueue> byId = new ConcurrentHashMap<>();

    /**
     * The queue of that name.
     *
     * @param pointer the field or parameter to name when there is none: {@code unknown-queue}
     */
    public TaskQueue named(String name, String pointer) {
        var known = byName.get(name);
        return known != null
                ? known
                : repository
                        .findByName(name)
                        .map(this::keep)
                        .orElseThrow(() -> Problem.of(
                                ProblemCode.UNKNOWN_QUEUE,
                                pointer,
                                "There is no queue '%s'. An admin creates queues with POST /queues.".formatted(name)));
    }

    /** The queue of a name that is known to exist. */
    public TaskQueue named(String name) {
        return named(name, "/queue");
    }

    public TaskQueue get(int id) {
        var known = byId.get(id);
        return known != null ? known : keep(repository.findById(id).orElseThrow());
    }

    public List<TaskQueue> all() {
        return repository.findAll().stream().map(this::keep).toList();
    }

    TaskQueue create(String name) {
        try {
            return keep(repository.saveAndFlush(new TaskQueue(name, Sql.micros(clock.instant()))));
        } catch (DataIntegrityViolationException e) {
            throw Problem.of(ProblemCode.ALREADY_EXISTS, "/name", "There is a queue '%s' already.".formatted(name));
        }
    }

    /** Changes what is not null, if nobody else was first. */
    TaskQueue change(TaskQueue queue, QueueChange change) {
        queue.become(change);
        try {
            return keep(repository.saveAndFlush(queue));
        } catch (OptimisticLockingFailureException e) {
            throw new Problem(
                    ProblemCode.CONCURRENT_CHANGE,
                    "Queue '%s' was just changed by somebody else: read it again.".formatted(queue.name()));
        }
    }

    /** The queue as it stands in the database now. */
    TaskQueue read(String name) {
        return repository
                .findByName(name)
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "There is no queue '%s'.".formatted(name)));
    }

    private TaskQueue keep(TaskQueue queue) {
        byName.put(queue.name(), queue);
        byId.put(queue.id(), queue);
        return queue;
    }
}
