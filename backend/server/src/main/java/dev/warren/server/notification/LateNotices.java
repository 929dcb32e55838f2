package dev.warren.server.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.warren.server.task.DeadlineEvent;
import dev.warren.server.task.DeadlineEvent.Kind;
import dev.warren.server.task.Escalation;
import dev.warren.server.task.EscalationEvent;
import dev.warren.server.task.Priority;
import dev.warren.server.task.TaskEvent;
import dev.warren.server.task.TaskStatus;

/** Who is told that time runs out for a task: whoever holds it, and whom its queue wants to be told. */
final class LateNotices {

    private LateNotices() {}

    record Late(UUID taskId, String title, Kind kind, Instant targetAt) {}

    record Escalated(UUID taskId, String title, String queue, Priority priority, Escalation escalation) {}

    /** Nothing for other events. */
    static List<Notice> of(TaskEvent event) {
        if (event instanceof EscalationEvent.Notified it) {
            var said = new Escalated(it.task(), it.title(), it.queue(), it.priority(), it.escalation());
            return it.accounts().stream()
                    .map(account -> new Notice(account, it.type(), said))
                    .toList();
        }
        if (event instanceof DeadlineEvent it && it.to() != TaskStatus.OFFERED && it.workerId() != null) {
            return List.of(
                    new Notice(it.workerId(), it.type(), new Late(it.task(), it.title(), it.kind(), it.targetAt())));
        }
        return List.of();
    }
}
