package dev.warren.server.assignment;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.warren.server.assignment.HeldTasks.Held;
import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Actor;
import dev.warren.server.task.HelpRequests;
import dev.warren.server.task.TalkVerbs;
import dev.warren.server.task.Tasks;
import dev.warren.server.task.Trigger;

/** The holder of a task asks for help, and keeps it until somebody answers. */
@Component
class AskForHelp extends HeldTasks.Verb<String> {

    private final Tasks tasks;
    private final HelpRequests requests;

    AskForHelp(HeldTasks held, Tasks tasks, HelpRequests requests) {
        super(held);
        this.tasks = tasks;
        this.requests = requests;
    }

    @Override
    boolean isSaid(Held held, String reason) {
        return false;
    }

    @Override
    void apply(Held held, String reason, Actor actor, Change change) {
        var assignment = held.assignmentFor(Trigger.ASK_FOR_HELP);
        TalkVerbs.askForHelp(held.task(), assignment.id(), assignment.worker(), reason, actor, change);
        requests.add(held.task(), reason, change);
        tasks.save(List.of(held.task()), change);
    }
}
