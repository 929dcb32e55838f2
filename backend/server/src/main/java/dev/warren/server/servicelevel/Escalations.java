package dev.warren.server.servicelevel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.Accounts;
import dev.warren.server.identity.Role;
import dev.warren.server.messaging.Change;
import dev.warren.server.servicelevel.EscalationStep.Action;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;
import dev.warren.server.skill.Requirement;
import dev.warren.server.skill.Skills;
import dev.warren.server.task.DeadlineEvent.Kind;
import dev.warren.server.task.Escalation;
import dev.warren.server.task.EscalationEvent.Skip;
import dev.warren.server.task.EscalationVerbs;
import dev.warren.server.task.Priority;
import dev.warren.server.task.Requirements;
import dev.warren.server.task.Task;
import dev.warren.server.task.TaskQueues;
import dev.warren.server.task.TaskStatus;

/** Takes the steps of queues, each once for a clock: the row that says so is written with what the step did. */
@Component
@RequiredArgsConstructor
class Escalations {

    private final JdbcTemplate jdbc;
    private final EscalationVerbs verbs;
    private final Requirements requirements;
    private final Skills skills;
    private final TaskQueues queues;
    private final Accounts accounts;
    private final ServiceLevels levels;

    private record Taken(UUID task, Kind kind, UUID step) {}

    private enum Outcome {
        /** Or there was nothing to do, which is told as well. */
        TAKEN,
        /** The task does not wait now. */
        PUT_OFF,
        /** This server does not know yet what is required afterwards; {@link #prepare} finds it. */
        UNPREPARED
    }

    /** Finds what the tasks may require after a step: new requirements commit on their own, before the step. */
    void prepare(Collection<UUID> tasks) {
        var known = levels.known();
        if (known.values().stream().noneMatch(it -> it.escalations().stream().anyMatch(Escalations::relaxes))) {
            return;
        }
        jdbc.query(
                "SELECT DISTINCT queue_id, requirement_id FROM task WHERE id IN " + Sql.in(tasks.size()),
                row -> {
                    var level = known.get(queues.get(row.getInt("queue_id")).name());
                    var needs = requirements.get(row.getInt("requirement_id"));
                    if (level != null) {
                        level.escalations().stream()
                                .filter(Escalations::relaxes)
                                .forEach(it -> requirements.like(relaxed(needs, it)));
                    }
                },
                Sql.ids(tasks));
    }

    /** To be called under the locks of the tasks. */
    Run run(Collection<UUID> tasks, Change change) {
        var taken = new HashSet<Taken>();
        if (tasks.isEmpty()) {
            return new Run(taken, change);
        }
        jdbc.query(
                "SELECT task, kind, step FROM escalation WHERE task IN " + Sql.in(tasks.size()),
                row -> {
                    taken.add(new Taken(Sql.id(row, "task"), Kind.valueOf(row.getString("kind")), Sql.id(row, "step")));
                },
                Sql.ids(tasks));
        return new Run(taken, change);
    }

    /** The steps that some locked tasks take in one transaction. */
    @RequiredArgsConstructor
    final class Run {

        private final Set<Taken> before;
        private final Change change;
        private final List<Taken> now = new ArrayList<>();
        private final Set<Task> changed = new LinkedHashSet<>();

        /**
         * Takes the steps of a clock that are due and were never taken, in the order of their times, then of the list.
         *
         * @return the clock, which has no more of them, unless one could not be taken yet
         */
        Deadline take(Deadline clock, Task task, ServiceLevel level) {
            boolean isThrough = true;
            for (var step : due(clock, level)) {
                var it = new Taken(task.id(), clock.kind(), step.id());
                boolean isHere = task.queue().equals(clock.queue()); // it may have overflowed by the step before
                if (!before.contains(it) && isHere) {
                    var why = new Escalation(level.escalations().indexOf(step) + 1, step.kind(), step.at());
                    var outcome = take(step, task, why);
                    isThrough &= outcome != Outcome.UNPREPARED;
                    if (outcome == Outcome.TAKEN) {
                        now.add(it);
                    }
                }
            }
            return isThrough ? clock.escalated(level, change.now()) : clock;
        }

