package dev.warren.bench;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** One text frame on loopback, from a bare server socket to the same WebSocket client that the employees use. */
final class WebSocketFloor {

    private static final String HANDSHAKE_ID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int PER_SECOND = 200;
    private static final int WARM_UP = 100;
    private static final int FRAMES = 400;
    private static final int BODY_CHARS = 300;

    private WebSocketFloor() {}

    /** Milliseconds from before the write to the client's listener. */
    static Distribution measure() throws InterruptedException {
        Queue<Double> figures = new ConcurrentLinkedQueue<>();
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var client = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/"), new WebSocket.Listener() {
                        private final StringBuilder text = new StringBuilder();

                        @Override
                        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                            text.append(data);
                            if (last) {
                                var sent = Long.parseLong(text.toString().trim());
                                figures.add((System.nanoTime() - sent) / 1e6);
                                text.setLength(0);
                            }
                            socket.request(1);
                            return CompletableFuture.completedFuture(null);
                        }
                    });
            try (var connection = server.accept()) {
                connection.setTcpNoDelay(true);
                shakeHands(connection);
                var socket = client.join();
                for (var i = 0; i < WARM_UP + FRAMES; i++) {
                    if (i == WARM_UP) {
                        figures.clear();
                    }
                    var start = System.nanoTime();
                    connection.getOutputStream().write(frame(("%-" + BODY_CHARS + "d").formatted(start)));
                    var pause = start + TimeUnit.SECONDS.toNanos(1) / PER_SECOND - System.nanoTime();
                    TimeUnit.NANOSECONDS.sleep(Math.max(0, pause));
                }
                socket.abort();
            }
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new CannotRun("The WebSocket floor: " + e, e);
        }
        return Distribution.of(figures);
    }

    static void shakeHands(Socket connection) throws IOException, NoSuchAlgorithmException {
        var reader = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        var key = "";
        for (var line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            if (line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
                key = line.substring(18).trim();
            }
        }
        var digest =
                MessageDigest.getInstance("SHA-1").digest((key + HANDSHAKE_ID).getBytes(StandardCharsets.US_ASCII));
        var answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n";
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    /** An unmasked final text frame of 126 to 65 535 bytes. */
    private static byte[] frame(String text) {
        var body = text.getBytes(StandardCharsets.UTF_8);
        var frame = new ByteArrayOutputStream(body.length + 4);
        frame.write(0x81);
        frame.write(126);
        frame.write(body.length >> 8);
        frame.write(body.length & 0xff);
        frame.writeBytes(body);
        return frame.toByteArray();
    }
}
