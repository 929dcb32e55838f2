package dev.warren.bench;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** One STOMP 1.2 frame; header names and values are unescaped here and escaped on the wire. */
record StompFrame(String command, Map<String, String> headers, String body) {

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    String encode() {
        var wire = new StringBuilder(command).append('\n');
        headers.forEach((name, value) ->
                wire.append(escape(name)).append(':').append(escape(value)).append('\n'));
        return wire.append('\n').append(body).append('\0').toString();
    }

    /** Reads the part of a frame before its NUL. */
    static StompFrame decode(String head, byte[] body) {
        var lines = head.split("\r?\n", -1);
        var command = lines[0];
        var headers = new LinkedHashMap<String, String>();
        for (var i = 1; i < lines.length; i++) {
            var colon = lines[i].indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("Not a STOMP header: " + lines[i]);
            }
            var name = unescape(lines[i].substring(0, colon), command);
            // Of repeated headers the first one counts.
            headers.putIfAbsent(name, unescape(lines[i].substring(colon + 1), command));
        }
        return new StompFrame(command, headers, new String(body, StandardCharsets.UTF_8));
    }

    private String escape(String text) {
        if (command.equals("CONNECT")) {
            return text;
        }
        return text.replace("\\", "\\\\")
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace(":", "\\c");
    }

    private static String unescape(String text, String command) {
        if (command.equals("CONNECTED") || text.indexOf('\\') < 0) {
            return text;
        }
        var plain = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            var escaped = ++i < text.length() ? text.charAt(i) : ' ';
            plain.append(
                    switch (escaped) {
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        case 'c' -> ':';
                        case '\\' -> '\\';
                        default -> throw new IllegalArgumentException("Undefined STOMP escape in " + text);
                    });
        }
        return plain.toString();
    }
}
