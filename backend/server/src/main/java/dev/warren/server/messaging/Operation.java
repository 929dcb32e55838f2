package dev.warren.server.messaging;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * One kind of change, applied to many commands in few statements.
 *
 * @param <C> what is asked for
 * @param <R> what the asker gets after the commit
 */
public interface Operation<C, R> {

    /**
     * What the command changes. Two commands of the same operation that name a common subject never meet in one call
     * of {@link #apply}: the later one waits for the next transaction.
     */
    Collection<UUID> subjects(C command);

    /** How many rows the command stands for; a transaction takes about {@link Writer#MAX_WEIGHT} of them. */
    default int weight(C command) {
        return 1;
    }

    /**
     * Reads what the commands need, decides each, writes the effect of those that are accepted and answers every one.
     * Runs inside a transaction and may be called again for the same commands after a rollback, so it must not touch
     * anything but the database, the change and the answers.
     */
    void apply(List<Command<C, R>> commands, Change change);
}
