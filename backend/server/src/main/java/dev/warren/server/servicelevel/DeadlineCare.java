package dev.warren.server.servicelevel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Command;
import dev.warren.server.messaging.Operation;
import dev.warren.server.messaging.Writer;
import dev.warren.server.servicelevel.TaskClocks.Facts;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.Sql;
import dev.warren.server.task.DeadlineEvent.Cause;
import dev.warren.server.task.DeadlineVerbs;
import dev.warren.server.task.Task;
import dev.warren.server.task.TaskQueues;
import dev.warren.server.task.Tasks;

/**
 * Tells of promises at risk and of those that were broken, does what their queue wants done then, every second, and gives open tasks new deadlines when their
 * queue promises something else. On every server alike: whoever locks the task first tells.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class DeadlineCare {

    private static final int BATCH = 256;
    private static final UUID FIRST = new UUID(0, 0);

    private final ServiceLevels levels;
    private final Deadlines deadlines;
    private final Causes causes;
    private final Escalations escalations;
    private final TaskQueues queues;
    private final Tasks tasks;
    private final Writer writer;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    private final Tell tell = new Tell();
    private final Retarget retarget = new Retarget();

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        try {
            levels.read();
            for (var due = due(); !due.isEmpty(); due = due.size() < BATCH ? List.of() : due()) {
                escalations.prepare(due);
                writer.write(tell, due);
            }
            levels.pending().forEach(this::retarget);
        } catch (Problem | DataAccessException e) {
            log.debug("Tried again in a second", e);
        }
    }

    private List<UUID> due() {
        return deadlines.due(clock.instant(), BATCH);
    }

    /** From the first open task to the last; what comes meanwhile goes by the new promise already. */
    private void retarget(ServiceLevels.Pending pending) {
        int queue = queues.named(pending.queue()).id();
        for (var open = open(queue, FIRST); !open.isEmpty(); open = open(queue, open.get(open.size() - 1))) {
            writer.write(retarget, open);
        }
        levels.applied(pending);
    }

    private List<UUID> open(int queue, UUID after) {
        return jdbc.query(
                "SELECT id FROM task WHERE closed_status IS NULL AND queue_id = ? AND id > ? ORDER BY id LIMIT ?",
                (row, number) -> Sql.id(row, "id"),
                queue,
                Ids.bytes(after),
                BATCH);
    }

    private Map<UUID, TaskClocks> clocks(Collection<UUID> ids) {
        var clocks = new LinkedHashMap<UUID, TaskClocks>();
        for (var it : deadlines.of(ids)) {
            clocks.computeIfAbsent(it.task(), TaskClocks::new).add(it);
        }
        return clocks;
    }

    /** Of many tasks at once. */
    private abstract static class OfTasks implements Operation<List<UUID>, Integer> {

        @Override
        public Collection<UUID> subjects(List<UUID> ids) {
            return ids;
        }

        @Override
        public int weight(List<UUID> ids) {
            return ids.size();
        }
    }

    /** Tells what is due of the tasks: of each clock the risk, or else the breach; then takes the steps that are due. */
    private final class Tell extends OfTasks {

        @Override
        public void apply(List<Command<List<UUID>, Integer>> commands, Change change) {
            for (var command : commands) {
                var locked = tasks.lock(command.content());
                var why = causes.of(locked.values(), change.now());
                var run = escalations.run(locked.keySet(), change);
                var moved = new LinkedHashSet<Task>();
                var told = new ArrayList<Deadline>();
                for (var it : deadlines.of(locked.keySet())) {
                    var task = locked.get(it.task());
                    var cause = why.get(it.task());
                    boolean due = it.dueAt() != null && !it.dueAt().isAfter(change.now()); // not told by another server
                    if (due && task != null && cause != null) {
                        int before = task.version();
                        var level = levels.known().getOrDefault(it.queue(), ServiceLevels.none(it.queue()));
                        told.add(run.take(tell(it, task, cause, level, change), task, level));
                        if (task.version() > before) {
                            moved.add(task);
                        }
                    }
                }
                tasks.save(moved, change);
                run.save();
                deadlines.write(told, change);
                command.accept(told.size());
                change.flush();
            }
        }

        private static Deadline tell(Deadline it, Task task, Cause cause, ServiceLevel level, Change change) {
            var now = change.now();
            if (it.breachedAt() == null && !it.targetAt().isAfter(now)) {
                DeadlineVerbs.breach(task, it.kind(), it.targetAt(), cause, change);
                return it.breached(cause, level, now);
            }
            if (it.riskedAt() == null && !it.riskAt().isAfter(now)) {
                DeadlineVerbs.atRisk(task, it.kind(), it.targetAt(), change);
                return it.risked(level, now);
            }
            return it; // only a step is due
        }
    }

    /** Gives the tasks the deadlines that their queue promises now. */
    private final class Retarget extends OfTasks {

        @Override
        public void apply(List<Command<List<UUID>, Integer>> commands, Change change) {
            for (var command : commands) {
                var locked = tasks.lock(command.content());
                var clocks = clocks(locked.keySet());
                for (var task : locked.values()) {
                    var level = levels.known().getOrDefault(task.queue(), ServiceLevels.none(task.queue()));
                    if (!task.status().isClosed()) {
                        var it = clocks.computeIfAbsent(task.id(), TaskClocks::new);
                        it.retarget(
                                new Facts(
                                        task.status(), it.promised(task.priority()), task.attempt(), task.createdAt()),
                                level,
                                change.now());
                    }
                }
                var changed = clocks.values().stream()
                        .flatMap(it -> it.changed().stream())
                        .toList();
                deadlines.write(changed, change);
                command.accept(changed.size());
                change.flush();
            }
        }
    }
}
