package dev.warren.server.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.Role;
import dev.warren.server.shared.Sql;

/** Which employees have called this server since somebody looked. */
@Component
@RequiredArgsConstructor
class ApiCalls implements HandlerInterceptor, WebMvcConfigurer {

    private final Map<UUID, Instant> callers = new ConcurrentHashMap<>();
    private final Clock clock;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getUserPrincipal() instanceof Authentication who
                && who.getPrincipal() instanceof CurrentUser user
                && user.is(Role.EMPLOYEE)) {
            callers.put(user.id(), Sql.micros(clock.instant()));
        }
        return true;
    }

    /** When the callers called last, at most that many of them; they are forgotten here. */
    Map<UUID, Instant> take(int limit) {
        var taken = new HashMap<UUID, Instant>();
        for (var it : callers.entrySet()) {
            if (taken.size() < limit && callers.remove(it.getKey(), it.getValue())) {
                taken.put(it.getKey(), it.getValue());
            }
        }
        return taken;
    }
}
