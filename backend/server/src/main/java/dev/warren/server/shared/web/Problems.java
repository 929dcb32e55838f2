package dev.warren.server.shared.web;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DisconnectedClientHelper;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/** Answers whatever went wrong as {@code application/problem+json}, wherever it went wrong: filter, security, handler. */
@Slf4j
@Component
@RequiredArgsConstructor
public class Problems {

    private final JsonMapper json;

    /** Writes the answer. Faults are logged with the trace id; the caller is told nothing more of them. */
    public void answer(HttpServletRequest request, HttpServletResponse response, Throwable cause) throws IOException {
        if (DisconnectedClientHelper.isClientDisconnectedException(cause)) {
            log.debug("The client went away during {}", request.getRequestURI());
            return;
        }
        var refusal = Refusals.of(cause);
        var problem = refusal.problem();
        var traceId = TraceId.of(request);
        if (problem.getCode() == ProblemCode.INTERNAL_ERROR) {
            log.error("{} {} failed, trace {}", request.getMethod(), path(request), traceId, cause);
        } else if (problem.getCode().status() >= 500) {
            log.warn("{} {}: {}, trace {}", request.getMethod(), path(request), cause.toString(), traceId);
        }
        if (response.isCommitted()) {
            log.debug("Too late to answer {} with {}", path(request), problem.getCode());
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.getCode().status());
        refusal.headers().forEach(response::setHeader);
        addUsualHeaders(response, problem);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var body = json.writeValueAsBytes(body(problem, path(request), traceId));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void addUsualHeaders(HttpServletResponse response, Problem problem) {
        if (problem.getCode().status() == 401 && !response.containsHeader(HttpHeaders.WWW_AUTHENTICATE)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"warren\"");
        }
        var seconds = problem.getProperties().get("retryAfter");
        if (seconds != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
        } else if (problem.getCode().status() == 503 || problem.getCode() == ProblemCode.TOO_MANY_REQUESTS) {
            response.setHeader(HttpHeaders.RETRY_AFTER, problem.getCode() == ProblemCode.DEPENDENCY_DOWN ? "5" : "1");
        }
    }

    static ProblemBody body(Problem problem, String instance, String traceId) {
        var code = problem.getCode();
        return new ProblemBody(
                "urn:warren:problem:" + code.code(),
                title(code),
                code.status(),
                problem.getMessage() == null ? title(code) : problem.getMessage(),
                instance,
                code.code(),
                traceId,
                problem.getViolations(),
                problem.getProperties());
    }

    static String title(ProblemCode code) {
        var words = code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The path as a URI reference: what the client sent may hold anything. */
    private static String path(HttpServletRequest request) {
        var path = request.getRequestURI();
        var legal = path.chars().allMatch(it -> it > ' ' && it < 127 && "\"<>\\^`{|}".indexOf(it) < 0);
        return legal ? path : URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
