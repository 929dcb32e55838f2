package dev.warren.server.identity;

import java.lang.reflect.Method;
import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;

import lombok.extern.slf4j.Slf4j;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/**
 * Who may call which handler. Decided before a body is read; a handler that says nothing is closed to all.
 */
@Slf4j
final class AccessPolicy implements HandlerInterceptor, HandlerMethodArgumentResolver {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        var rule = ruleOf(method.getMethod(), method.getBeanType());
        if (rule != null && rule.guests()) {
            return true;
        }
        var user = signedIn();
        if (rule == null || Arrays.stream(rule.value()).noneMatch(user::is)) {
            log.info("{} {} denied to {}", request.getMethod(), request.getRequestURI(), user.username());
            throw new Problem(ProblemCode.FORBIDDEN, "This is not allowed to you.");
        }
        return true;
    }

    static @Nullable AllowedTo ruleOf(Method method, Class<?> controller) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method, AllowedTo.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(controller, AllowedTo.class);
    }

    private static CurrentUser signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof CurrentUser user) {
            return user;
        }
        throw new Problem(ProblemCode.UNAUTHENTICATED, "Sign in first.");
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CurrentUser.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return signedIn();
    }
}
