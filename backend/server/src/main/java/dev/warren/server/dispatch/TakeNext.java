package dev.warren.server.dispatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.assignment.Assignments;
import dev.warren.server.assignment.CoolDowns;
import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Command;
import dev.warren.server.messaging.Operation;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Sql;
import dev.warren.server.task.Acceptance;
import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.TaskQueues;
import dev.warren.server.workforce.Bench;

/**
 * A worker asks for the next task: the first in the order of all queues that this worker can do. Whoever asks need not be
 * asked, so it is assigned at once in every queue.
 */
@Component
@RequiredArgsConstructor
class TakeNext implements Operation<TakeNext.Ask, Optional<UUID>> {

    private static final Comparator<ReadyQueue.Place> ORDER = Comparator.comparingInt(ReadyQueue.Place::level)
            .thenComparing(ReadyQueue.Place::since)
            .thenComparing(ReadyQueue.Place::task, Sql::byteOrder);

    private final Bench bench;
    private final TaskQueues queues;
    private final ReadyQueue ready;
    private final CoolDowns coolDowns;
    private final Snapshots snapshots;
    private final Assignments assignments;

    record Ask(UUID worker, Actor actor) {}

    @Override
    public Collection<UUID> subjects(Ask ask) {
        return List.of(ask.worker());
    }

    @Override
    public void apply(List<Command<Ask, Optional<UUID>>> commands, Change change) {
        for (var command : commands) {
            command.accept(take(command.content(), change));
            change.flush();
        }
    }

    private Optional<UUID> take(Ask ask, Change change) {
        var worker = bench.one(ask.worker(), change.now());
        var declined = coolDowns.ofWorkers(List.of(ask.worker()), change.now()).keySet();
        var heads = new ArrayList<ReadyQueue.Place>();
        for (var queue : queues.all()) {
            var servable = snapshots.servable(ready.requirements(queue.id()), worker);
            var first = queue.acceptance() == Acceptance.MANUAL
                    ? ready.offerableHeads(queue.id(), servable, 1 + declined.size())
                    : ready.heads(queue.id(), servable, 1 + declined.size());
            heads.addAll(
                    first.stream().filter(it -> !declined.contains(it.task())).toList());
        }
        heads.sort(ORDER);
        return heads.stream()
                .map(it -> new Assignments.Proposal(it.task(), ask.worker(), it.level(), false))
                .flatMap(it -> assignments.make(List.of(it), null, ask.actor(), change).stream())
                .map(Assignments.Made::assignment)
                .findFirst();
    }
}
