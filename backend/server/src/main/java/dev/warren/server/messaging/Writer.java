package dev.warren.server.messaging;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import lombok.extern.slf4j.Slf4j;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.Sql;

/**
 * The one writer of this server. Everything that changes a task or a worker goes through it: what arrived while the
 * last commit ran goes into the next transaction, so a lone command pays one commit and a crowd shares it. No timer, no
 * waiting: under low load the batch is one.
 *
 * <p>One thread writes, so the events of this server have one order and the outbox needs one number to remember how far
 * it is ({@link OutboxRelay}).
 */
@Slf4j
@Component
public class Writer implements SmartLifecycle {

    /** About how many rows one transaction takes. */
    public static final int MAX_WEIGHT = 1024;

    private static final int MAX_WAITING = 20_000;
    private static final int MAX_ATTEMPTS = 4;
    private static final long ANSWER_SECONDS = 20;

    private final LinkedBlockingQueue<Command<?, ?>> arriving = new LinkedBlockingQueue<>(MAX_WAITING);
    private final ArrayDeque<Command<?, ?>> held = new ArrayDeque<>();
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong recorded = new AtomicLong();

    private final EventLog events;
    private final OutboxMark mark;
    private final List<CommitParticipant> participants;
    private final WriterTable writers;
    private final JdbcTemplate jdbc;
    private final Live live;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;
    private final Thread thread = new Thread(this::run, "warren-writer");

    private volatile boolean running;
    private boolean doubtful;

    Writer(
            EventLog events,
            OutboxMark mark,
            List<CommitParticipant> participants,
            WriterTable writers,
            JdbcTemplate jdbc,
            Live live,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Clock clock) {
        this.events = events;
        this.mark = mark;
        this.participants = participants;
        this.writers = writers;
        this.jdbc = jdbc;
        this.live = live;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
        this.clock = clock;
    }

    /** Since the start of this server: durable commits, and events recorded in them. */
    public record Figures(long commits, long events) {}

    public Figures figures() {
        return new Figures(commits.get(), recorded.get());
    }

    /**
     * Hands a command in; the future completes after its commit, or with a {@link Problem} when it is refused, when the
     * database is away ({@code dependency-down}) or when too much waits already ({@code overloaded}).
     */
    public <C, R> CompletableFuture<R> submit(Operation<C, R> operation, C content) {
        var command = new Command<>(operation, content);
        if (!running || !arriving.offer(command)) {
            command.future()
                    .completeExceptionally(new Problem(
                            ProblemCode.OVERLOADED, "Too many changes are waiting to be written. Try again shortly."));
        }
        return command.future();
    }

