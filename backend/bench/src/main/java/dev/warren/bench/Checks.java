package dev.warren.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import lombok.RequiredArgsConstructor;

import dev.warren.bench.Facts.Creation;
import dev.warren.bench.Facts.Evidence;
import dev.warren.bench.Facts.Outcome;
import dev.warren.bench.Facts.Push;

/** Judges a run from outside: pure functions over what clients saw and what the server's histories tell. */
@RequiredArgsConstructor
final class Checks {

    private final Evidence evidence;

    /** Every check of a replay, in the order of the report. */
    static List<Check> all(Evidence evidence) {
        var checks = new Checks(evidence);
        var inversions = Inversions.in(evidence);
        return List.of(
                Check.of("lost", "an acknowledged task reaches a terminal state", checks.lost()),
                Check.of("duplicated", "one row becomes at most one task", checks.duplicated()),
                Check.of("doubled", "a task has one open assignment and one completion", checks.doubled()),
                Check.of("overCapacity", "nobody has more open than the capacity", checks.overCapacity()),
                Check.of("wrongSkill", "the assignee has the required skills", checks.wrongSkill()),
                Check.of("inversions", "no task overtakes a more urgent one", inversions.plain()),
                Check.of("rescueInversions", "rescued tasks may overtake", inversions.rescued())
                        .asFigure(),
                Check.of("missingPush", "every assignment reaches its employee", checks.missingPush()),
                Check.of("extraPush", "nobody is told of an assignment twice or in vain", checks.extraPush()),
                Check.of("feedOrder", "feed sequences are contiguous up to the head", checks.feedOrder()),
                Check.of("auditGaps", "versions are contiguous and every completion is told", checks.auditGaps()),
                Check.of("clientFailures", "every client could do its part", List.copyOf(evidence.clientFailures())));
    }

    /** I1: acknowledged and then not there, or not terminal after quiescence. */
    List<String> lost() {
        var lost = new ArrayList<String>();
        for (var creation : evidence.creations()) {
            var story = evidence.stories().get(creation.taskId());
            if (story == null) {
                lost.add(creation.taskId() + " (" + creation.rowId() + ") is gone");
            } else if (!story.terminal()) {
                lost.add(creation.taskId() + " (" + creation.rowId() + ") ends at " + lastType(story));
            }
        }
        return lost;
    }

    /** I1: two task ids for one row, whether acknowledged or only there. */
    List<String> duplicated() {
        var ids = new TreeMap<String, Set<String>>();
        for (var creation : evidence.creations()) {
            ids.computeIfAbsent(creation.rowId(), row -> new TreeSet<>()).add(creation.taskId());
        }
        evidence.rows()
                .forEach((task, row) ->
                        ids.computeIfAbsent(row, key -> new TreeSet<>()).add(task));
        return ids.entrySet().stream()
                .filter(row -> row.getValue().size() > 1)
                .map(row -> row.getKey() + " became " + row.getValue())
                .toList();
    }

    /** I2: by the audit and, independently, by the employees' own logs. */
    List<String> doubled() {
        var doubled = new ArrayList<String>();
        for (var story : evidence.stories().values()) {
            var open = false;
            var completions = 0;
            for (var entry : story.entries()) {
                if (entry.assigns() && open) {
                    doubled.add(story.taskId() + " is assigned at version " + entry.version() + " while assigned");
                }
                if (entry.completes() && !open) {
                    doubled.add(story.taskId() + " is completed at version " + entry.version() + " while unassigned");
                }
                completions += entry.completes() ? 1 : 0;
                open = entry.assigns() || (open && !entry.closes());
            }
            if (completions > 1) {
                doubled.add(story.taskId() + " has " + completions + " completions");
            }
        }
        var completedBy = new HashMap<String, Set<String>>();
        for (var work : evidence.works()) {
            if (work.outcome() == Outcome.COMPLETED) {
                completedBy
                        .computeIfAbsent(work.taskId(), task -> new TreeSet<>())
                        .add(work.assignmentId());
            }
        }
        completedBy.forEach((task, assignments) -> {
            if (assignments.size() > 1) {
                doubled.add(task + " was accepted as completed for the assignments " + assignments);
            }
        });
        return doubled;
    }

    /** I3: sweep over each employee's assignments; at equal times the end counts first. */
    List<String> overCapacity() {
        record Turn(Instant at, int change, String taskId) {}
        var turns = new HashMap<String, List<Turn>>();
        for (var story : evidence.stories().values()) {
            String holder = null;
            for (var entry : story.entries()) {
                if (holder != null && (entry.assigns() || entry.closes() || entry.pauses())) {
                    turns.computeIfAbsent(holder, worker -> new ArrayList<>())
                            .add(new Turn(entry.at(), -1, story.taskId()));
                    holder = null;
                }
                if ((entry.assigns() || entry.resumes()) && entry.workerId() != null) {
                    holder = entry.workerId();
                    turns.computeIfAbsent(holder, worker -> new ArrayList<>())
                            .add(new Turn(entry.at(), 1, story.taskId()));
                }
            }
        }
        var over = new ArrayList<String>();
        for (var person : evidence.people().values()) {
            var open = 0;
            var ordered = new ArrayList<>(turns.getOrDefault(person.workerId(), List.of()));
            ordered.sort(Comparator.comparing(Turn::at).thenComparing(Turn::change));
            for (var turn : ordered) {
                open += turn.change();
                if (open > person.capacity() && turn.change() > 0) {
                    over.add(person.username() + " has " + open + " open with " + turn.taskId() + " at " + turn.at());
                }
            }
        }
        return over;
    }

