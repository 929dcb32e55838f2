package dev.warren.server.task;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

import jakarta.validation.Validator;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.contracts.Schemas;
import dev.warren.server.messaging.IncomingMessage;
import dev.warren.server.messaging.MessageHandler;
import dev.warren.server.messaging.Names;
import dev.warren.server.messaging.Outcome;
import dev.warren.server.shared.ProblemCode;

/**
 * Other programs create tasks by publishing the create-task command. The message's id is its idempotency key, so a
 * message that is delivered twice makes one task; the reply is the task.
 */
@Component
@RequiredArgsConstructor
class Intake implements MessageHandler {

    static final String KEY_SCOPE = "amqp";

    private final TaskCreation creation;
    private final JsonMapper json;
    private final Validator validator;

    @Override
    public String queue() {
        return Names.TASK_INTAKE;
    }

    @Override
    public String schema() {
        return Schemas.CREATE_TASK;
    }

    @Override
    public CompletionStage<Outcome> handle(IncomingMessage message) {
        var request = json.treeToValue(message.body(), TaskRequest.class);
        var violations = validator.validate(request);
        if (!violations.isEmpty()) {
            var reason = violations.stream()
                    .map(it -> "/%s %s".formatted(it.getPropertyPath(), it.getMessage()))
                    .sorted()
                    .collect(Collectors.joining("; "));
            return CompletableFuture.completedStage(new Outcome.Dead(ProblemCode.INVALID_FIELD.code(), reason));
        }
        return creation.submit(request.toNewTask(), message.actor(), KEY_SCOPE, message.id())
                .thenApply(tasks -> new Outcome.Done(tasks.get(0)));
    }
}
