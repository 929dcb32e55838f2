package dev.warren.server.shared;

import java.util.Locale;

/** Every way in which Warren refuses, with its HTTP status; the name in kebab case is the stable {@code code}. */
public enum ProblemCode {
    MALFORMED_JSON(400),
    UNKNOWN_PROPERTY(400),
    INVALID_FIELD(400),
    INVALID_PARAMETER(400),
    INVALID_IDEMPOTENCY_KEY(400),
    BAD_REQUEST(400),
    UNAUTHENTICATED(401),
    BAD_CREDENTIALS(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    ILLEGAL_TRANSITION(409),
    ALREADY_EXISTS(409),
    NOT_ASSIGNABLE(409),
    NO_SEAT(409),
    CONCURRENT_CHANGE(409),
    OFFER_CLOSED(409),
    UNDO_EXPIRED(409),
    UNDO_OVERTAKEN(409),
    VERSION_MISMATCH(412),
    PAYLOAD_TOO_LARGE(413),
    URI_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    UNKNOWN_SKILL(422),
    UNKNOWN_QUEUE(422),
    RULE_VIOLATED(422),
    IDEMPOTENCY_KEY_REUSED(422),
    TOO_MANY_REQUESTS(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL_ERROR(500),
    DEPENDENCY_DOWN(503),
    OVERLOADED(503);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The stable name that clients may switch on, for example {@code illegal-transition}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
