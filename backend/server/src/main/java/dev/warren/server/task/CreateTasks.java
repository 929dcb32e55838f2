package dev.warren.server.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Command;
import dev.warren.server.messaging.EventHash;
import dev.warren.server.messaging.Inbox;
import dev.warren.server.messaging.Names;
import dev.warren.server.messaging.Operation;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.Sql;
import dev.warren.server.skill.Requirement;

/** Creates tasks: all of one command or none, and each idempotency key once for ever. */
@Component
@RequiredArgsConstructor
class CreateTasks implements Operation<CreateTasks.Order, List<TaskView>> {

    private static final String INSERT = """
            INSERT INTO task (id, queue_id, requirement_id, status, priority, attempt, version, created_at, updated_at,
                chain, title, description, category, due_at, estimate_seconds, metadata, created_by)
            VALUES (?, ?, ?, ?, ?, 0, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final ReadyQueue ready;
    private final Inbox inbox;
    private final JsonMapper json;

    /**
     * What is to be created.
     *
     * @param key the promise that a repeat creates nothing, or null
     */
    record Order(List<Draft> drafts, Actor actor, @Nullable IdempotencyKey key) {}

    /** A new task with everything it refers to found. */
    record Draft(UUID id, NewTask content, TaskQueue queue, Requirement requirement) {}

    /**
     * @param scope who gave the key: keys of different accounts never meet
     * @param payloadHash SHA-256 of what was asked for, to notice another payload under the same key
     */
    record IdempotencyKey(String scope, String key, byte[] payloadHash) {

        /** The key as a subject, so that two commands with it never meet in one transaction. */
        UUID subject() {
            return UUID.nameUUIDFromBytes((scope + "\n" + key).getBytes(UTF_8));
        }
    }

    @Override
    public Collection<UUID> subjects(Order order) {
        return order.key() == null ? List.of() : List.of(order.key().subject());
    }

    @Override
    public int weight(Order order) {
        return order.drafts().size();
    }

    @Override
    public void apply(List<Command<Order, List<TaskView>>> commands, Change change) {
        var earlier = earlierAnswers(commands);
        var fresh = new ArrayList<Command<Order, List<TaskView>>>(commands.size());
        for (var command : commands) {
            var key = command.content().key();
            var answered = key == null ? null : earlier.get(key.subject());
            if (key == null || answered == null) {
                fresh.add(command);
            } else if (MessageDigest.isEqual(answered.payloadHash(), key.payloadHash())) {
                command.accept(json.readValue(answered.answer(), new TypeReference<>() {}));
            } else {
                command.refuse(new Problem(
                        ProblemCode.IDEMPOTENCY_KEY_REUSED,
                        "This Idempotency-Key was used for another request. Use a new key for each new task."));
            }
        }
        create(fresh, change);
    }

    private void create(List<Command<Order, List<TaskView>>> commands, Change change) {
        noteMessages(commands);
        var rows = new ArrayList<@Nullable Object[]>();
        var arrivals = new ArrayList<ReadyQueue.Arrival>();
        var answers = new ArrayList<@Nullable Object[]>();
        for (var command : commands) {
            var order = command.content();
            var views = new ArrayList<TaskView>(order.drafts().size());
            for (var draft : order.drafts()) {
                var view = view(draft, order.actor(), change.now());
                views.add(view);
                rows.add(row(draft, view, change.record(queued(view), order.actor(), EventHash.START)));
                arrivals.add(new ReadyQueue.Arrival(
                        draft.id(), draft.queue().id(), draft.requirement().id(), view.priority(), view.createdAt()));
            }
            if (order.key() != null) {
                answers.add(new Object[] {
                    order.key().scope(),
                    order.key().key().getBytes(UTF_8),
                    order.key().payloadHash(),
                    json.writeValueAsString(views),
                    Sql.at(change.now())
                });
            }
            command.accept(views);
        }
        if (!rows.isEmpty()) {
            change.write(INSERT, rows);
            ready.add(arrivals, change);
        }
        if (!answers.isEmpty()) {
            change.write(
                    "INSERT INTO idempotency (scope, idem_key, payload_hash, answer, created_at) VALUES (?, ?, ?, ?, ?)",
                    answers);
        }
    }

    /** A message without an id of its own is known again by the inbox only. */
    private void noteMessages(List<Command<Order, List<TaskView>>> commands) {
        inbox.firstTimes(
                Names.TASK_INTAKE,
                commands.stream()
                        .map(it -> it.content().key())
                        .filter(it -> it != null && it.scope().equals(Intake.KEY_SCOPE))
                        .map(it -> Objects.requireNonNull(it).key())
                        .toList());
    }

    private record Earlier(byte[] payloadHash, String answer) {}

    private Map<UUID, Earlier> earlierAnswers(List<Command<Order, List<TaskView>>> commands) {
        var keys = commands.stream()
                .map(it -> it.content().key())
                .filter(Objects::nonNull)
                .toList();
        var earlier = new HashMap<UUID, Earlier>();
        if (keys.isEmpty()) {
            return earlier;
        }
        var arguments = new ArrayList<Object>();
        for (var key : keys) {
            arguments.add(key.scope());
            arguments.add(key.key().getBytes(UTF_8));
        }
        jdbc.query(
                "SELECT scope, idem_key, payload_hash, answer FROM idempotency WHERE (scope, idem_key) IN ("
                        + "(?, ?),".repeat(keys.size() - 1) + "(?, ?))",
                row -> {
                    var hash = row.getBytes("payload_hash");
                    var key = new IdempotencyKey(
                            row.getString("scope"), new String(row.getBytes("idem_key"), UTF_8), hash);
                    earlier.put(key.subject(), new Earlier(hash, row.getString("answer")));
                },
                arguments.toArray());
        return earlier;
    }

    private static TaskView view(Draft draft, Actor actor, Instant now) {
        var content = draft.content();
        return new TaskView(
                draft.id(),
                Lifecycle.INITIAL,
                content.priority(),
                content.title(),
                content.description(),
                draft.queue().name(),
                content.category(),
                content.requiredSkills(),
                content.minSkillLevel(),
                content.region(),
                null,
                0,
                1,
                now,
                now,
                null,
                null,
                null,
                null,
                content.dueAt(),
                content.estimateSeconds(),
                content.metadata(),
                actor.name());
    }

    private static TaskEvent queued(TaskView task) {
        return new TaskEvent.Queued(
                new TaskEvent.Step(
                        task.id(), task.version(), task.queue(), task.title(), task.priority(), null, task.status()),
                task.requiredSkills(),
                task.minSkillLevel(),
                task.region(),
                task.description(),
                task.category(),
                task.dueAt(),
                task.estimateSeconds(),
                task.metadata(),
                task.createdAt());
    }

    private @Nullable Object[] row(Draft draft, TaskView task, byte[] chain) {
        return new @Nullable Object[] {
            Ids.bytes(task.id()),
            draft.queue().id(),
            draft.requirement().id(),
            task.status().name(),
            task.priority().level(),
            Sql.at(task.createdAt()),
            Sql.at(task.updatedAt()),
            chain,
            task.title(),
            task.description(),
            task.category(),
            Sql.atOrNull(task.dueAt()),
            task.estimateSeconds(),
            task.metadata().isEmpty() ? null : json.writeValueAsString(task.metadata()),
            task.createdBy()
        };
    }
}
