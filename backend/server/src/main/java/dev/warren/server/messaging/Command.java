package dev.warren.server.messaging;

import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import dev.warren.server.shared.Problem;

/** One request to an {@link Operation} with its answer, which the asker sees only after the commit. */
public final class Command<C, R> {

    private final Operation<C, R> operation;
    private final C content;
    private final CompletableFuture<R> future = new CompletableFuture<>();
    private @Nullable R result;
    private @Nullable Problem refusal;

    Command(Operation<C, R> operation, C content) {
        this.operation = operation;
        this.content = content;
    }

    public C content() {
        return content;
    }

    /** Accepted: what the asker gets once the change is committed. */
    public void accept(R result) {
        this.result = result;
    }

    /** Refused: this command has no effect; the others of the transaction are not touched by it. */
    public void refuse(Problem refusal) {
        this.refusal = refusal;
    }

    Operation<C, R> operation() {
        return operation;
    }

    CompletableFuture<R> future() {
        return future;
    }

    void reset() {
        result = null;
        refusal = null;
    }

    void answer() {
        if (refusal != null) {
            future.completeExceptionally(refusal);
        } else if (result != null) {
            future.complete(result);
        } else {
            future.completeExceptionally(new IllegalStateException(operation + " left a command unanswered"));
        }
    }
}
