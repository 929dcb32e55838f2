package dev.warren.server.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A STOMP client that sends what it is told, right or wrong, and shows what comes back. */
final class StompConnection implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final LinkedBlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    private StompConnection(int port, String query, @Nullable String origin) {
        var builder = CLIENT.newWebSocketBuilder().subprotocols("v12.stomp").connectTimeout(Duration.ofSeconds(10));
        if (origin != null) {
            builder.header("Origin", origin);
        }
        socket = builder.buildAsync(URI.create("ws://localhost:" + port + "/ws" + query), this)
                .join();
    }

    /** A bare WebSocket, nothing sent yet. */
    static StompConnection open(int port) {
        return open(port, "", "http://localhost:" + port);
    }

    static StompConnection open(int port, String query, @Nullable String origin) {
        return new StompConnection(port, query, origin);
    }

    /** A session that is signed in. */
    static StompConnection connect(int port, String token) {
        var connection = open(port);
        connection.send("CONNECT", "accept-version:1.2", "host:warren", "Authorization:Bearer " + token);
        assertThat(connection.frame()).startsWith("CONNECTED\n");
        return connection;
    }

    /** A frame without a body. */
    void send(String command, String... headers) {
        sendRaw(command + "\n" + String.join("\n", headers) + (headers.length > 0 ? "\n" : "") + "\n\0");
    }

    void sendRaw(String raw) {
        socket.sendText(raw, true).orTimeout(10, TimeUnit.SECONDS).join();
    }

    StompConnection subscribe(String id, String destination) {
        send("SUBSCRIBE", "id:" + id, "destination:" + destination);
        return this;
    }

    /** The next frame, without heart-beats. */
    String frame() {
        try {
            var frame = frames.poll(10, TimeUnit.SECONDS);
            assertThat(frame).as("a frame within 10 s").isNotNull();
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The body of the next MESSAGE frame. */
    JsonNode message() {
        var frame = frame();
        assertThat(frame).startsWith("MESSAGE\n");
        return JSON.readTree(frame.substring(frame.indexOf("\n\n") + 2));
    }

    /** The body of the next MESSAGE frame that is not a beat. */
    JsonNode entry() {
        while (true) {
            var message = message();
            if (!message.path("type").asString("").equals("feed.head")) {
                return message;
            }
        }
    }

    /** Spring may close the socket before it has written what another thread left it in the buffer. */
    void isRefusedAs(String code) {
        int status = isClosed();
        var frame = frames.poll();
        if (frame == null) {
            assertThat(status).isEqualTo(1002);
        } else {
            assertThat(frame).startsWith("ERROR\n").contains("\nmessage:" + code + "\n");
        }
    }

    int isClosed() {
        return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            for (var frame : text.toString().split("\0")) {
                if (!frame.isBlank()) {
                    frames.add(frame.stripLeading());
                }
            }
            text.setLength(0);
        }
        socket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        closed.complete(status);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        closed.complete(1006);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
