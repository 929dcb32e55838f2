package dev.warren.server.task;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** What people say about a task; its status stays as it is. */
public sealed interface TalkEvent extends TaskEvent {

    /** Who holds the task, null when nobody does. */
    @Nullable
    UUID workerId();

    /** What was said. */
    String text();

    /**
     * Somebody said something.
     *
     * @param mentions the accounts that were called to it
     */
    record Commented(
            @JsonUnwrapped Step step,
            UUID commentId,
            String text,
            List<UUID> mentions,
            @Nullable UUID workerId) implements TalkEvent {

        @Override
        public String type() {
            return "task.commented";
        }
    }

    /** Its holder asks for help, and keeps it meanwhile. */
    record HelpRequested(@JsonUnwrapped Step step, String text, UUID assignmentId, UUID workerId) implements TalkEvent {

        @Override
        public String type() {
            return "task.help-requested";
        }
    }

    /** Somebody answered. */
    record HelpAnswered(
            @JsonUnwrapped Step step,
            UUID commentId,
            String text,
            List<UUID> mentions,
            @Nullable UUID workerId) implements TalkEvent {

        @Override
        public String type() {
            return "task.help-answered";
        }
    }
}
