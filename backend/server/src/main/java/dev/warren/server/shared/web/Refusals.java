package dev.warren.server.shared.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import jakarta.servlet.ServletException;
import jakarta.validation.ConstraintViolationException;

import org.redisson.client.RedisException;
import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.AmqpIOException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.Violation;

/** The one place that knows which failure is which refusal. What it does not know is an internal error. */
final class Refusals {

    private static final String INVALID = "The input is not valid.";

    private Refusals() {}

    static Refusal of(Throwable failure) {
        if (failure instanceof Problem problem) {
            return Refusal.of(problem);
        }
        if (failure instanceof CompletionException
                || failure instanceof ExecutionException
                || failure.getClass() == ServletException.class) {
            var cause = failure.getCause();
            if (cause != null) {
                return of(cause);
            }
        }
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return Refusal.of(JsonProblems.of(unreadable));
        }
        if (failure instanceof MethodArgumentNotValidException invalid) {
            return invalid(invalid, isBody(invalid.getParameter()));
        }
        if (failure instanceof BindException invalid) {
            return invalid(invalid, false);
        }
        if (failure instanceof HandlerMethodValidationException invalid) {
            return invalid(invalid);
        }
        if (failure instanceof ConstraintViolationException invalid) {
            return invalid(invalid);
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return parameter(mismatch.getName(), mismatch);
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return Refusal.of(Problem.of(ProblemCode.INVALID_PARAMETER, missing.getParameterName(), "is required"));
        }
        if (failure instanceof ErrorResponse response) {
            return new Refusal(
                    byStatus(response.getStatusCode()), response.getHeaders().toSingleValueMap());
        }
        if (failure instanceof OptimisticLockingFailureException) {
            return Refusal.of(
                    ProblemCode.CONCURRENT_CHANGE,
                    "Somebody else changed this at the same time. Read it and try again.");
        }
        if (failure instanceof ConcurrencyFailureException) {
            return Refusal.of(ProblemCode.OVERLOADED, "Too many changes at the same place. Try again shortly.");
        }
        if (isDependencyDown(failure)) {
            return Refusal.of(
                    ProblemCode.DEPENDENCY_DOWN, "A server that Warren depends on is away. Try again shortly.");
        }
        return Refusal.of(
                ProblemCode.INTERNAL_ERROR, "Something went wrong on our side. The trace id leads to the cause.");
    }

    /** The problem for a status that something below the handlers chose. */
    static Problem byStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> new Problem(ProblemCode.UNAUTHENTICATED, "Sign in first.");
            case 403 -> new Problem(ProblemCode.FORBIDDEN, "This is not allowed to you.");
            case 404 -> new Problem(ProblemCode.NOT_FOUND, "There is nothing at this path.");
            case 405 -> new Problem(ProblemCode.METHOD_NOT_ALLOWED, "The path does not know this method; see Allow.");
            case 406 -> new Problem(ProblemCode.NOT_ACCEPTABLE, "Only application/json can be answered.");
            case 413 -> new Problem(ProblemCode.PAYLOAD_TOO_LARGE, "The body is larger than 1 MB.");
            case 414 -> new Problem(ProblemCode.URI_TOO_LONG, "The address is longer than 8 KB.");
            case 415 -> new Problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json.");
            case 431 -> new Problem(ProblemCode.HEADERS_TOO_LARGE, "The headers are larger than 16 KB.");
            case 503 -> new Problem(ProblemCode.OVERLOADED, "Too much waits already. Try again shortly.");
            default ->
                status.is4xxClientError()
                        ? new Problem(ProblemCode.BAD_REQUEST, "The request is not understood.")
                        : new Problem(ProblemCode.INTERNAL_ERROR, "Something went wrong on our side.");
        };
    }

    private static boolean isDependencyDown(Throwable failure) {
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof TransientDataAccessException
                || failure instanceof TransactionException
                || failure instanceof AmqpConnectException
                || failure instanceof AmqpIOException
                || failure instanceof RedisException;
    }

    private static Refusal invalid(Errors errors, boolean body) {
        return Refusal.of(new Problem(
                body ? ProblemCode.INVALID_FIELD : ProblemCode.INVALID_PARAMETER,
                INVALID,
                violations(errors, body),
                Map.of()));
    }

    private static Refusal invalid(HandlerMethodValidationException failure) {
        var violations = new ArrayList<Violation>();
        boolean body = false;
        for (var result : failure.getParameterValidationResults()) {
            if (result instanceof ParameterErrors errors) {
                body |= isBody(errors.getMethodParameter());
                violations.addAll(violations(errors, isBody(errors.getMethodParameter())));
                continue;
            }
            var name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "");
            result.getResolvableErrors()
                    .forEach(it -> violations.add(
                            new Violation(name, Objects.requireNonNullElse(it.getDefaultMessage(), INVALID))));
        }
        return Refusal.of(new Problem(
                body ? ProblemCode.INVALID_FIELD : ProblemCode.INVALID_PARAMETER, INVALID, violations, Map.of()));
    }

    private static Refusal invalid(ConstraintViolationException failure) {
        var violations = failure.getConstraintViolations().stream()
                .map(it -> new Violation(pointer(it.getPropertyPath().toString()), it.getMessage()))
                .toList();
        return Refusal.of(new Problem(ProblemCode.INVALID_FIELD, INVALID, violations, Map.of()));
    }

    private static boolean isBody(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class);
    }

    private static List<Violation> violations(Errors errors, boolean body) {
        return errors.getAllErrors().stream()
                .map(error -> {
                    var path = error instanceof FieldError field ? field.getField() : "";
                    var unfit = error instanceof FieldError field && field.isBindingFailure();
                    var message = unfit ? unfit(error) : error.getDefaultMessage();
                    return new Violation(
                            body ? pointer(path) : path, Objects.requireNonNullElse(message, "is not valid"));
                })
                .toList();
    }

    /** {@code tasks[3].title} as {@code /tasks/3/title}. */
    static String pointer(String path) {
        return path.isEmpty()
                ? ""
                : "/" + path.replace("].", "/").replaceAll("[\\[.]", "/").replace("]", "");
    }

    private static String unfit(ObjectError error) {
        return error.contains(TypeMismatchException.class)
                ? form(error.unwrap(TypeMismatchException.class))
                : "is not of the right form";
    }

    private static Refusal parameter(String name, TypeMismatchException mismatch) {
        return Refusal.of(Problem.of(ProblemCode.INVALID_PARAMETER, name, form(mismatch)));
    }

    /** What would be right. */
    private static String form(TypeMismatchException mismatch) {
        var type = mismatch.getRequiredType();
        if (mismatch.getCause() instanceof ConversionFailedException failed) {
            type = failed.getTargetType().getType(); // of the item, where a list was asked for
        }
        if (type == null) {
            return "is not of the right form";
        }
        return type.isEnum()
                ? "must be one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))
                : "must be " + JsonProblems.describe(type);
    }
}
