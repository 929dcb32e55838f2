package dev.warren.embedded;

import java.util.Map;

/**
 * One running private server.
 *
 * @param kind its product name, as people know it
 * @param version its own version, as it answered
 * @param port the port on 127.0.0.1
 * @param note what is worth knowing about it, or empty
 * @param properties the Spring properties that lead to it
 * @param stop ends it; returns when it is gone
 */
public record PrivateServer(
        Part part, String kind, String version, int port, String note, Map<String, Object> properties, Runnable stop) {

    /** One line for people: kind, version and port. */
    public String line() {
        return "%s %s on port %d%s".formatted(kind, version, port, note.isEmpty() ? "" : " (" + note + ")");
    }
}
