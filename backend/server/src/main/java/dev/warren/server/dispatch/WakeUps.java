package dev.warren.server.dispatch;

import java.util.HashSet;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;
import tools.jackson.databind.JsonNode;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.CommitParticipant;
import dev.warren.server.messaging.LiveListener;
import dev.warren.server.shared.DomainEvent;
import dev.warren.server.task.EscalationEvent;
import dev.warren.server.task.HoldEvent;
import dev.warren.server.task.OfferEvent;
import dev.warren.server.task.TaskEvent;
import dev.warren.server.workforce.Presence;
import dev.warren.server.workforce.WorkerEvent;

/**
 * Turns what happened into wake-ups: at once in this process, by the broker for the server that dispatches elsewhere.
 * A wake-up is a hint; the schedule finds what a lost one leaves.
 */
@Component
@RequiredArgsConstructor
class WakeUps implements CommitParticipant, LiveListener {

    /** Stands for every queue. */
    private static final String ALL = "*";

    private final Alarm alarm;
    private final DispatchSettings settings;

    @Override
    public void afterCommit(Change change) {
        if (settings.dropWakeUps()) {
            return;
        }
        var queues = new HashSet<String>();
        for (var recorded : change.events()) {
            var queue = wokenBy(recorded.event());
            if (!queue.isEmpty()) {
                queues.add(queue);
            }
        }
        if (!queues.isEmpty()) {
            var woken = queues.contains(ALL) ? ALL : String.join(",", queues);
            wake(woken);
            change.hint(topic(), woken);
        }
    }

    @Override
    public String topic() {
        return "wake-up";
    }

    @Override
    public void received(JsonNode payload) {
        if (!settings.dropWakeUps()) {
            wake(payload.asString());
        }
    }

    private void wake(String queues) {
        if (queues.equals(ALL)) {
            alarm.callAll();
        } else {
            for (var queue : queues.split(",")) {
                alarm.call(queue);
            }
        }
    }

    /** The queue in which something may have become assignable, {@link #ALL}, or nothing. */
    private static String wokenBy(DomainEvent event) {
        if (event instanceof TaskEvent.Queued
                || event instanceof TaskEvent.Requeued
                || event instanceof TaskEvent.Reprioritised
                || event instanceof TaskEvent.Moved
                || event instanceof EscalationEvent.Relaxed) {
            return event.queue();
        }
        boolean freed = event instanceof TaskEvent.Completed
                || event instanceof TaskEvent.Failed
                || event instanceof TaskEvent.Cancelled cancelled && cancelled.workerId() != null
                || event instanceof TaskEvent.Released
                || event instanceof HoldEvent.Held held && held.workerId() != null
                || event instanceof OfferEvent && !(event instanceof OfferEvent.Offered)
                || event instanceof WorkerEvent.Changed
                || event instanceof WorkerEvent.ScheduleChanged
                || event instanceof WorkerEvent.WrapUpEnded
                || event instanceof WorkerEvent.PresenceChanged moved && moved.to() == Presence.AVAILABLE;
        return freed ? ALL : "";
    }
}
