package dev.warren.server.identity;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

import lombok.RequiredArgsConstructor;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.web.Problems;

/** Knows the caller by the bearer token of the request. What is public does not look at it: it may be an old one. */
@RequiredArgsConstructor
class AccessTokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    private final TokenVerifier verifier;
    private final Problems problems;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/") || SecurityConfiguration.isPublic(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            try {
                var user = verifier.verify(header.substring(SCHEME.length()).strip());
                var context = new SecurityContextImpl(user.authentication());
                SecurityContextHolder.setContext(context);
                contexts.saveContext(context, request, response);
            } catch (Problem refused) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"warren\", error=\"invalid_token\"");
                problems.answer(request, response, refused);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
