package dev.warren.server.dispatch.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The default strategy: strict order says which task is next, fairness says who gets it.
 *
 * <p>Tasks are taken by (level, created, id). Each goes to the eligible worker with the least
 * (load / capacity, bucket of the busy share, −idle time, lot); a task that nobody free can take never holds up the
 * next. On a group's every n-th assignment, its oldest rescue task comes first.
 *
 * <p>A group's rescue counter counts the assignments to workers eligible for it, of whatever task; otherwise urgent
 * tasks of another group that keep the same people busy would stop the counter. A rescue counts as the turn of every
 * group that the worker is eligible for, unless that group has an even older rescue task waiting: so groups that share
 * their workers share the turns as well.
 */
public final class PriorityFair {

    private static final int SHORTLIST = 4;
    private static final Comparator<WaitingTask> BY_AGE =
            Comparator.comparing(WaitingTask::createdAt).thenComparing(WaitingTask::id, UuidOrder.BY_BYTES);
    private static final Comparator<WaitingTask> STRICT_ORDER =
            Comparator.comparingInt(WaitingTask::level).thenComparing(BY_AGE);

    private final Params params;
    private final Map<Integer, Group> groups = new TreeMap<>();
    private final Map<Integer, Integer> counters;
    private final List<Entry> queue = new ArrayList<>();
    private final List<Entry> rescues;
    private final List<Match> matches = new ArrayList<>();
    private final List<Unmatched> unmatched = new ArrayList<>();

    private PriorityFair(Snapshot snapshot, Params params, long seed) {
        this.params = params;
        counters = new TreeMap<>(snapshot.sinceRescue());
        var seats = new ArrayList<Seat>();
        snapshot.candidates().forEach(candidate -> seats.add(new Seat(candidate, snapshot, params, seed)));
        seats.sort(Seat.BY_FIXED_TERMS);

        var eligibility = new Eligibility(seats);
        snapshot.requirements().forEach((id, requirement) -> {
            var counter = snapshot.sinceRescue().getOrDefault(id, 0);
            groups.put(id, eligibility.groupOf(requirement, counter));
        });
        var tasks = new ArrayList<>(snapshot.tasks());
        tasks.sort(STRICT_ORDER);
        tasks.forEach(task -> queue.add(new Entry(task, groupOf(task), queue.size() + 1)));
        rescues = queue.stream()
                .filter(entry -> entry.task.rescue())
                .sorted(Comparator.comparing(entry -> entry.task, BY_AGE))
                .toList();
    }

    private Group groupOf(WaitingTask task) {
        return Objects.requireNonNull(groups.get(task.requirement()));
    }

    /** Decides one round; the same input always gives the same decision. */
    public static Decision decide(Snapshot snapshot, Params params, long seed) {
        return new PriorityFair(snapshot, params, seed).run();
    }

    private Decision run() {
        for (var next : queue) {
            takeRescueTurns();
            if (!next.settled) {
                settle(next, false);
            }
        }
        unmatched.sort(Comparator.comparingInt(Unmatched::rank));
        groups.forEach((id, group) -> counters.put(id, group.sinceRescue()));
        return new Decision(matches, unmatched, counters);
    }

    private void takeRescueTurns() {
        for (var oldest = nextDueRescue(); oldest != null; oldest = nextDueRescue()) {
            settle(oldest, true);
        }
    }

    private @Nullable Entry nextDueRescue() {
        for (var entry : rescues) {
            if (!entry.settled && entry.group.isDue(params.rescueEvery())) {
                return entry;
            }
        }
        return null;
    }

    /** Capacity only shrinks within a round, so what cannot be matched now cannot be later in it. */
    private void settle(Entry entry, boolean rescue) {
        entry.settled = true;
        var group = entry.group;
        var excluded = entry.task.excluded();
        var best = new Seat[SHORTLIST];
        var eligible = 0;
        var coolDown = 0;
        var noCapacity = 0;
        for (var seat : group.seats) {
            if (!excluded.isEmpty() && excluded.contains(seat.candidate.id())) {
                coolDown++;
            } else if (seat.isFull()) {
                noCapacity++;
            } else {
                shortlist(best, Math.min(eligible++, SHORTLIST), seat);
            }
        }
        var rejected = new Rejections(group.noSkill, group.noRegion, coolDown, noCapacity);
        if (eligible == 0) {
            unmatched.add(new Unmatched(entry.task.id(), entry.rank, rejected.reason(), rejected));
            return;
        }
        var runnersUp = new ArrayList<Terms>();
        for (var i = 1; i < Math.min(eligible, SHORTLIST); i++) {
            runnersUp.add(best[i].terms());
        }
        var decidedBy = eligible == 1 ? DecidedBy.ONLY_ONE : best[0].beats(best[1]);
        matches.add(new Match(
                entry.task.id(),
                entry.rank,
                entry.task.level(),
                rescue,
                best[0].terms(),
                decidedBy,
                eligible,
                rejected,
                runnersUp));
        best[0].take();
        entry.matched = true;
        countTurns(best[0], entry, rescue);
    }

    /** Inserts a seat; seats come in the order of their fixed terms, so only a lighter one overtakes. */
    private static void shortlist(Seat[] best, int count, Seat seat) {
        var at = count;
        while (at > 0 && seat.isLighterThan(best[at - 1])) {
            if (at < SHORTLIST) {
                best[at] = best[at - 1];
            }
            at--;
        }
        if (at < SHORTLIST) {
            best[at] = seat;
        }
    }

    private void countTurns(Seat seat, Entry taken, boolean rescue) {
        if (!rescue) {
            seat.groups.forEach(group -> group.countAssignment(params.rescueEvery()));
            return;
        }
        var waitLonger = new HashSet<Group>(); // for look-ups only, never walked
        for (var entry : rescues.subList(0, rescues.indexOf(taken))) {
            if (!entry.matched && entry.group != taken.group) {
                waitLonger.add(entry.group);
            }
        }
        for (var group : seat.groups) {
            if (waitLonger.contains(group)) {
                group.countAssignment(params.rescueEvery());
            } else {
                group.restart();
            }
        }
    }

    /** A task in its place of the strict order. */
    private static final class Entry {

        final WaitingTask task;
        final Group group;
        final int rank;
        boolean settled;
        boolean matched;

        Entry(WaitingTask task, Group group, int rank) {
            this.task = task;
            this.group = group;
            this.rank = rank;
        }
    }
}