    List<String> wrongSkill() {
        var wrong = new ArrayList<String>();
        for (var creation : evidence.creations()) {
            for (var entry : entries(creation)) {
                var person = entry.assigns() && entry.workerId() != null
                        ? evidence.people().get(entry.workerId())
                        : null;
                if (person != null && !person.skills().containsAll(creation.skills())) {
                    wrong.add(creation.taskId() + " needs " + creation.skills() + " but went to " + person.username());
                }
            }
        }
        return wrong;
    }

    /** I5: in the history but never in its employee's feed. */
    List<String> missingPush() {
        var received = new HashSet<String>();
        evidence.pushes().forEach(push -> received.add(push.workerId() + " " + push.assignmentId()));
        var missing = new ArrayList<String>();
        for (var story : evidence.stories().values()) {
            for (var entry : story.entries()) {
                if (entry.assigns()
                        && entry.workerId() != null
                        && evidence.people().containsKey(entry.workerId())
                        && !received.contains(entry.workerId() + " " + entry.assignmentId())) {
                    missing.add("assignment " + entry.assignmentId() + " of " + story.taskId());
                }
            }
        }
        return missing;
    }

    /** I5: the same assignment under two sequences, or one that the history does not know. */
    List<String> extraPush() {
        var assigned = new HashSet<String>();
        for (var story : evidence.stories().values()) {
            for (var entry : story.entries()) {
                if (entry.assigns()) {
                    assigned.add(entry.workerId() + " " + entry.assignmentId());
                }
            }
        }
        var extra = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var push : evidence.pushes()) {
            var key = push.workerId() + " " + push.assignmentId();
            if (!seen.add(key)) {
                extra.add("assignment " + push.assignmentId() + " came again as sequence " + push.seq());
            } else if (judged(push) && !assigned.contains(key)) {
                extra.add("assignment " + push.assignmentId() + " was pushed but is in no history");
            }
        }
        return extra;
    }

    /** I5: steps of one from 1 to the server's head, for every employee. */
    List<String> feedOrder() {
        var broken = new ArrayList<String>();
        var seqs = new HashMap<String, Long>();
        for (var push : evidence.pushes()) {
            var before = seqs.put(push.workerId(), push.seq());
            if (before != null && push.seq() <= before) {
                broken.add(push.workerId() + " saw sequence " + push.seq() + " after " + before);
            }
        }
        for (var feed : evidence.feeds()) {
            feed.defects().forEach(defect -> broken.add(feed.workerId() + ": " + defect));
            if (feed.last() != feed.head()) {
                broken.add(feed.workerId() + " has " + feed.last() + " of " + feed.head() + " entries");
            }
        }
        evidence.people().keySet().stream()
                .filter(worker -> evidence.feeds().stream()
                        .noneMatch(feed -> feed.workerId().equals(worker)))
                .forEach(worker -> broken.add(worker + " has no feed to judge"));
        return broken;
    }

    /** I6: versions 1..n, nothing after the end, and every accepted completion in the history. */
    List<String> auditGaps() {
        var gaps = new ArrayList<String>();
        var completed = new HashSet<String>();
        for (var story : evidence.stories().values()) {
            if (!story.chainHolds()) {
                gaps.add(story.taskId() + " has a broken hash chain");
            }
            var expected = 1L;
            for (var entry : story.entries()) {
                if (entry.version() != expected) {
                    gaps.add(story.taskId() + " has version " + entry.version() + " where " + expected + " belongs");
                }
                expected = entry.version() + 1;
                if (entry.completes()) {
                    completed.add(story.taskId());
                }
            }
            if (completed.contains(story.taskId()) && !lastType(story).equals("task.completed")) {
                gaps.add(story.taskId() + " went on after its completion with " + lastType(story));
            }
        }
        for (var work : evidence.works()) {
            if (work.outcome() == Outcome.COMPLETED
                    && evidence.stories().containsKey(work.taskId())
                    && !completed.contains(work.taskId())) {
                gaps.add(work.taskId() + " was accepted as completed, which its history does not tell");
            }
        }
        return gaps;
    }

    /** Tasks that others created are worked on too, but their histories are not read. */
    private boolean judged(Push push) {
        return evidence.stories().containsKey(push.taskId());
    }

    private Collection<TaskStory.Entry> entries(Creation creation) {
        var story = evidence.stories().get(creation.taskId());
        return story == null ? List.of() : story.entries();
    }

    private static String lastType(TaskStory story) {
        return story.entries().isEmpty()
                ? "nothing"
                : story.entries().get(story.entries().size() - 1).type();
    }
}
