package dev.warren.server.dispute;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Command;
import dev.warren.server.messaging.Operation;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.Sql;

/** Somebody answers a dispute; the first answer holds. */
@Component
@RequiredArgsConstructor
class Answer implements Operation<Answer.Saying, UUID> {

    private final DisputeTable table;

    record Saying(UUID dispute, String text, Actor actor) {}

    @Override
    public Collection<UUID> subjects(Saying saying) {
        return List.of(saying.dispute());
    }

    @Override
    public void apply(List<Command<Saying, UUID>> commands, Change change) {
        for (var command : commands) {
            try {
                answer(command.content(), change);
                command.accept(command.content().dispute());
            } catch (Problem refusal) {
                command.refuse(refusal);
            }
        }
    }

    private void answer(Saying saying, Change change) {
        var id = saying.dispute();
        var it = table.find(id).orElseThrow(() -> Problem.notFound("dispute", id));
        if (it.answeredAt() != null) {
            if (saying.text().equals(it.answer())) {
                return;
            }
            throw new Problem(
                    ProblemCode.ALREADY_EXISTS, "%s has answered it already: read it.".formatted(it.answeredBy()));
        }
        var chain = change.record(
                new DisputeEvent.Answered(
                        id, it.queue(), it.taskId(), it.title(), it.assignmentId(), it.workerId(), saying.text()),
                saying.actor(),
                table.chain(id));
        change.update("""
                UPDATE dispute SET answer = ?, answered_by = ?, answered_at = ?, chain = ?
                WHERE id = ? AND answered_at IS NULL""", saying.text(), saying.actor().name(), Sql.at(change.now()), chain, Ids.bytes(id));
    }
}
