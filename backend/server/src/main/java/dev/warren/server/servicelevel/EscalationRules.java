package dev.warren.server.servicelevel;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.Accounts;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.skill.Skills;
import dev.warren.server.task.TaskQueues;

/** What the steps of a queue must be like. */
@Component
@RequiredArgsConstructor
class EscalationRules {

    private final Skills skills;
    private final TaskQueues queues;
    private final Accounts accounts;

    /**
     * Looks at each step, and at whether what it names exists.
     *
     * @throws Problem {@code rule-violated}, {@code unknown-skill} or {@code unknown-queue}, with the field
     */
    void check(String queue, List<EscalationStep> steps) {
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var pointer = "/escalations/" + i;
            if (steps.indexOf(step) < i) {
                throw violated(pointer, "must differ from the steps before: each is taken once");
            }
            requireItsOwn(step, pointer);
            switch (step.action()) {
                case RAISE_PRIORITY -> {} // any class is right
                case NOTIFY -> checkTold(step, pointer);
                case RELAX -> checkRelaxed(step, pointer);
                case OVERFLOW -> checkOverflow(step, queue, pointer);
            }
        }
    }

    private static void requireItsOwn(EscalationStep step, String pointer) {
        requireFor(EscalationStep.Action.RAISE_PRIORITY, step, step.priority(), pointer + "/priority");
        requireFor(EscalationStep.Action.NOTIFY, step, step.accounts(), pointer + "/accounts");
        requireFor(EscalationStep.Action.NOTIFY, step, step.roles(), pointer + "/roles");
        requireFor(EscalationStep.Action.RELAX, step, step.skill(), pointer + "/skill");
        requireFor(EscalationStep.Action.RELAX, step, step.minSkillLevel(), pointer + "/minSkillLevel");
        requireFor(EscalationStep.Action.OVERFLOW, step, step.queue(), pointer + "/queue");
    }

    private static void requireFor(
            EscalationStep.Action action, EscalationStep step, @Nullable Object field, String pointer) {
        if (field != null && step.action() != action) {
            throw violated(pointer, "belongs to %s, not to %s: leave it out".formatted(action, step.action()));
        }
    }

    private void checkTold(EscalationStep step, String pointer) {
        if (step.accounts() == null && step.roles() == null) {
            throw violated(pointer + "/accounts", "must name somebody, or a role");
        }
        for (var account : Objects.requireNonNullElse(step.accounts(), List.<UUID>of())) {
            if (!accounts.exists(account)) {
                throw violated(pointer + "/accounts", "There is no account %s.".formatted(account));
            }
        }
    }

    private void checkRelaxed(EscalationStep step, String pointer) {
        if ((step.skill() == null) == (step.minSkillLevel() == null)) {
            throw violated(pointer + "/skill", "must be named, or else minSkillLevel: one of the two");
        }
        if (step.skill() != null) {
            skills.numbersOf(List.of(step.skill()), pointer + "/skill"); // or refused
        }
    }

    private void checkOverflow(EscalationStep step, String queue, String pointer) {
        if (step.queue() == null) {
            throw violated(pointer + "/queue", "must name the queue");
        }
        queues.named(step.queue(), pointer + "/queue"); // or refused
        if (step.queue().equals(queue)) {
            throw violated(pointer + "/queue", "must be another queue");
        }
    }

    /**
     * Refuses steps by which a task could come back to the queue that it has left.
     *
     * @param level what shall hold
     * @param others what holds in the other queues
     * @throws Problem {@code rule-violated}, with the field
     */
    static void requireNoCycle(ServiceLevel level, Map<String, ServiceLevel> others) {
        for (int i = 0; i < level.escalations().size(); i++) {
            var first = level.escalations().get(i).queue();
            if (first != null && reaches(first, level.queue(), others)) {
                throw violated(
                        "/escalations/" + i + "/queue",
                        "must not be '%s': from there, tasks come back to '%s'".formatted(first, level.queue()));
            }
        }
    }

    private static boolean reaches(String from, String to, Map<String, ServiceLevel> levels) {
        var seen = new HashSet<String>();
        var next = new ArrayDeque<String>(List.of(from));
        while (!next.isEmpty()) {
            var queue = next.remove();
            if (queue.equals(to)) {
                return true;
            }
            if (seen.add(queue)) {
                Optional.ofNullable(levels.get(queue)).map(ServiceLevel::escalations).stream()
                        .flatMap(Collection::stream)
                        .map(EscalationStep::queue)
                        .filter(Objects::nonNull)
                        .forEach(next::add);
            }
        }
        return false;
    }

    private static Problem violated(String pointer, String message) {
        return Problem.of(ProblemCode.RULE_VIOLATED, pointer, message);
    }
}
