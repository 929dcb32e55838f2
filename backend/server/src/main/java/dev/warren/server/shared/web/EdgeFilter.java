package dev.warren.server.shared.web;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import lombok.RequiredArgsConstructor;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/** The outermost filter: trace id, security headers and size limits for every answer, and no exception gets past it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiredArgsConstructor
class EdgeFilter extends OncePerRequestFilter {

    static final long MAX_BODY = 1024 * 1024;

    private static final int MAX_ADDRESS = 8 * 1024;
    private static final int MAX_HEADERS = 16 * 1024;

    /** A page says what it needs by itself; nothing else is for a browser to run. */
    private static final String LOCKED_DOWN =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

    private static final Map<String, String> ALWAYS = Map.of(
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Content-Security-Policy", LOCKED_DOWN,
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

    private final Problems problems;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        MDC.put(TraceId.KEY, TraceId.of(request));
        try {
            addHeaders(request, response);
            var refused = refuse(request);
            if (refused != null) {
                problems.answer(request, response, refused);
            } else {
                chain.doFilter(new LimitedBody(request, MAX_BODY), response);
            }
        } catch (IOException | ServletException | RuntimeException e) {
            problems.answer(request, response, e);
        } finally {
            MDC.remove(TraceId.KEY);
        }
    }

    private static void addHeaders(HttpServletRequest request, HttpServletResponse response) {
        ALWAYS.forEach(response::setHeader);
        if (request.getRequestURI().startsWith("/api/")) {
            response.setHeader("Cache-Control", "no-store");
        }
    }

    private static @Nullable Problem refuse(HttpServletRequest request) {
        var query = request.getQueryString() == null ? "" : request.getQueryString();
        if (request.getRequestURI().length() + query.length() > MAX_ADDRESS) {
            return Refusals.byStatus(HttpStatus.URI_TOO_LONG);
        }
        if (Collections.list(request.getHeaderNames()).stream()
                        .flatMap(name -> Collections.list(request.getHeaders(name)).stream()
                                .map(value -> name.length() + value.length()))
                        .mapToInt(Integer::intValue)
                        .sum()
                > MAX_HEADERS) {
            return Refusals.byStatus(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE);
        }
        if (request.getContentLengthLong() > MAX_BODY) {
            return Refusals.byStatus(HttpStatus.CONTENT_TOO_LARGE);
        }
        if (query.contains("access_token=")) {
            return Problem.of(
                    ProblemCode.INVALID_PARAMETER, "access_token", "A token belongs in the Authorization header.");
        }
        return null;
    }
}
