package dev.warren.server.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.warren.server.identity.Role;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

class StompSessionTests {

    private static final Instant OPENED = Instant.parse("2026-01-01T00:00:00Z");

    private final StompSession session = new StompSession(OPENED);

    @Test
    void refusesTheFiftyFirstSubscription() {
        for (int i = 0; i < 50; i++) {
            session.subscribe("s" + i, Destination.FEED);
        }

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> session.subscribe("s50", Destination.FEED))
                .returns(ProblemCode.FORBIDDEN, Problem::getCode);
    }

    @Test
    void refusesAnIdThatIsInUseAndTakesItAgainLater() {
        session.subscribe("one", Destination.FEED);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> session.subscribe("one", Destination.TASKS))
                .returns(ProblemCode.FORBIDDEN, Problem::getCode);
        assertThat(session.unsubscribe("one")).isEqualTo(Destination.FEED);
        assertThat(session.unsubscribe("one")).isNull();
        session.subscribe("one", Destination.TASKS);
        assertThat(session.unsubscribeAll()).containsExactly(Destination.TASKS);
    }

    @Test
    void takesAHundredFramesAMinute() {
        for (int i = 0; i < 100; i++) {
            session.received(OPENED.plusSeconds(30));
        }

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> session.received(OPENED.plusSeconds(59)))
                .returns(ProblemCode.TOO_MANY_REQUESTS, Problem::getCode);
        session.received(OPENED.plusSeconds(60));
    }

    @Test
    void isNoLongerOpenToSomebodyWhoLostTheRole() {
        session.subscribe("feed", Destination.FEED);
        assertThat(session.isOpenTo(Set.of(Role.EMPLOYEE))).isTrue();

        session.subscribe("tasks", Destination.TASKS);

        assertThat(session.isOpenTo(Set.of(Role.MANAGER))).isTrue();
        assertThat(session.isOpenTo(Set.of(Role.EMPLOYEE))).isFalse();
    }
}
