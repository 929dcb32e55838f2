package dev.warren.server.task;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What happens to a task that is put on hold. One that goes back to its queue is told as {@link TaskEvent.Requeued}, or
 * {@link TaskEvent.Released} when somebody held it.
 */
public sealed interface HoldEvent extends TaskEvent {

    /** Who holds it meanwhile; null when it was held while it waited. */
    @Nullable
    UUID workerId();

    /**
     * It is set aside; the seat of its holder is free meanwhile.
     *
     * @param until when it goes on by itself, null for when somebody says so
     * @param workerLoad how many tasks the holder has now, this one left out
     * @param workerLoadVersion the step of the holder's load that this made
     */
    record Held(
            @JsonUnwrapped Step step,
            String reason,
            @Nullable Instant until,
            @Nullable UUID assignmentId,
            @Nullable UUID workerId,
            @Nullable Integer workerLoad,
            @Nullable Long workerLoadVersion)
            implements HoldEvent {

        @Override
        public String type() {
            return "task.held";
        }
    }

    /** Its holder goes on with it. */
    record Resumed(@JsonUnwrapped Step step, UUID assignmentId, UUID workerId, int workerLoad, long workerLoadVersion)
            implements HoldEvent {

        @Override
        public String type() {
            return "task.resumed";
        }
    }
}