    /** Hands a command in and waits for its commit. Throws the {@link Problem} that the future would complete with. */
    public <C, R> R write(Operation<C, R> operation, C content) {
        try {
            return submit(operation, content).get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new Problem(
                    ProblemCode.DEPENDENCY_DOWN, "The database did not answer in time; the outcome is not known.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(ProblemCode.DEPENDENCY_DOWN, "The server is stopping; the outcome is not known.");
        }
    }

    private void run() {
        while (running || !arriving.isEmpty() || !held.isEmpty()) {
            try {
                var batch = nextBatch();
                if (!batch.isEmpty()) {
                    process(batch);
                }
            } catch (InterruptedException e) {
                warn("interrupted; the commands that wait are finished first", e);
            }
        }
    }

    /** Takes what waits, in order; a command that shares a subject with one of the same operation is held back. */
    private List<Command<?, ?>> nextBatch() throws InterruptedException {
        var batch = new ArrayList<Command<?, ?>>();
        var taken = new HashSet<Claim>();
        int weight = 0;
        for (int waiting = held.size(); waiting > 0; waiting--) {
            weight += takeOrHold(held.remove(), batch, taken);
        }
        if (batch.isEmpty()) {
            var first = arriving.poll(200, TimeUnit.MILLISECONDS);
            if (first == null) {
                return batch;
            }
            weight += takeOrHold(first, batch, taken);
        }
        while (weight < MAX_WEIGHT) {
            var next = arriving.poll();
            if (next == null) {
                break;
            }
            weight += takeOrHold(next, batch, taken);
        }
        return batch;
    }

    private record Claim(Operation<?, ?> operation, UUID subject) {}

    private <C, R> int takeOrHold(Command<C, R> command, List<Command<?, ?>> batch, HashSet<Claim> taken) {
        boolean free = true;
        for (var subject : subjectsOf(command)) {
            free &= taken.add(new Claim(command.operation(), subject));
        }
        if (free) {
            batch.add(command);
        } else {
            held.add(command);
        }
        return command.operation().weight(command.content());
    }

    private static <C, R> Collection<UUID> subjectsOf(Command<C, R> command) {
        return command.operation().subjects(command.content());
    }

    private void process(List<Command<?, ?>> batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                if (doubtful) {
                    mark.resync();
                    doubtful = false;
                }
                var change = commit(batch);
                afterCommit(change);
                batch.forEach(Command::answer);
                return;
            } catch (ConcurrencyFailureException | DuplicateKeyException e) {
                doubtful = true;
                if (attempt == MAX_ATTEMPTS) {
                    processOneByOne(batch, e);
                    return;
                }
                pause(attempt);
            } catch (DataAccessResourceFailureException
                    | RecoverableDataAccessException
                    | TransientDataAccessException
                    | TransactionException e) {
                doubtful = true;
                warn("could not write %d commands: %s".formatted(batch.size(), e.getMessage()), e);
                batch.forEach(it -> it.future()
                        .completeExceptionally(new Problem(
                                ProblemCode.DEPENDENCY_DOWN,
                                "The database is away. Try again shortly, with the same Idempotency-Key.")));
                return;
            } catch (RuntimeException e) {
                processOneByOne(batch, e);
                return;
            }
        }
    }

    /** One command spoils the transaction of all: each gets its own, so that only the guilty one fails. */
    private void processOneByOne(List<Command<?, ?>> batch, RuntimeException cause) {
        if (batch.size() > 1) {
            warn("splitting a batch of %d: %s".formatted(batch.size(), cause.getMessage()), cause);
            batch.forEach(it -> process(List.of(it)));
        } else {
            batch.get(0).future().completeExceptionally(cause);
        }
    }

    private Change commit(List<Command<?, ?>> batch) {
        var position = mark.get();
        var change = new Change(
                position.writer(), position.committed(), Sql.micros(clock.instant()), json, new Writes(jdbc));
        transaction.executeWithoutResult(status -> {
            var byOperation = new LinkedHashMap<Operation<?, ?>, List<Command<?, ?>>>();
            for (var command : batch) {
                command.reset();
                byOperation
                        .computeIfAbsent(command.operation(), it -> new ArrayList<>())
                        .add(command);
            }
            byOperation.forEach((operation, commands) -> {
                change.flush(); // what the operation before has written
                apply(operation, commands, change);
            });
            if (change.events().isEmpty()) {
                change.flush();
                return;
            }
            participants.forEach(it -> it.beforeCommit(change));
            events.append(change);
            writers.advance(change, position.published());
            change.flush();
        });
        if (!change.events().isEmpty()) {
            mark.committed(change.writer(), change.lastSequence(), position.published());
        }
        return change;
    }

    /** What is committed stays committed: a participant that fails is told of in the log, not to the askers. */
    private void afterCommit(Change change) {
        if (change.events().isEmpty()) {
            return;
        }
        commits.incrementAndGet();
        recorded.addAndGet(change.events().size());
        for (var participant : participants) {
            try {
                participant.afterCommit(change);
            } catch (RuntimeException e) {
                log.error("{} failed after a commit", participant, e);
            }
        }
        live.send(change.hints());
    }

    @SuppressWarnings("unchecked") // the commands were grouped by this very operation
    private static <C, R> void apply(Operation<C, R> operation, List<Command<?, ?>> commands, Change change) {
        operation.apply((List<Command<C, R>>) (List<?>) commands, change);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, 10L << attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void warn(String what, Exception cause) {
        log.warn("Writer {}", what);
        log.debug("Cause", cause);
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    /** Finishes what has been handed in, then stops. */
    @Override
    public void stop() {
        running = false;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(15));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (var late = arriving.poll(); late != null; late = arriving.poll()) {
            late.future()
                    .completeExceptionally(new Problem(ProblemCode.OVERLOADED, "This server is stopping. Try again."));
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Started before the web server and the listeners, stopped after them. */
    @Override
    public int getPhase() {
        return 0;
    }
}
