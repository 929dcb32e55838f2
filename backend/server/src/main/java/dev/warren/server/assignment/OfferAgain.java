package dev.warren.server.assignment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Command;
import dev.warren.server.messaging.Operation;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Problem;
import dev.warren.server.task.SetAside;
import dev.warren.server.task.Task;
import dev.warren.server.task.Tasks;

/** A coordinator lets a waiting task be offered again, to everybody: what they said before is forgotten. */
@Component
@RequiredArgsConstructor
class OfferAgain implements Operation<OfferAgain.Ask, UUID> {

    private final Tasks tasks;
    private final SetAside setAside;
    private final CoolDowns coolDowns;

    /** @param expectedVersion what the asker saw ({@code If-Match}), or null */
    record Ask(UUID task, @Nullable Integer expectedVersion, Actor actor) {}

    @Override
    public Collection<UUID> subjects(Ask ask) {
        return List.of(ask.task());
    }

    @Override
    public void apply(List<Command<Ask, UUID>> commands, Change change) {
        var locked = tasks.lock(commands.stream().map(it -> it.content().task()).toList());
        var moved = new ArrayList<Task>();
        for (var command : commands) {
            var ask = command.content();
            try {
                var task = locked.get(ask.task());
                if (task == null) {
                    throw Problem.notFound("task", ask.task());
                }
                task.requireVersion(ask.expectedVersion());
                task.reoffer(ask.actor(), change);
                setAside.remove(task.id(), change);
                coolDowns.forget(task.id(), change);
                moved.add(task);
                command.accept(task.id());
            } catch (Problem refusal) {
                command.refuse(refusal);
            }
        }
        tasks.save(moved, change);
    }
}
