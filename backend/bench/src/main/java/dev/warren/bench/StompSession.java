package dev.warren.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** One STOMP 1.2 connection over a WebSocket with heart-beats both ways; tells once when it is lost. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class StompSession implements WebSocket.Listener {

    private static final long HEART_BEAT_MILLIS = 10_000;
    private static final long CONNECT_TIMEOUT_SECONDS = 10;

    private final Consumer<StompFrame> onMessage;
    private final Consumer<String> onLost;
    private final CompletableFuture<StompFrame> connected = new CompletableFuture<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final StompDecoder decoder = new StompDecoder();
    private final StringBuilder partial = new StringBuilder();
    private CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null);
    private volatile @Nullable WebSocket socket;
    private volatile @Nullable ScheduledFuture<?> heart;
    private volatile long heardNanos = System.nanoTime();

    /**
     * Connects and waits for CONNECTED.
     *
     * @param onMessage gets MESSAGE frames on the socket's thread and must not block
     * @param onLost gets the reason once, when the connection ends other than by {@link #close()}
     */
    static StompSession connect(
            HttpClient http,
            URI base,
            String token,
            ScheduledExecutorService timer,
            Consumer<StompFrame> onMessage,
            Consumer<String> onLost)
            throws IOException, InterruptedException {
        var session = new StompSession(onMessage, onLost);
        try {
            session.socket = http.newWebSocketBuilder()
                    .header("Origin", base.toString())
                    .subprotocols("v12.stomp")
                    .buildAsync(URI.create("ws" + base.toString().substring("http".length()) + "/ws"), session)
                    .get(CONNECT_TIMEOUT_SECONDS, TimeUnit.SECONDS);
            session.send(
                    "CONNECT",
                    headers(
                            "accept-version",
                            "1.2",
                            "host",
                            base.getHost(),
                            "heart-beat",
                            HEART_BEAT_MILLIS + "," + HEART_BEAT_MILLIS,
                            "Authorization",
                            "Bearer " + token));
            session.beat(session.connected.get(CONNECT_TIMEOUT_SECONDS, TimeUnit.SECONDS), timer);
            return session;
        } catch (ExecutionException | TimeoutException e) {
            session.close();
            throw new IOException("No STOMP connection to " + base + ": " + e.getMessage(), e);
        }
    }

    void subscribe(String id, String destination) {
        send("SUBSCRIBE", headers("id", id, "destination", destination));
    }

    /** Ends the connection without a report to the owner. */
    void close() {
        over.set(true);
        release();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        heardNanos = System.nanoTime();
        partial.append(data);
        if (last) {
            var bytes = partial.toString().getBytes(StandardCharsets.UTF_8);
            partial.setLength(0);
            decoder.accept(bytes).forEach(this::received);
        }
        webSocket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
        lost("closed by the server: " + status + " " + reason);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        lost(String.valueOf(error));
    }

    private void received(StompFrame frame) {
        switch (frame.command()) {
            case "CONNECTED" -> connected.complete(frame);
            case "MESSAGE" -> onMessage.accept(frame);
            case "ERROR" -> lost("ERROR frame: " + frame.headers().getOrDefault("message", frame.body()));
            default -> {
                // RECEIPT is never asked for, and the protocol has no other frame.
            }
        }
    }

    private void lost(String reason) {
        var connecting = connected.completeExceptionally(new IOException(reason));
        if (over.compareAndSet(false, true)) {
            release();
            if (!connecting) {
                onLost.accept(reason);
            }
        }
    }

    private void release() {
        var beating = heart;
        if (beating != null) {
            beating.cancel(false);
        }
        var open = socket;
        if (open != null) {
            open.abort();
        }
    }

    private void beat(StompFrame answer, ScheduledExecutorService timer) {
        var theirs = answer.headers().getOrDefault("heart-beat", "0,0").split(",");
        var sends = Long.parseLong(theirs[0].trim());
        var wants = Long.parseLong(theirs[1].trim());
        var silence =
                sends == 0 ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(3 * Math.max(sends, HEART_BEAT_MILLIS));
        heart = timer.scheduleWithFixedDelay(
                () -> {
                    if (System.nanoTime() - heardNanos > silence) {
                        lost("silent for three heart-beats");
                    } else if (wants > 0) {
                        write("\n");
                    }
                },
                HEART_BEAT_MILLIS,
                HEART_BEAT_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private void send(String command, Map<String, String> headers) {
        write(new StompFrame(command, headers, "").encode());
    }

    /** The JDK's socket takes one message at a time, so each waits for the one before it. */
    private synchronized void write(String text) {
        var open = socket;
        if (open == null) {
            return;
        }
        lastSend = lastSend.thenCompose(done -> open.sendText(text, true)).whenComplete((done, failure) -> {
            if (failure != null) {
                var cause = failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
                lost("cannot send: " + cause);
            }
        });
    }

    private static Map<String, String> headers(String... pairs) {
        var headers = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            headers.put(pairs[i], pairs[i + 1]);
        }
        return headers;
    }
}
