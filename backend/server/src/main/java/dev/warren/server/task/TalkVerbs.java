package dev.warren.server.task;

import java.util.List;
import java.util.UUID;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Actor;

/** The verbs that leave a task as it is, but for its version: what people say about it. */
public final class TalkVerbs {

    private TalkVerbs() {}

    /** What is said, and to whom beside the holder. */
    record Remark(UUID id, String text, List<UUID> mentions) {}

    static void comment(Task task, Remark remark, Actor actor, Change change) {
        var from = task.move(Trigger.COMMENT);
        task.record(
                new TalkEvent.Commented(task.step(from), remark.id(), remark.text(), remark.mentions(), task.holder()),
                actor,
                change);
    }

    /** @param reason what the holder cannot do alone */
    public static void askForHelp(
            Task task, UUID assignmentId, UUID workerId, String reason, Actor actor, Change change) {
        var from = task.move(Trigger.ASK_FOR_HELP);
        task.record(new TalkEvent.HelpRequested(task.step(from), reason, assignmentId, workerId), actor, change);
    }

    static void answer(Task task, Remark remark, Actor actor, Change change) {
        var from = task.move(Trigger.ANSWER);
        task.record(
                new TalkEvent.HelpAnswered(
                        task.step(from), remark.id(), remark.text(), remark.mentions(), task.holder()),
                actor,
                change);
    }
}
