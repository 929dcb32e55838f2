package dev.warren.server.servicelevel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.warren.server.shared.web.PlainText;
import dev.warren.server.task.DeadlineEvent.Kind;
import dev.warren.server.task.Escalation.Point;
import dev.warren.server.task.Priority;

/**
 * What a queue does about a promise that is at risk or broken.
 *
 * @param kind the promise
 * @param at from when it counts
 * @param delaySeconds opening time from there, 0..7776000; none when it is absent
 * @param priority RAISE_PRIORITY: to which class, if that is more urgent; null for one up
 * @param accounts NOTIFY: who is told, at most 20
 * @param roles NOTIFY: all who are this are told too
 * @param skill RELAX: not required any more
 * @param minSkillLevel RELAX: enough in each skill, 1..4; either this or a skill
 * @param queue OVERFLOW: where it waits from then on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EscalationStep(
        @NotNull Kind kind,
        @NotNull Point at,
        @Nullable @Min(0) @Max(ServiceLevel.LONGEST_SECONDS) Integer delaySeconds,
        @NotNull Action action,
        @Nullable Priority priority,
        @Nullable @Size(max = MOST_ACCOUNTS) List<@NotNull UUID> accounts,
        @Nullable @Size(max = 2) List<@NotNull Told> roles,
        @Nullable @PlainText(max = 60) String skill,
        @Nullable @Min(1) @Max(4) Integer minSkillLevel,
        @Nullable @Size(max = 60) String queue) {

    static final int MOST = 20;
    static final int MOST_ACCOUNTS = 20;

    /** What a step does. RELAX and OVERFLOW only while the task waits: until then they are put off. */
    enum Action {
        RAISE_PRIORITY,
        NOTIFY,
        RELAX,
        OVERFLOW
    }

    /** Roles that can be told. */
    enum Told {
        MANAGER,
        ADMIN
    }

    EscalationStep {
        delaySeconds = Objects.requireNonNullElse(delaySeconds, 0);
        accounts = accounts == null || accounts.isEmpty() ? null : accounts;
        roles = roles == null || roles.isEmpty() ? null : roles;
    }

    int delay() {
        return Objects.requireNonNullElse(delaySeconds, 0);
    }

    /**
     * What was taken is known by this, so equal steps have the same wherever they stand in the list, on every server and
     * for ever: a later component has to be left out where it says nothing.
     */
    UUID id() {
        var all = Arrays.asList(kind, at, delaySeconds, action, priority, accounts, roles, skill, minSkillLevel, queue);
        return UUID.nameUUIDFromBytes(all.toString().getBytes(UTF_8));
    }
}
