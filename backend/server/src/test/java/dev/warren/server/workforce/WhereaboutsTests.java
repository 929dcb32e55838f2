package dev.warren.server.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

class WhereaboutsTests {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "AVAILABLE,,,",
        "BUSY,,,",
        "OFFLINE,,,",
        "MEETING,,,",
        "MEETING,,, 2026-03-02T12:30:00Z",
        "BREAK,,,",
        "BREAK, SHORT,,",
        "BREAK, LUNCH,, 2026-03-02T12:45:00Z",
        "BREAK, OTHER, the dentist, 2026-03-03T12:00:00Z",
        "BREAK, OTHER,,",
    })
    void takesWhatGoesTogether(
            Presence presence, @Nullable BreakKind kind, @Nullable String note, @Nullable Instant until) {
        assertThat(Whereabouts.said(presence, kind, note, until, NOW))
                .isEqualTo(new Whereabouts(presence, null, kind, note, until));
    }

    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE,,,, /status",
        "AVAILABLE, LUNCH,,, /kind",
        "MEETING, OTHER,,, /kind",
        "BREAK, LUNCH, soup,, /note",
        "BREAK,, soup,, /note",
        "AVAILABLE,,, 2026-03-02T12:45:00Z, /until",
        "OFFLINE,,, 2026-03-02T12:45:00Z, /until",
        "BREAK,,, 2026-03-02T12:00:00Z, /until",
        "BREAK,,, 2026-03-03T12:00:01Z, /until",
        "BREAK,,, +1000000000-12-31T23:59:59Z, /until",
    })
    void refusesWhatDoesNot(
            Presence presence,
            @Nullable BreakKind kind,
            @Nullable String note,
            @Nullable Instant until,
            String pointer) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Whereabouts.said(presence, kind, note, until, NOW))
                .returns(ProblemCode.RULE_VIOLATED, Problem::getCode)
                .returns(pointer, it -> it.getViolations().get(0).pointer());
    }

    @Test
    void isOverdueFromTheVeryEnd() {
        var lunch = Whereabouts.said(Presence.BREAK, BreakKind.LUNCH, null, NOW.plusSeconds(60), NOW);

        assertThat(lunch.isOverdue(NOW.plusSeconds(59))).isFalse();
        assertThat(lunch.isOverdue(NOW.plusSeconds(60))).isTrue();
        assertThat(Whereabouts.of(Presence.BREAK).isOverdue(NOW)).isFalse();
        assertThat(lunch.become(Presence.UNREACHABLE, PresenceReason.LOST_CONTACT)
                        .isOverdue(NOW.plusSeconds(60)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Presence.class)
    void countsTimeAtWorkForThoseWhoAreAtWork(Presence presence) {
        assertThat(presence.isAtWork())
                .isEqualTo(
                        switch (presence) {
                            case AVAILABLE, BUSY, MEETING -> true;
                            case BREAK, UNREACHABLE, OFFLINE -> false;
                        });
    }
}
