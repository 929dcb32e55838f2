package dev.warren.server.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.web.PageRequest;

/** The one HTML page, which finds by its address what to show. Each answer has a nonce of its own for the styles. */
@Component
class IndexPage implements HttpRequestHandler {

    private static final String NONCE = "__csp_nonce__";
    private static final int NONCE_BYTES = 18;

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + NONCE
            + "'; connect-src 'self'; worker-src 'self' blob:; img-src 'self' data:; font-src 'self'; "
            + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private final SecureRandom random = new SecureRandom();
    private final @Nullable String page;

    IndexPage() throws IOException {
        var file = new ClassPathResource("static/index.html");
        page = file.exists() ? file.getContentAsString(StandardCharsets.UTF_8) : null;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!PageRequest.holds(request)) {
            throw new Problem(ProblemCode.NOT_FOUND, "There is nothing at this path.");
        }
        if (page == null) {
            throw new Problem(ProblemCode.NOT_FOUND, "This server was built without its pages.");
        }
        var nonce = nonce();
        response.setHeader("Content-Security-Policy", POLICY.replace(NONCE, nonce));
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(page.replace(NONCE, nonce).getBytes(StandardCharsets.UTF_8));
    }

    private String nonce() {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
