package dev.warren.server.shared.web;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/** Refuses query parameters that the handler does not know: a mistyped filter must not be a filter that is ignored. */
final class KnownParameters implements HandlerInterceptor {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith("dev.warren.")) {
            var allowed = known.computeIfAbsent(method.getMethod(), it -> names(method));
            for (var name : request.getParameterMap().keySet()) {
                if (!allowed.contains(name)) {
                    throw Problem.of(
                            ProblemCode.INVALID_PARAMETER,
                            name,
                            allowed.isEmpty()
                                    ? "is not known here; there are no parameters"
                                    : "is not known here; known are " + String.join(", ", sorted(allowed)));
                }
            }
        }
        return true;
    }

    private static Iterable<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static Set<String> names(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .flatMap(KnownParameters::names)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> names(MethodParameter parameter) {
        var single = parameter.getParameterAnnotation(RequestParam.class);
        if (single != null) {
            return Stream.of(single.name().isEmpty() ? parameter.getParameter().getName() : single.name());
        }
        if (parameter.hasParameterAnnotation(ModelAttribute.class)
                && parameter.getParameterType().isRecord()) {
            return Arrays.stream(parameter.getParameterType().getRecordComponents())
                    .map(RecordComponent::getName);
        }
        return Stream.empty();
    }
}
