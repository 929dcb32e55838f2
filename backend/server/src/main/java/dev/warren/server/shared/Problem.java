package dev.warren.server.shared;

import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import lombok.Getter;

/**
 * A refusal that the caller can act on. Answered as RFC 9457 problem details; carries no stack trace because it is an
 * answer, not a fault.
 */
@Getter
public final class Problem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> properties;

    public Problem(ProblemCode code, String detail, List<Violation> violations, Map<String, Object> properties) {
        super(detail, null, false, false);
        this.code = code;
        this.violations = List.copyOf(violations);
        this.properties = Map.copyOf(properties);
    }

    public Problem(ProblemCode code, String detail) {
        this(code, detail, List.of(), Map.of());
    }

    /** A refusal because of one field or parameter. */
    public static Problem of(ProblemCode code, String pointer, String message) {
        return new Problem(code, message, List.of(new Violation(pointer, message)), Map.of());
    }

    /** Nothing of that id is visible to the caller. */
    public static Problem notFound(String what, UUID id) {
        return new Problem(ProblemCode.NOT_FOUND, "There is no %s %s.".formatted(what, id));
    }
}
