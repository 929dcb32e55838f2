package dev.warren.server.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.fasterxml.jackson.annotation.JsonInclude;

import lombok.RequiredArgsConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.CommitParticipant;
import dev.warren.server.messaging.LiveListener;
import dev.warren.server.task.HoldEvent;
import dev.warren.server.task.OfferEvent;
import dev.warren.server.task.Priority;
import dev.warren.server.task.TalkEvent;
import dev.warren.server.task.TaskEvent;
import dev.warren.server.task.TaskStatus;

/** Shows admins and managers what changes: one frame on {@code /topic/tasks} for everything that one commit did. */
@Component
@RequiredArgsConstructor
class TaskBoard implements CommitParticipant, LiveListener {

    static final int MAX_CHANGES = 500;

    private static final String TOPIC = "notification.board";

    private final JsonMapper json;
    private final Push push;
    private final StompSessions sessions;

    /** Made before and shown after the same commit; only the writer's thread touches it. */
    private Changes shown = new Changes(List.of(), 0);

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TaskChanged(
            UUID taskId,
            String type,
            TaskStatus status,
            Priority priority,
            String queue,
            @Nullable UUID workerId,
            int version,
            Instant at,
            String title) {}

    /**
     * One frame.
     *
     * @param more how many changes of the same commit are not listed; who needs them reloads
     */
    record Changes(List<TaskChanged> changes, int more) {}

    @Override
    public void beforeCommit(Change change) {
        shown = changes(change);
        if (!shown.changes().isEmpty()) {
            change.hint(TOPIC, shown);
        }
    }

    @Override
    public void afterCommit(Change change) {
        if (!shown.changes().isEmpty()) {
            show(shown);
        }
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    /** What another server committed. */
    @Override
    public void received(JsonNode changes) {
        show(changes);
    }

    private void show(Object changes) {
        if (sessions.anySubscriberOf(Destination.TASKS)) {
            push.toTopic(Destination.TASKS, () -> json.writeValueAsString(changes));
        }
    }

    static Changes changes(Change change) {
        var listed = new ArrayList<TaskChanged>();
        int more = 0;
        for (var recorded : change.events()) {
            if (recorded.event() instanceof TaskEvent event) {
                if (listed.size() < MAX_CHANGES) {
                    listed.add(changed(event, recorded.occurred()));
                } else {
                    more++;
                }
            }
        }
        return new Changes(listed, more);
    }

    private static TaskChanged changed(TaskEvent it, Instant at) {
        return new TaskChanged(
                it.task(), it.type(), it.to(), it.priority(), it.queue(), worker(it), it.version(), at, it.title());
    }

    private static @Nullable UUID worker(TaskEvent event) {
        if (event instanceof TaskEvent.Assigned it) {
            return it.workerId();
        }
        if (event instanceof OfferEvent.Offered it) {
            return it.workerId();
        }
        if (event instanceof TaskEvent.Started it) {
            return it.workerId();
        }
        if (event instanceof TaskEvent.Progressed it) {
            return it.workerId();
        }
        if (event instanceof TaskEvent.Completed it) {
            return it.workerId();
        }
        if (event instanceof TaskEvent.Failed it) {
            return it.workerId();
        }
        if (event instanceof TaskEvent.Cancelled it) {
            return it.workerId();
        }
        if (event instanceof HoldEvent it) {
            return it.workerId();
        }
        if (event instanceof TalkEvent it) {
            return it.workerId();
        }
        return event instanceof TaskEvent.Reprioritised it ? it.workerId() : null;
    }
}
