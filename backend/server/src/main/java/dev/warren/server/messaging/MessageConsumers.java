package dev.warren.server.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ShutdownSignalException;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/**
 * Feeds every {@link MessageHandler}: checks, applies, replies, and acknowledges after the commit. What can never be
 * applied is parked at once, what fails is tried five times, and what fails because a server is away is tried until
 * that is back. Attempts are counted while the message is held here; it is given back to the broker only when it can
 * not even be parked, and then after a pause.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class MessageConsumers implements SmartLifecycle {

    static final int MAX_ATTEMPTS = 5;

    private static final int PREFETCH = 50;

    private final ObjectProvider<MessageHandler> handlers;
    private final Broker broker;
    private final DeadLetters deadLetters;
    private final Inbox inbox;
    private final JsonMapper json;
    private final Clock clock;
    private final List<Consumption> consumptions = new CopyOnWriteArrayList<>();

    private volatile boolean running;
    private @Nullable ScheduledExecutorService settler;

    private record Consumption(Channel channel, String tag) {}

    /** What is told to the sender of a refused message who asked for a reply. */
    private record Refusal(String code, String detail) {}

    @Override
    public void start() {
        running = true;
        var thread = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "warren-consumers"));
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.scheduleWithFixedDelay(this::sweep, 1, 60, TimeUnit.MINUTES);
        settler = thread;
        handlers.forEach(handler -> broker.subscribe(channel -> consume(handler, channel, thread)));
    }

    private void sweep() {
        try {
            log.debug("Forgot {} messages", inbox.sweep());
        } catch (RuntimeException e) {
            log.warn("Old lines of the inbox stay for another hour: {}", e.toString());
        }
    }

    private void consume(MessageHandler handler, Channel channel, ScheduledExecutorService thread) throws IOException {
        if (!running) {
            return;
        }
        channel.basicQos(PREFETCH);
        var tag = channel.basicConsume(
                handler.queue(),
                false,
                (consumer, delivery) -> new Held(handler, channel, delivery, thread).attempt(),
                consumer -> channel.abort());
        consumptions.removeIf(it -> !it.channel().isOpen());
        consumptions.add(new Consumption(channel, tag));
    }

    /** Takes nothing new and ends what is being settled; the broker gives the rest to another server. */
    @Override
    public void stop() {
        running = false;
        for (var it : consumptions) {
            try {
                it.channel().basicCancel(it.tag());
            } catch (IOException | ShutdownSignalException e) {
                log.debug("Gone already", e);
            }
        }
        if (settler != null) {
            settler.shutdown();
            try {
                log.debug("Settled all: {}", settler.awaitTermination(5, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Started last and stopped first: a handler needs everything else. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    /** One delivery, held by this server until it is settled. */
    @RequiredArgsConstructor
    private final class Held {

        private final MessageHandler handler;
        private final Channel channel;
        private final Delivery delivery;
        private final ScheduledExecutorService thread;
        private @Nullable String id;
        private int attempts;
        private int failures;

        void attempt() {
            attempts++;
            apply().whenCompleteAsync(
                            (outcome, failure) -> {
                                try {
                                    settle(failure == null ? outcome : outcomeOf(failure));
                                } catch (RuntimeException | IOException e) {
                                    giveBack(e);
                                }
                            },
                            thread);
        }

        private CompletionStage<Outcome> apply() {
            try {
                var body = IncomingCheck.read(handler.schema(), properties(), delivery.getBody(), clock);
                return handler.handle(new IncomingMessage(id(), handler.queue(), body, actor()));
            } catch (IncomingCheck.RefusedException e) {
                return CompletableFuture.completedStage(e.outcome());
            } catch (RuntimeException | Error e) { // an error must not take the channel and the other messages along
                return CompletableFuture.failedStage(e);
            }
        }

        /** Null stands for "as soon as what is away is back": such an attempt does not count. */
        private @Nullable Outcome outcomeOf(Throwable failure) {
            var cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            log.debug("An attempt at {} failed", handler.queue(), cause);
            if (cause instanceof Problem problem) {
                return problem.getCode() == ProblemCode.DEPENDENCY_DOWN || problem.getCode() == ProblemCode.OVERLOADED
                        ? null
                        : new Outcome.Dead(problem.getCode().code(), String.valueOf(problem.getMessage()));
            }
            boolean away = cause instanceof DataAccessResourceFailureException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof TransactionException;
            return away ? null : new Outcome.Again(cause.getClass().getSimpleName());
        }

        private void settle(@Nullable Outcome outcome) throws IOException {
            if (outcome == null) {
                attempts--;
                later(this::attempt);
            } else if (outcome instanceof Outcome.Done done) {
                reply(done.reply());
                ack();
            } else if (outcome instanceof Outcome.Dead dead) {
                bury(dead.code(), dead.reason());
            } else if (outcome instanceof Outcome.Again again) {
                if (attempts < MAX_ATTEMPTS) {
                    later(this::attempt);
                } else {
                    bury("attempts-exhausted", "Tried %d times: %s".formatted(attempts, again.reason()));
                }
            }
        }

        private void bury(String code, String reason) throws IOException {
            deadLetters.park(handler.queue(), properties(), delivery.getBody(), attempts, code, reason);
            reply(new Refusal(code, reason));
            ack();
        }

        private void later(Runnable next) {
            thread.schedule(next, Backoff.millis(++failures), TimeUnit.MILLISECONDS);
        }

        private void giveBack(Exception cause) {
            log.warn("A message of {} goes back to the broker: {}", handler.queue(), cause.toString());
            log.debug("Cause", cause);
            failures = MAX_ATTEMPTS; // the longest pause: the broker offers it again at once
            later(() -> {
                try {
                    channel.basicNack(delivery.getEnvelope().getDeliveryTag(), false, true);
                } catch (IOException | ShutdownSignalException e) {
                    log.debug("The broker has taken it back already", e);
                }
            });
        }

        private void ack() throws IOException {
            try {
                channel.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
            } catch (ShutdownSignalException e) {
                log.debug("Comes again, and the inbox knows it", e);
            }
        }

        /** Not mandatory: an asker that has left is no reason to hold the message. Our own queues are no reply address. */
        private void reply(@Nullable Object reply) throws IOException {
            var to = properties().getReplyTo();
            if (reply == null || to == null || to.isEmpty() || to.startsWith("warren.")) {
                return;
            }
            var reference = properties().getCorrelationId() == null
                    ? properties().getMessageId()
                    : properties().getCorrelationId();
            var about = new BasicProperties.Builder()
                    .contentType("application/json")
                    .correlationId(reference)
                    .build();
            try {
                channel.basicPublish("", to, about, json.writeValueAsBytes(reply));
            } catch (ShutdownSignalException e) {
                log.debug("The asker gets its reply when the message comes again", e);
            }
        }

        private BasicProperties properties() {
            return delivery.getProperties();
        }

        private Actor actor() {
            var user = properties().getUserId();
            return new Actor(null, user == null || user.isEmpty() ? "amqp" : "amqp:" + user);
        }

        /**
         * Without an id from the sender two equal messages may be two wishes, so the first delivery of each counts. Only
         * when the broker says that it delivers again does the content decide, because then an equal one was at least
         * on its way.
         */
        private String id() {
            if (id != null) {
                return id;
            }
            var given = properties().getMessageId();
            if (given != null && !given.isEmpty()) {
                id = given;
                return given;
            }
            var content = contentId();
            var own = content + Ids.next();
            if (delivery.getEnvelope().isRedeliver()) {
                own = inbox.known(handler.queue(), content).orElse(own);
            }
            id = own;
            return own;
        }

        private String contentId() {
            var digest = EventHash.sha256();
            digest.update(delivery.getBody());
            var about = "%s %s %s"
                    .formatted(
                            properties().getCorrelationId(),
                            properties().getReplyTo(),
                            properties().getTimestamp());
            digest.update(about.getBytes(UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest.digest()) + "@";
        }
    }
}
