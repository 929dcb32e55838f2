package dev.warren.server.task;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Actor;
import dev.warren.server.skill.Requirement;

/** The verbs of escalation. Each leaves one event; {@link #save} writes back what became of the tasks. */
@Component
@RequiredArgsConstructor
public class EscalationVerbs {

    private final Tasks tasks;
    private final ReadyQueue ready;
    private final SetAside setAside;
    private final Comments comments;

    public void raise(Task task, Priority to, Escalation why, Change change) {
        task.reprioritise(to, why, Actor.SYSTEM, change);
    }

    /** @param to what is required from now on */
    public void relax(Task task, Requirement to, Escalation why, Change change) {
        var before = task.requirement();
        var skills = task.requiredSkills();
        var from = task.relax(to, tasks.names(to));
        task.record(
                new EscalationEvent.Relaxed(
                        task.id(),
                        task.version(),
                        task.queue(),
                        task.title(),
                        task.priority(),
                        from,
                        task.status(),
                        skills,
                        before.minLevel(),
                        task.requiredSkills(),
                        to.minLevel(),
                        why),
                Actor.SYSTEM,
                change);
    }

    /** Whom it was offered to in the queue that it leaves says nothing about the people of the other one. */
    public void overflow(Task task, TaskQueue to, Escalation why, Change change) {
        setAside.remove(task.id(), change);
        task.moveTo(to, null, why, Actor.SYSTEM, change);
    }

    /** @param accounts who is told, and may read the task from now on */
    public void tell(Task task, List<UUID> accounts, Escalation why, Change change) {
        comments.call(task, accounts, change);
        var from = task.move(Trigger.CLOCK);
        task.record(
                new EscalationEvent.Notified(
                        task.id(),
                        task.version(),
                        task.queue(),
                        task.title(),
                        task.priority(),
                        from,
                        task.status(),
                        accounts,
                        why),
                Actor.SYSTEM,
                change);
    }

    public void skip(Task task, EscalationEvent.Skip reason, Escalation why, Change change) {
        var from = task.move(Trigger.CLOCK);
        task.record(
                new EscalationEvent.Skipped(
                        task.id(),
                        task.version(),
                        task.queue(),
                        task.title(),
                        task.priority(),
                        from,
                        task.status(),
                        reason,
                        why),
                Actor.SYSTEM,
                change);
    }

    /** Those that wait get the place that they have now, with their age. */
    public void save(Collection<Task> changed, Change change) {
        var waiting =
                changed.stream().filter(it -> it.status() == TaskStatus.QUEUED).toList();
        tasks.savePlaces(waiting, change);
        ready.remove(waiting.stream().map(Task::id).toList(), change);
        ready.requeue(waiting, change);
    }
}
