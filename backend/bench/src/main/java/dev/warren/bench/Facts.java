package dev.warren.bench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What the clients of a run saw, written down as it happens; nanoseconds are of this process's monotonic clock. */
final class Facts {

    final Queue<Creation> creations = new ConcurrentLinkedQueue<>();
    final Queue<Push> pushes = new ConcurrentLinkedQueue<>();
    final Queue<Work> works = new ConcurrentLinkedQueue<>();
    final Queue<FeedFacts> feeds = new ConcurrentLinkedQueue<>();
    final Queue<Presence> presences = new ConcurrentLinkedQueue<>();
    final Queue<String> clientFailures = new ConcurrentLinkedQueue<>();
    final Queue<String> connectionLosses = new ConcurrentLinkedQueue<>();
    final Set<String> completedTasks = ConcurrentHashMap.newKeySet();
    final LongAdder openWork = new LongAdder();

    /** How often a connection was cut by its client, as if asleep. */
    final LongAdder naps = new LongAdder();

    /** What was said to offers; {@code LATE} when the server had ended it before. */
    final Map<String, LongAdder> answers = new ConcurrentHashMap<>();

    /** A create that was answered 2xx. */
    record Creation(
            String rowId,
            String taskId,
            int priority,
            Set<String> skills,
            long sentNanos,
            long answeredNanos,
            int attempts) {}

    /** An {@code assignment.created} entry of an employee's feed, after repeats by sequence were dropped. */
    record Push(
            String workerId,
            long seq,
            String assignmentId,
            String taskId,
            String title,
            long receivedNanos,
            boolean healed) {}

    /**
     * How one assignment ended for its employee.
     *
     * @param heldNanos how long it was on hold
     */
    record Work(
            String workerId,
            String assignmentId,
            String taskId,
            Outcome outcome,
            long receivedNanos,
            long startedNanos,
            long closingNanos,
            long closedNanos,
            long heldNanos,
            String detail) {}

    /** {@code REFUSED}: the server answered that the assignment is no longer this employee's. */
    enum Outcome {
        COMPLETED,
        FAILED,
        HANDED_OVER,
        REFUSED
    }

    /** A time in which an employee was there for work, as one of a crew. */
    record Presence(String workerId, int crew, long sinceNanos, long untilNanos) {}

    /**
     * An employee's feed at the end of the run.
     *
     * @param last sequence of the last entry accepted; entries were accepted in steps of one only
     * @param head sequence of the last entry the server has
     * @param repeats entries that came again
     * @param healed entries that had to be fetched because their push was missing
     */
    record FeedFacts(
            String workerId, long last, long head, long repeats, long gaps, long healed, List<String> defects) {}

    /** An employee as made known to the server. */
    record Person(String workerId, String username, Set<String> skills, int capacity) {}

    /**
     * Everything a check may look at.
     *
     * @param rows row by task id, of all tasks of the run that the server lists
     */
    record Evidence(
            Map<String, String> rows,
            Collection<Creation> creations,
            Collection<Push> pushes,
            Collection<Work> works,
            Collection<FeedFacts> feeds,
            Map<String, Person> people,
            Map<String, TaskStory> stories,
            Collection<String> clientFailures) {}
}
