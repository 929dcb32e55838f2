package dev.warren.server.identity;

import java.util.Arrays;
import java.util.List;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.web.PageRequest;
import dev.warren.server.shared.web.Problems;
import dev.warren.server.shared.web.SameOrigin;

/**
 * What may be reached without a token is listed here; all else under {@code /api} needs one, and all else is not there.
 * Which role a handler needs stands at the handler ({@link AccessPolicy}).
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityConfiguration implements WebMvcConfigurer {

    private static final String[] PUBLIC_API = {
        "/api/v1/auth/login",
        "/api/v1/auth/refresh",
        "/api/v1/auth/logout",
        "/api/v1/auth/register",
        "/api/v1/auth/setup",
        "/api/v1/about",
        "/api/v1/health",
        "/api/v1/health/**",
    };

    /** What pages are made of, and the handshake of the live connection, whose token comes in its first frame. */
    private static final String[] PUBLIC = {"/assets/**", "/ws", "/ws/**"};

    private static final String[] API_DOCS = {"/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml"};

    private static final RequestMatcher PUBLIC_API_MATCHER = request -> Arrays.stream(PUBLIC_API)
            .anyMatch(it -> PathPatternRequestMatcher.pathPattern(it).matches(request));

    static {
        // an argument that comes from the token is no parameter of the call
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentUser.class);
    }

    private final AccessPolicy policy = new AccessPolicy();

    static boolean isPublic(HttpServletRequest request) {
        return PUBLIC_API_MATCHER.matches(request);
    }

    /** Each filter would be observed by itself, at a cost of its own; the request as a whole still is. */
    @Bean
    SecurityObservationSettings noFilterObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http, TokenVerifier verifier, Problems problems, Environment environment) {
        boolean docs = environment.acceptsProfiles(Profiles.of("demo | test"));
        return http.csrf(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new AccessTokenFilter(verifier, problems), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(it -> {
                    it.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    it.requestMatchers(request -> isForeignSignIn(request)).denyAll();
                    it.requestMatchers(PUBLIC_API).permitAll();
                    it.requestMatchers(PUBLIC).permitAll();
                    it.requestMatchers(PageRequest::holds).permitAll();
                    if (docs) {
                        it.requestMatchers(API_DOCS).permitAll();
                    }
                    it.requestMatchers("/api/**").authenticated();
                    it.anyRequest().denyAll();
                })
                .exceptionHandling(it -> it.authenticationEntryPoint(
                                (request, response, e) -> problems.answer(request, response, denied(request)))
                        .accessDeniedHandler(
                                (request, response, e) -> problems.answer(request, response, denied(request))))
                .build();
    }

    /** The auth calls live by a cookie or set one: pages of others must not send them. */
    private static boolean isForeignSignIn(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/v1/auth/") && !SameOrigin.holds(request);
    }

    private static Problem denied(HttpServletRequest request) {
        if (isForeignSignIn(request)) {
            return new Problem(ProblemCode.FORBIDDEN, "The request comes from a page of somebody else.");
        }
        return request.getRequestURI().startsWith("/api/")
                ? new Problem(ProblemCode.UNAUTHENTICATED, "Sign in first.")
                : new Problem(ProblemCode.NOT_FOUND, "There is nothing at this path.");
    }

    @Bean
    RequestRejectedHandler rejectedRequests(Problems problems) {
        return (request, response, e) -> problems.answer(
                request, response, new Problem(ProblemCode.BAD_REQUEST, "The address or a header is not acceptable."));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(policy).addPathPatterns("/api/**").order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(policy);
    }
}
