package dev.warren.server.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import lombok.RequiredArgsConstructor;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.skill.Skills;

/** The one door through which tasks come into being, for REST and for RabbitMQ alike. */
@Service
@RequiredArgsConstructor
public class TaskCreation {

    private static final int MAX_METADATA = 8_192;

    private final Writer writer;
    private final CreateTasks operation;
    private final TaskQueues queues;
    private final Requirements requirements;
    private final Skills skills;
    private final JsonMapper json;

    /** Creates one task, as {@link #create(List, Actor, String, String)} does many. */
    TaskView create(NewTask task, Actor actor, String keyScope, @Nullable String key) {
        return writer.write(operation, order(List.of(task), false, actor, keyScope, key))
                .get(0);
    }

    /**
     * Creates all of the tasks or none.
     *
     * @param key the caller's promise that a repeat with the same key and content creates nothing, or null
     * @param keyScope whose key it is
     * @throws dev.warren.server.shared.Problem {@code unknown-queue}, {@code unknown-skill},
     *     {@code idempotency-key-reused} or {@code dependency-down}
     */
    public List<TaskView> create(List<NewTask> tasks, Actor actor, String keyScope, @Nullable String key) {
        return writer.write(operation, order(tasks, true, actor, keyScope, key));
    }

    /** Creates one task without waiting for the commit. */
    CompletableFuture<List<TaskView>> submit(NewTask task, Actor actor, String keyScope, @Nullable String key) {
        return writer.submit(operation, order(List.of(task), false, actor, keyScope, key));
    }

    /** @param batch whether the caller sent a list: then errors say which of it is wrong */
    private CreateTasks.Order order(
            List<NewTask> tasks, boolean batch, Actor actor, String keyScope, @Nullable String key) {
        var drafts = new ArrayList<CreateTasks.Draft>(tasks.size());
        for (int i = 0; i < tasks.size(); i++) {
            drafts.add(draft(tasks.get(i), batch ? "/tasks/" + i : ""));
        }
        var idempotency = key == null ? null : new CreateTasks.IdempotencyKey(keyScope, key, hash(tasks));
        return new CreateTasks.Order(drafts, actor, idempotency);
    }

    private CreateTasks.Draft draft(NewTask task, String pointer) {
        if (json.writeValueAsBytes(task.metadata()).length > MAX_METADATA) {
            throw Problem.of(ProblemCode.INVALID_FIELD, pointer + "/metadata", "must have at most 8192 bytes as JSON");
        }
        var queue = queues.named(task.queue() == null ? TaskQueue.DEFAULT : task.queue(), pointer + "/queue");
        var needed = skills.numbersOf(task.requiredSkills(), pointer + "/requiredSkills");
        return new CreateTasks.Draft(
                Ids.next(), task, queue, requirements.of(needed, task.minSkillLevel(), task.region()));
    }

    private byte[] hash(List<NewTask> tasks) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(json.writeValueAsString(tasks).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
