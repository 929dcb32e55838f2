package dev.warren.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StompSessionTests {

    private static final byte[] CLOSE_GOING_AWAY = {(byte) 0x88, 2, 0x03, (byte) 0xe9};

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final BlockingQueue<StompFrame> messages = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> losses = new LinkedBlockingQueue<>();
    private final ServerSocket server;

    StompSessionTests() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        timer.shutdownNow();
    }

    @Test
    void presentsItsTokenSubscribesAndHearsMessagesUntilTheServerCloses() throws Exception {
        var asked = CompletableFuture.supplyAsync(() -> serve(List.of(
                new StompFrame("CONNECTED", Map.of("version", "1.2"), ""),
                new StompFrame("MESSAGE", Map.of("destination", "/user/queue/feed"), "{\"seq\":1}"))));

        var session = connect();
        session.subscribe("feed", "/user/queue/feed");

        assertThat(messages.poll(10, TimeUnit.SECONDS))
                .extracting(StompFrame::body)
                .isEqualTo("{\"seq\":1}");
        assertThat(losses.poll(10, TimeUnit.SECONDS)).contains("1001");
        assertThat(losses).isEmpty();
        assertThat(asked.get()).extracting(StompFrame::command).containsExactly("CONNECT", "SUBSCRIBE");
        assertThat(asked.get().get(0).header("Authorization")).isEqualTo("Bearer token");
        assertThat(asked.get().get(1).header("destination")).isEqualTo("/user/queue/feed");
    }

    @Test
    void failsToConnectWhenTheServerAnswersWithAnError() {
        var asked = CompletableFuture.supplyAsync(
                () -> serve(List.of(new StompFrame("ERROR", Map.of("message", "bad token"), ""))));

        assertThatThrownBy(this::connect).isInstanceOf(IOException.class).hasMessageContaining("bad token");
        assertThat(asked.join()).hasSize(1);
        assertThat(losses).isEmpty();
    }

    private StompSession connect() throws IOException, InterruptedException {
        var base = URI.create("http://127.0.0.1:" + server.getLocalPort());
        return StompSession.connect(HttpClient.newHttpClient(), base, "token", timer, messages::add, losses::add);
    }

    /**
     * Answers each frame of the client with the next of its own, then closes as RFC 6455 section 7.1.1 asks: a close
     * frame, and the connection stays until the client has ended it. A server that just hangs up would make a race:
     * the JDK's client loses an end of stream that arrives with the last message, and only silence tells it then.
     */
    private List<StompFrame> serve(List<StompFrame> answers) {
        var asked = new ArrayList<StompFrame>();
        try (var connection = server.accept()) {
            WebSocketFloor.shakeHands(connection);
            var in = new DataInputStream(new BufferedInputStream(connection.getInputStream()));
            var decoder = new StompDecoder();
            for (var answer : answers) {
                asked.addAll(decoder.accept(read(in)));
                write(connection, answer.encode());
            }
            connection.getOutputStream().write(CLOSE_GOING_AWAY);
            in.transferTo(OutputStream.nullOutputStream());
            return asked;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(DataInputStream in) throws IOException {
        in.readByte();
        var length = in.readByte() & 0x7f;
        length = length == 126 ? in.readUnsignedShort() : length;
        var mask = in.readNBytes(4);
        var body = in.readNBytes(length);
        for (var i = 0; i < body.length; i++) {
            body[i] ^= mask[i % 4];
        }
        return body;
    }

    private static void write(Socket connection, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        var frame = new ByteArrayOutputStream();
        frame.write(0x81);
        frame.write(body.length);
        frame.writeBytes(body);
        connection.getOutputStream().write(frame.toByteArray());
    }
}
