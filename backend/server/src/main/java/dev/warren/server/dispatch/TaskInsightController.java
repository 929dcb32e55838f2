package dev.warren.server.dispatch;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.ForAdmins;
import dev.warren.server.identity.ForEveryone;
import dev.warren.server.identity.ForManagers;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.web.PlainText;
import dev.warren.server.skill.Skills;
import dev.warren.server.task.Priority;
import dev.warren.server.task.ReadyQueue;
import dev.warren.server.task.TaskQueue;
import dev.warren.server.task.TaskQueues;
import dev.warren.server.task.TaskReader;
import dev.warren.server.workforce.Bench;

/** What the dispatcher thinks of a task: why it is where it is, who could take it, how a new one would fare. */
@RestController
@RequestMapping("/api/v1/tasks")
@RequiredArgsConstructor
class TaskInsightController {

    /** Later than every id that there is. */
    private static final UUID LAST = new UUID(-1, -1);

    private final TaskReader tasks;
    private final TaskWhy why;
    private final Candidates candidates;
    private final Skills skills;
    private final TaskQueues queues;
    private final ReadyQueue ready;
    private final Bench bench;
    private final Clock clock;

    record CandidateList(List<Candidates.CandidateView> items) {}

    /** What is known of a task that is about to be created; as in a create call. */
    record TaskDraft(
            @NotNull Priority priority,
            @Size(max = 20) @Nullable List<@NotBlank @PlainText(max = 60) String> requiredSkills,
            @Min(1) @Max(5) @Nullable Integer minSkillLevel,
            @PlainText(max = 60) @Nullable String region,
            @PlainText(max = 60) @Nullable String queue) {}

    /**
     * How it would fare.
     *
     * @param able how many could do it by skills and region
     * @param present how many of them are here
     * @param free how many of those could begin now
     * @param ahead how many tasks of the queue would come before it
     */
    record Preview(int able, int present, int free, int ahead) {}

    /** Admins and managers ask about every task, employees about those that they hold or are asked for. */
    @GetMapping("/{id}/why")
    @ForEveryone
    TaskWhy.Explanation why(@PathVariable UUID id, CurrentUser user) {
        return tasks.find(id)
                .filter(it ->
                        user.mayManage() || !it.status().isClosed() && user.id().equals(it.assignee()))
                .map(why::of)
                .orElseThrow(() -> Problem.notFound("task", id));
    }

    @GetMapping("/{id}/candidates")
    @ForManagers
    CandidateList candidates(@PathVariable UUID id) {
        var task = tasks.find(id).orElseThrow(() -> Problem.notFound("task", id));
        return new CandidateList(candidates.of(task));
    }

    @PostMapping("/preview")
    @ForAdmins
    Preview preview(@Valid @RequestBody TaskDraft draft) {
        var queue = queues.named(draft.queue() == null ? TaskQueue.DEFAULT : draft.queue());
        var crowd = Crowd.of(
                bench.everybody(clock.instant()),
                skills.needed(
                        draft.requiredSkills() == null ? List.of() : draft.requiredSkills(),
                        draft.minSkillLevel() == null ? 1 : draft.minSkillLevel(),
                        draft.region()));
        return new Preview(
                crowd.able(),
                crowd.present(),
                crowd.free(),
                ready.ahead(queue.id(), draft.priority().level(), clock.instant(), LAST));
    }
}
