package dev.warren.server.task;

import java.util.List;
import java.util.UUID;

/**
 * What its queue does because a promise is at risk or broken; its status stays as it is. A raised priority is told as
 * {@link TaskEvent.Reprioritised} and an overflow as {@link TaskEvent.Moved}, both with their escalation.
 */
public sealed interface EscalationEvent extends TaskEvent {

    Escalation escalation();

    /** Why a step did nothing. */
    enum Skip {
        /** It has that priority already, or a higher one. */
        URGENT_ALREADY,
        /** That skill is not required of it. */
        SKILL_NOT_REQUIRED,
        /** It does not need a higher level than that. */
        LEVEL_LOW_ALREADY,
        /** Nobody of those who shall be told may sign in. */
        NOBODY_TO_TELL
    }

    /** Less is required of whoever does it; it waits in another line. */
    record Relaxed(
            UUID task,
            int version,
            String queue,
            String title,
            Priority priority,
            TaskStatus from,
            TaskStatus to,
            List<String> previousSkills,
            int previousMinSkillLevel,
            List<String> requiredSkills,
            int minSkillLevel,
            Escalation escalation)
            implements EscalationEvent {

        @Override
        public String type() {
            return "task.relaxed";
        }
    }

    /**
     * People were told.
     *
     * @param accounts who, when it happened
     */
    record Notified(
            UUID task,
            int version,
            String queue,
            String title,
            Priority priority,
            TaskStatus from,
            TaskStatus to,
            List<UUID> accounts,
            Escalation escalation)
            implements EscalationEvent {

        @Override
        public String type() {
            return "task.escalated";
        }
    }

    /** A step was due, and there was nothing left for it to do. */
    record Skipped(
            UUID task,
            int version,
            String queue,
            String title,
            Priority priority,
            TaskStatus from,
            TaskStatus to,
            Skip reason,
            Escalation escalation)
            implements EscalationEvent {

        @Override
        public String type() {
            return "task.escalation-skipped";
        }
    }
}
