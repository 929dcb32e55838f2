package dev.warren.server.shared.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

/** Whether somebody opens a page: which one it is, the web app finds by the address. */
public final class PageRequest {

    private static final List<String> NO_PAGES = List.of("/api", "/ws", "/v3", "/assets", "/actuator", "/error");

    private PageRequest() {}

    /**
     * A browser navigates by GET and asks for HTML; no page has a dot in its address, files have. The first page is for
     * everybody, also for probes and tools that do not say what they want.
     */
    public static boolean holds(HttpServletRequest request) {
        var path = request.getRequestURI();
        var accept = Objects.requireNonNullElse(request.getHeader("Accept"), "");
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && (path.equals("/") || accept.toLowerCase(Locale.ROOT).contains("text/html"))
                && !path.contains(".")
                && NO_PAGES.stream().noneMatch(it -> path.equals(it) || path.startsWith(it + "/"));
    }
}
