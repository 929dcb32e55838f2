package dev.warren.server.assignment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

import lombok.RequiredArgsConstructor;

import dev.warren.server.shared.Sql;
import dev.warren.server.skill.Requirement;
import dev.warren.server.task.HelpRequests;
import dev.warren.server.task.Priority;
import dev.warren.server.task.Requirements;
import dev.warren.server.task.SetAside;
import dev.warren.server.task.TaskReader;
import dev.warren.server.task.TaskStatus;
import dev.warren.server.task.TaskView;
import dev.warren.server.workforce.Bench;
import dev.warren.server.workforce.WorkerReader;
import dev.warren.server.workforce.WorkerView;

/**
 * The coordinator's list: tasks that do not move on by themselves. Some were declined too often, and are offered to
 * nobody; some were refused by everybody who is here and could do them, and are offered again when somebody else comes or
 * a cool-down ends; with some, their holder waits for help.
 */
@Service
@RequiredArgsConstructor
public class Coordination {

    private final SetAside setAside;
    private final HelpRequests helpRequests;
    private final CoolDowns coolDowns;
    private final Requirements requirements;
    private final Bench bench;
    private final TaskReader tasks;
    private final WorkerReader workers;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    /** Why a task is on the list. */
    public enum Reason {
        /** Declined as often as the queue allows. */
        DECLINED,
        /** Everybody who is here and could do it said no or did not answer. */
        EXHAUSTED,
        /** Its holder waits for help. */
        HELP
    }

    /** @param reason what was said, null for an offer that was missed */
    public record Refusal(
            UUID workerId,
            String displayName,
            boolean missed,
            @Nullable String reason,
            Instant at) {}

    /**
     * One task to decide about.
     *
     * @param since when it came on the list
     * @param refusals who said no or did not answer, the first first
     */
    public record CoordinationItem(
            UUID taskId,
            String title,
            Priority priority,
            String queue,
            Reason reason,
            String sentence,
            Instant since,
            List<Refusal> refusals) {}

    private record Found(
            UUID task,
            Reason reason,
            String sentence,
            @Nullable Instant since) {}

    /** What there is to decide, the longest first; at most that many of each reason. */
    public List<CoordinationItem> list(int limit) {
        var found = new LinkedHashMap<UUID, Found>();
        for (var it : setAside.list(limit)) {
            var sentence = "Declined %d times: it is offered to nobody until you decide.".formatted(it.declines());
            found.put(it.task(), new Found(it.task(), Reason.DECLINED, sentence, it.since()));
        }
        for (var task : exhausted(limit)) {
            var sentence = "Everybody who is here and could do it said no or did not answer.";
            found.putIfAbsent(task, new Found(task, Reason.EXHAUSTED, sentence, null));
        }
        for (var it : helpRequests.open(limit)) {
            found.put(it.task(), new Found(it.task(), Reason.HELP, it.reason(), it.since()));
        }
        var views = tasks.all(found.keySet());
        var refusals = refusals(found.keySet());
        var items = new ArrayList<CoordinationItem>();
        for (var it : found.values()) {
            var task = views.get(it.task());
            if (task != null && (task.status() == TaskStatus.QUEUED) == (it.reason() != Reason.HELP)) {
                items.add(item(it, task, refusals.getOrDefault(it.task(), List.of())));
            }
        }
        items.sort(Comparator.comparing(CoordinationItem::since));
        return items;
    }

    private static CoordinationItem item(Found it, TaskView task, List<Refusal> refusals) {
        var last = refusals.isEmpty()
                ? task.updatedAt()
                : refusals.get(refusals.size() - 1).at();
        return new CoordinationItem(
                task.id(),
                task.title(),
                task.priority(),
                task.queue(),
                it.reason(),
                it.sentence(),
                it.since() == null ? last : it.since(),
                refusals);
    }

    /** Asked of the database as it is: whoever comes, goes or learns changes the answer. */
    private List<UUID> exhausted(int limit) {
        var now = clock.instant();
        var waiting = coolDowns.waiting(now, limit);
        if (waiting.isEmpty()) {
            return List.of();
        }
        var here = bench.everybody(now).stream()
                .filter(it -> it.presence().isHere())
                .toList();
        var excluded =
                coolDowns.ofTasks(waiting.stream().map(CoolDowns.Waiting::task).toList(), now);
        return waiting.stream()
                .filter(it -> isExhausted(
                        requirements.get(it.requirement()), here, excluded.getOrDefault(it.task(), Set.of())))
                .map(CoolDowns.Waiting::task)
                .toList();
    }

    private static boolean isExhausted(Requirement needed, List<Bench.Player> here, Set<UUID> excluded) {
        var able = here.stream().filter(it -> it.canServe(needed)).toList();
        return !able.isEmpty() && able.stream().allMatch(it -> excluded.contains(it.id()));
    }

    private Map<UUID, List<Refusal>> refusals(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        record Row(
                UUID task,
                UUID worker,
                boolean missed,
                @Nullable String reason,
                Instant at) {}
        var rows = jdbc.query(
                "SELECT task, worker, status, reason, closed_at FROM closed_offer WHERE task IN " + Sql.in(ids.size())
                        + " AND status IN ('DECLINED', 'EXPIRED') ORDER BY id",
                (row, number) -> new Row(
                        Sql.id(row, "task"),
                        Sql.id(row, "worker"),
                        row.getString("status").equals("EXPIRED"),
                        row.getString("reason"),
                        Sql.instant(row, "closed_at")),
                Sql.ids(ids));
        var names = workers.all(rows.stream().map(Row::worker).distinct().toList()).stream()
                .collect(Collectors.toMap(WorkerView::id, WorkerView::displayName));
        var refusals = new LinkedHashMap<UUID, List<Refusal>>();
        for (var it : rows) {
            refusals.computeIfAbsent(it.task(), task -> new ArrayList<>())
                    .add(new Refusal(
                            it.worker(), names.getOrDefault(it.worker(), ""), it.missed(), it.reason(), it.at()));
        }
        return refusals;
    }
}
