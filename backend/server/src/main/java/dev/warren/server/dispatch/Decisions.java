package dev.warren.server.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.dispatch.strategy.DecidedBy;
import dev.warren.server.dispatch.strategy.Match;
import dev.warren.server.dispatch.strategy.Params;
import dev.warren.server.dispatch.strategy.Rejections;
import dev.warren.server.dispatch.strategy.SnapshotCodec;
import dev.warren.server.dispatch.strategy.Terms;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;

/** Why a worker got a task: read from the record, and computed again from what the round knew. */
@Component
@RequiredArgsConstructor
class Decisions {

    private final JdbcTemplate jdbc;

    /**
     * The decision behind one attempt.
     *
     * @param sentence the choice in words
     * @param verified whether the strategy, run again on what the round knew, chooses the same worker
     * @param position the task's place in the strict order of the round, from 1
     * @param eligible how many workers could have taken it
     */
    record Decision(
            UUID taskId,
            int attempt,
            UUID assignmentId,
            UUID workerId,
            UUID roundId,
            Instant at,
            String strategy,
            long epoch,
            long seed,
            Params params,
            boolean verified,
            int position,
            int effectivePriority,
            boolean rescue,
            DecidedBy decidedBy,
            String sentence,
            int eligible,
            @Nullable Terms chosen,
            List<Terms> runnersUp,
            @Nullable Rejections rejected) {}

    /** The latest decision about the task, or that of the given attempt; empty when it was never assigned by a round. */
    Optional<Decision> find(UUID task, @Nullable Integer attempt) {
        return read(
                task,
                "(? IS NULL OR d.attempt = ?) ORDER BY d.attempt DESC, d.assignment DESC LIMIT 1",
                attempt,
                attempt);
    }

    /** The decision behind who has the task now, or is asked; empty when no round decided that. */
    Optional<Decision> current(UUID task) {
        return read(task, """
                (EXISTS (SELECT 1 FROM active a WHERE a.task = d.task AND a.assignment = d.assignment)
                OR EXISTS (SELECT 1 FROM open_offer o WHERE o.task = d.task AND o.id = d.assignment))""");
    }

    private Optional<Decision> read(UUID task, String condition, @Nullable Object... arguments) {
        var all = new ArrayList<@Nullable Object>();
        all.add(Ids.bytes(task));
        Collections.addAll(all, arguments);
        return jdbc
                .query(
                        """
                        SELECT d.*, r.epoch, r.at, r.strategy, r.input FROM decision d
                        JOIN dispatch_round r ON r.id = d.round WHERE d.task = ? AND\s""" + condition,
                        (row, number) -> {
                            var input = SnapshotCodec.decode(row.getBytes("input"));
                            var worker = Sql.id(row, "worker");
                            var match = input.decide().matches().stream()
                                    .filter(it -> it.task().equals(task))
                                    .findFirst();
                            var decidedBy = DecidedBy.values()[row.getInt("decided_by")];
                            return new Decision(
                                    task,
                                    row.getInt("attempt"),
                                    Sql.id(row, "assignment"),
                                    worker,
                                    Sql.id(row, "round"),
                                    Sql.instant(row, "at"),
                                    row.getString("strategy"),
                                    row.getLong("epoch"),
                                    input.seed(),
                                    input.params(),
                                    match.map(it -> it.worker().equals(worker)).orElse(false),
                                    row.getInt("position"),
                                    row.getInt("level"),
                                    row.getBoolean("rescue"),
                                    decidedBy,
                                    decidedBy.getSentence(),
                                    row.getInt("eligible"),
                                    match.map(Match::chosen).orElse(null),
                                    match.map(Match::runnersUp).orElse(List.of()),
                                    match.map(Match::rejected).orElse(null));
                        },
                        all.toArray())
                .stream()
                .findFirst();
    }
}
