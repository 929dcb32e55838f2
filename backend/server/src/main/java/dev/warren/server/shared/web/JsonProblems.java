package dev.warren.server.shared.web;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/** Says what is wrong with a JSON body, and where, without a word of the classes behind it. */
final class JsonProblems {

    private JsonProblems() {}

    static Problem of(HttpMessageNotReadableException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof BodyTooLargeException) {
                return new Problem(ProblemCode.PAYLOAD_TOO_LARGE, "The body is larger than 1 MB.");
            }
        }
        return failure.getCause() instanceof JacksonException json
                ? of(json)
                : new Problem(ProblemCode.MALFORMED_JSON, "The body is empty; a JSON object is needed.");
    }

    static Problem of(JacksonException failure) {
        var pointer = pointer(failure.getPath());
        if (failure instanceof UnrecognizedPropertyException unknown) {
            var known = unknown.getKnownPropertyIds() == null
                    ? ""
                    : unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", ", "; known are ", ""));
            return Problem.of(ProblemCode.UNKNOWN_PROPERTY, pointer, "is not a property that can be set" + known);
        }
        if (pointer.isEmpty()) {
            return malformed(failure, "The body must be one JSON value of the documented shape");
        }
        if (failure instanceof ValueInstantiationException) {
            return Problem.of(ProblemCode.INVALID_FIELD, pointer, "is not valid");
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return Problem.of(ProblemCode.INVALID_FIELD, pointer, "must be " + describe(mismatch.getTargetType()));
        }
        if (failure instanceof InputCoercionException) {
            return Problem.of(ProblemCode.INVALID_FIELD, pointer, "must be a number within range");
        }
        return malformed(failure, "The body is not valid JSON");
    }

    private static Problem malformed(JacksonException failure, String what) {
        var at = failure.getLocation();
        var place = at == null || at.getLineNr() < 1
                ? ""
                : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
        return new Problem(ProblemCode.MALFORMED_JSON, what + place + ".");
    }

    private static String pointer(List<JacksonException.Reference> path) {
        return path.stream()
                .map(it -> it.getPropertyName() == null
                        ? Integer.toString(it.getIndex())
                        : it.getPropertyName().replace("~", "~0").replace("/", "~1"))
                .map(it -> "/" + it)
                .collect(Collectors.joining());
    }

    /** What a value of that type looks like to a client. */
    static String describe(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type == String.class) {
            return "text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == double.class || type == Double.class || type == float.class || type == Float.class) {
            return "a number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number within range";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a time such as 2026-01-31T08:00:00Z";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "of another type";
    }
}
