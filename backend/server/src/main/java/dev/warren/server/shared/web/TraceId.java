package dev.warren.server.shared.web;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

/** What ties an answer to its lines in the log: 32 hex digits, taken over from a {@code traceparent} header if sent. */
final class TraceId {

    static final String KEY = "traceId";

    private static final Pattern PARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceId() {}

    static String of(HttpServletRequest request) {
        if (request.getAttribute(KEY) instanceof String known) {
            return known;
        }
        var traceId = fresh(request.getHeader("traceparent"));
        request.setAttribute(KEY, traceId);
        return traceId;
    }

    private static String fresh(@Nullable String parent) {
        var matcher = PARENT.matcher(parent == null ? "" : parent);
        if (matcher.matches()) {
            return matcher.group(1);
        }
        var random = ThreadLocalRandom.current();
        return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
    }
}
