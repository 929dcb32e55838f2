package dev.warren.server.assignment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.validation.constraints.NotBlank;

import org.jspecify.annotations.Nullable;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.Sql;
import dev.warren.server.shared.web.PlainText;

/**
 * To put something on hold.
 *
 * @param until when it shall go on by itself: in the future, within 90 days
 */
record PauseRequest(
        @NotBlank @PlainText(max = 500, multiline = true) String reason,

        @Nullable Instant until) {

    private static final Duration LONGEST = Duration.ofDays(90);

    PutOnHold.Pause checked(Clock clock) {
        var now = clock.instant();
        if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST)))) {
            throw Problem.of(
                    ProblemCode.INVALID_FIELD,
                    "/until",
                    "must be in the future and within %d days".formatted(LONGEST.toDays()));
        }
        return new PutOnHold.Pause(reason, until == null ? null : Sql.micros(until));
    }
}
