package dev.warren.server.task;

import java.time.Instant;
import java.util.UUID;

import dev.warren.server.messaging.Change;
import dev.warren.server.shared.Actor;

/** The verbs of a task that is offered: each moves it one version on and leaves exactly one event. */
public final class OfferVerbs {

    private OfferVerbs() {}

    /** How a task is offered, beside what it knows of itself. The holder's assignment is the offer. */
    public record Terms(Task.Holder to, int level, boolean rescue, UUID round, Instant expiresAt) {}

    public static void offer(Task task, Terms terms, Actor actor, Change change) {
        var from = task.move(Trigger.OFFER);
        var to = terms.to();
        task.belongTo(to.workerId());
        task.record(
                new OfferEvent.Offered(
                        task.step(from),
                        to.assignmentId(),
                        to.workerId(),
                        task.requiredSkills(),
                        task.category(),
                        terms.level(),
                        terms.rescue(),
                        terms.round(),
                        task.createdAt(),
                        terms.expiresAt(),
                        to.workerLoad(),
                        to.workerLoadVersion()),
                actor,
                change);
    }

    /** @param declines how often it was declined since it was assigned last, this time included */
    public static void decline(
            Task task, Task.Holder by, String reason, int declines, boolean setAside, Actor actor, Change change) {
        var from = withdraw(task);
        task.record(
                new OfferEvent.Declined(
                        task.step(from),
                        by.assignmentId(),
                        by.workerId(),
                        reason,
                        declines,
                        setAside,
                        by.workerLoad(),
                        by.workerLoadVersion()),
                actor,
                change);
    }

    public static void expire(Task task, Task.Holder by, Actor actor, Change change) {
        var from = withdraw(task);
        task.record(
                new OfferEvent.Expired(
                        task.step(from), by.assignmentId(), by.workerId(), by.workerLoad(), by.workerLoadVersion()),
                actor,
                change);
    }

    public static void revoke(Task task, Task.Holder by, OfferEvent.Revocation reason, Actor actor, Change change) {
        var from = withdraw(task);
        task.record(
                new OfferEvent.Revoked(
                        task.step(from),
                        by.assignmentId(),
                        by.workerId(),
                        reason,
                        by.workerLoad(),
                        by.workerLoadVersion()),
                actor,
                change);
    }

    private static TaskStatus withdraw(Task task) {
        var from = task.move(Trigger.WITHDRAW);
        task.belongTo(null);
        return from;
    }
}
