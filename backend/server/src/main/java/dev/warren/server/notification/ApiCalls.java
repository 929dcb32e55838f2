package dev.warren.server.notification;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.Role;

/** Which employees have called this server since somebody looked. */
@Component
class ApiCalls implements HandlerInterceptor, WebMvcConfigurer {

    private final Set<UUID> callers = ConcurrentHashMap.newKeySet();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getUserPrincipal() instanceof Authentication who
                && who.getPrincipal() instanceof CurrentUser user
                && user.is(Role.EMPLOYEE)) {
            callers.add(user.id());
        }
        return true;
    }

    /** The callers, at most that many; they are forgotten here. */
    List<UUID> take(int limit) {
        var taken = callers.stream().limit(limit).toList();
        taken.forEach(callers::remove);
        return taken;
    }
}