        private List<EscalationStep> due(Deadline clock, ServiceLevel level) {
            return level.escalations().stream()
                    .filter(it ->
                            it.kind() == clock.kind() && !clock.dueAt(it, level).isAfter(change.now()))
                    .sorted(Comparator.comparing(it -> clock.dueAt(it, level)))
                    .toList();
        }

        private Outcome take(EscalationStep step, Task task, Escalation why) {
            return switch (step.action()) {
                case RAISE_PRIORITY -> raise(step, task, why);
                case NOTIFY -> tell(step, task, why);
                case RELAX -> task.status() == TaskStatus.QUEUED ? relax(step, task, why) : Outcome.PUT_OFF;
                case OVERFLOW -> task.status() == TaskStatus.QUEUED ? overflow(step, task, why) : Outcome.PUT_OFF;
            };
        }

        private Outcome raise(EscalationStep step, Task task, Escalation why) {
            int level = task.priority().level();
            var to = Objects.requireNonNullElseGet(step.priority(), () -> Priority.of(Math.max(1, level - 1)));
            if (to.level() >= level) {
                return skip(Skip.URGENT_ALREADY, task, why);
            }
            verbs.raise(task, to, why, change);
            changed.add(task);
            return Outcome.TAKEN;
        }

        private Outcome tell(EscalationStep step, Task task, Escalation why) {
            var told = accounts.reachable(
                    Objects.requireNonNullElse(step.accounts(), List.of()),
                    Objects.requireNonNullElse(step.roles(), List.<EscalationStep.Told>of()).stream()
                            .map(it -> Role.valueOf(it.name()))
                            .collect(Collectors.toSet()));
            if (told.isEmpty()) {
                return skip(Skip.NOBODY_TO_TELL, task, why);
            }
            verbs.tell(task, told, why, change);
            return Outcome.TAKEN;
        }

        private Outcome relax(EscalationStep step, Task task, Escalation why) {
            var needs = relaxed(task.requirement(), step);
            if (needs == task.requirement()) {
                var nothing = step.skill() == null ? Skip.LEVEL_LOW_ALREADY : Skip.SKILL_NOT_REQUIRED;
                return skip(nothing, task, why);
            }
            var to = requirements.known(needs);
            if (to == null) {
                return Outcome.UNPREPARED;
            }
            verbs.relax(task, to, why, change);
            changed.add(task);
            return Outcome.TAKEN;
        }

        private Outcome overflow(EscalationStep step, Task task, Escalation why) {
            verbs.overflow(task, queues.named(Objects.requireNonNull(step.queue())), why, change);
            changed.add(task);
            return Outcome.TAKEN;
        }

        private Outcome skip(Skip reason, Task task, Escalation why) {
            verbs.skip(task, reason, why, change);
            return Outcome.TAKEN;
        }

        /** Writes back; after the tasks themselves. */
        void save() {
            verbs.save(changed, change);
            change.write(
                    "INSERT INTO escalation (task, kind, step, taken_at) VALUES (?, ?, ?, ?)",
                    now.stream()
                            .map(it -> new @Nullable Object[] {
                                Ids.bytes(it.task()), it.kind().name(), Ids.bytes(it.step()), Sql.at(change.now())
                            })
                            .toList());
        }
    }

    private static boolean relaxes(EscalationStep step) {
        return step.action() == Action.RELAX;
    }

    /** What is required after a step; the very same when that changes nothing. */
    private Requirement relaxed(Requirement needs, EscalationStep step) {
        if (step.skill() != null) {
            int skill = skills.numbersOf(List.of(step.skill()), "/skill").get(0);
            return needs.skills().contains(skill) ? needs.without(skill) : needs;
        }
        int level = Objects.requireNonNull(step.minSkillLevel());
        return level < needs.minLevel() ? needs.at(level) : needs;
    }
}
