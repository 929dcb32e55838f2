package dev.warren.server.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to a server that a test can pull out and plug in again. */
final class Cable implements AutoCloseable {

    private final String host;
    private final int port;
    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean plugged = true;

    Cable(String host, int port) {
        try {
            this.host = host;
            this.port = port;
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            start(this::accept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Breaks every connection; new ones are possible at once. */
    void cut() {
        sockets.forEach(Cable::closeQuietly);
        sockets.clear();
    }

    void unplug() {
        plugged = false;
        cut();
    }

    void plug() {
        plugged = true;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var near = entrance.accept();
                if (plugged) {
                    var far = new Socket(host, port);
                    sockets.add(near);
                    sockets.add(far);
                    start(() -> carry(near, far));
                    start(() -> carry(far, near));
                } else {
                    near.close();
                }
            } catch (IOException e) {
                if (!entrance.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            closeQuietly(to);
        }
    }

    private static void start(Runnable task) {
        var thread = new Thread(task, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
