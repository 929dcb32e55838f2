package dev.warren.server.dispute;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.assignment.AssignmentView;
import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Command;
import dev.warren.server.messaging.EventHash;
import dev.warren.server.messaging.Operation;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;

/** Somebody says that they should not have got an assignment; once for each, whatever is said later. */
@Component
@RequiredArgsConstructor
class Raise implements Operation<Raise.Complaint, UUID> {

    private final DisputeTable table;

    record Complaint(AssignmentView assignment, UUID worker, String reason, Actor actor) {}

    @Override
    public Collection<UUID> subjects(Complaint complaint) {
        return List.of(complaint.assignment().id());
    }

    @Override
    public void apply(List<Command<Complaint, UUID>> commands, Change change) {
        for (var command : commands) {
            var complaint = command.content();
            command.accept(table.ofAssignment(complaint.assignment().id())
                    .map(Dispute::id)
                    .orElseGet(() -> raise(complaint, change)));
        }
    }

    private static UUID raise(Complaint it, Change change) {
        var id = Ids.next();
        var assignment = it.assignment();
        var task = assignment.task();
        var chain = change.record(
                new DisputeEvent.Raised(
                        id,
                        task.queue(),
                        task.id(),
                        task.title(),
                        assignment.id(),
                        assignment.attempt(),
                        it.worker(),
                        it.reason()),
                it.actor(),
                EventHash.START);
        change.write(
                """
                INSERT INTO dispute (id, assignment, task, attempt, worker, reason, raised_at, chain)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                Ids.bytes(id),
                Ids.bytes(assignment.id()),
                Ids.bytes(task.id()),
                assignment.attempt(),
                Ids.bytes(it.worker()),
                it.reason(),
                Sql.at(change.now()),
                chain);
        return id;
    }
}
