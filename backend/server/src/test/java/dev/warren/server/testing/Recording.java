package dev.warren.server.testing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Command;
import dev.warren.server.messaging.EventHash;
import dev.warren.server.messaging.Operation;
import dev.warren.server.shared.Actor;
import dev.warren.server.task.TaskEvent;

/** Records task events as they are told, without any rule: what follows from them is under test. */
public final class Recording implements Operation<List<TaskEvent>, Integer> {

    private final Map<UUID, byte[]> chains = new ConcurrentHashMap<>();

    @Override
    public Collection<UUID> subjects(List<TaskEvent> events) {
        return events.stream().map(TaskEvent::task).distinct().toList();
    }

    @Override
    public int weight(List<TaskEvent> events) {
        return events.size();
    }

    @Override
    public void apply(List<Command<List<TaskEvent>, Integer>> commands, Change change) {
        for (var command : commands) {
            for (var event : command.content()) {
                var chain = chains.getOrDefault(event.task(), EventHash.START);
                chains.put(event.task(), change.record(event, Actor.SYSTEM, chain));
            }
            command.accept(command.content().size());
        }
    }
}
