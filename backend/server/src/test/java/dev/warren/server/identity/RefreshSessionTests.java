package dev.warren.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshSessionTests {

    private static final SecretKey KEY = key("0123456789abcdef0123456789abcdef");
    private static final Instant START = Instant.parse("2026-01-31T08:00:00Z");

    private final RefreshToken first = RefreshToken.first();
    private final RefreshToken second = first.successor(KEY);
    private final RefreshToken third = second.successor(KEY);
    private final RefreshSession session = new RefreshSession(UUID.randomUUID(), UUID.randomUUID(), first, START);

    @Test
    void eachTokenIsGoodForItsSuccessor() {
        assertThat(session.rotate(first, second, START.plusSeconds(60))).isTrue();
        assertThat(session.rotate(second, third, START.plusSeconds(120))).isTrue();
        assertThat(session.getCurrentToken()).isEqualTo(third.hash());
    }

    @Test
    void aLostAnswerIsGivenAgainForTenSeconds() {
        session.rotate(first, second, START);

        assertThat(session.rotate(first, second, START.plusSeconds(10))).isTrue();
        assertThat(session.getCurrentToken()).isEqualTo(second.hash());
        assertThat(session.rotate(first, second, START.plusSeconds(10).plusNanos(1)))
                .isFalse();
    }

    @Test
    void aTokenFromBeforeTheLastIsRefusedAtOnce() {
        session.rotate(first, second, START);
        session.rotate(second, third, START);

        assertThat(session.rotate(first, second, START)).isFalse();
    }

    @Test
    void anotherTokenOfTheFamilyIsRefused() {
        assertThat(session.rotate(second, third, START)).isFalse();
    }

    @Test
    void endsWhenUnusedForHalfAnHourAndAfterTwelveHoursInAnyCase() {
        assertThat(session.isOver(START.plus(Duration.ofMinutes(30)).minusNanos(1)))
                .isFalse();
        assertThat(session.isOver(START.plus(Duration.ofMinutes(30)))).isTrue();

        session.rotate(first, second, START.plus(Duration.ofHours(12)).minusSeconds(1));

        assertThat(session.isOver(START.plus(Duration.ofHours(12)).minusNanos(1)))
                .isFalse();
        assertThat(session.isOver(START.plus(Duration.ofHours(12)))).isTrue();
    }

    @Test
    void theSuccessorFollowsFromTheKeyAlone() {
        assertThat(first.successor(KEY)).isEqualTo(second);
        assertThat(first.successor(key("another key, just as long as this"))).isNotEqualTo(second);
        assertThat(second.familyHash()).isEqualTo(first.familyHash());
    }

    @Test
    void readsItsOwnFormAndDoesNotShowIt() {
        assertThat(RefreshToken.parse(first.value())).isEqualTo(first);
        assertThat(first).asString().doesNotContain(first.value());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "short",
                "not base64 at all ….…",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="
            })
    void takesNothingElseForAToken(@Nullable String value) {
        assertThat(RefreshToken.parse(value)).isNull();
    }

    private static SecretKey key(String text) {
        return new SecretKeySpec(text.getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
    }
}
