package dev.warren.server.dispatch;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.assignment.Assignments;
import dev.warren.server.assignment.Offers;
import dev.warren.server.dispatch.strategy.Decision;
import dev.warren.server.dispatch.strategy.Match;
import dev.warren.server.dispatch.strategy.RoundInput;
import dev.warren.server.dispatch.strategy.SnapshotCodec;
import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Command;
import dev.warren.server.messaging.Operation;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;
import dev.warren.server.task.Acceptance;
import dev.warren.server.task.TaskQueue;

/** Makes what a round decided come true, as assignments or as offers, if the round's dispatcher still holds the queue, and records why. */
@Component
@RequiredArgsConstructor
class ApplyRound implements Operation<ApplyRound.Round, ApplyRound.Result> {

    static final String STRATEGY = "priority-fair";

    private final JdbcTemplate jdbc;
    private final Assignments assignments;
    private final Offers offers;

    /**
     * A round that has been decided.
     *
     * @param epoch the fence: the epoch under which its dispatcher held the queue
     */
    record Round(UUID id, TaskQueue queue, long epoch, RoundInput input, Decision decision) {}

    /**
     * What became of it.
     *
     * @param fenced another dispatcher has taken over: nothing was done
     * @param made how many of the matches came true
     */
    record Result(boolean fenced, int made) {}

    @Override
    public Collection<UUID> subjects(Round round) {
        return List.of(round.id());
    }

    @Override
    public int weight(Round round) {
        return round.decision().matches().size();
    }

    @Override
    public void apply(List<Command<Round, Result>> commands, Change change) {
        for (var command : commands) {
            var round = command.content();
            change.flush(); // the assignments of the round before
            command.accept(hold(round)
                    .map(settings -> new Result(false, make(round, settings, change)))
                    .orElse(new Result(true, 0)));
        }
    }

    /** How the queue hands out its tasks, as it is set in this very moment. */
    private record Settings(Acceptance acceptance, Duration offerTimeout) {}

    /** Locks the queue; empty when another dispatcher has taken over. */
    private Optional<Settings> hold(Round round) {
        return jdbc
                .query(
                        """
                        SELECT q.acceptance, q.offer_seconds FROM dispatch_lease l JOIN task_queue q ON q.id = l.queue_id
                        WHERE l.queue_id = ? AND l.epoch = ? FOR UPDATE""",
                        (row, number) -> new Settings(
                                Acceptance.valueOf(row.getString("acceptance")),
                                Duration.ofSeconds(row.getInt("offer_seconds"))),
                        round.queue().id(),
                        round.epoch())
                .stream()
                .findFirst();
    }

    private int make(Round round, Settings settings, Change change) {
        if (settings.acceptance() != round.queue().acceptance()) { // changed meanwhile: the next round knows
            return 0;
        }
        var proposals = round.decision().matches().stream()
                .map(it -> new Assignments.Proposal(it.task(), it.worker(), it.level(), it.rescue()))
                .toList();
        var made = settings.acceptance() == Acceptance.MANUAL
                ? offers.issue(proposals, round.id(), settings.offerTimeout(), Actor.SYSTEM, change)
                : assignments.make(proposals, round.id(), Actor.SYSTEM, change);
        if (!made.isEmpty()) {
            change.write(
                    "INSERT INTO dispatch_round (id, queue_id, epoch, at, strategy, input) VALUES (?, ?, ?, ?, ?, ?)",
                    Ids.bytes(round.id()),
                    round.queue().id(),
                    round.epoch(),
                    Sql.at(round.input().snapshot().at()),
                    STRATEGY,
                    SnapshotCodec.encode(round.input()));
            record(round, made, change);
        }
        return made.size();
    }

    private static void record(Round round, List<Assignments.Made> made, Change change) {
        var matches = round.decision().matches().stream().collect(Collectors.toMap(Match::task, Function.identity()));
        change.write(
                """
                INSERT INTO decision (task, attempt, assignment, worker, round, position, level, rescue, decided_by,
                    eligible) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                made.stream()
                        .map(it -> row(it, Objects.requireNonNull(matches.get(it.task())), round.id()))
                        .toList());
    }

    private static @Nullable Object[] row(Assignments.Made made, Match match, UUID round) {
        return new @Nullable Object[] {
            Ids.bytes(made.task()),
            made.attempt(),
            Ids.bytes(made.assignment()),
            Ids.bytes(made.worker()),
            Ids.bytes(round),
            match.rank(),
            match.level(),
            match.rescue(),
            match.decidedBy().ordinal(),
            match.eligible()
        };
    }
}
