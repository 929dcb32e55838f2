package dev.warren.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.JwtException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import dev.warren.server.testing.MovableClock;

class AccessTokensTests {

    private static final byte[] KEY =
            "sixty-four bytes, so that it would also do for HS384 and HS512 !".getBytes(StandardCharsets.US_ASCII);
    private static final UUID SESSION = UUID.randomUUID();

    private final MovableClock clock = new MovableClock();
    private final AccessTokens tokens =
            new AccessTokens(new SecuritySettings(Base64.getEncoder().encodeToString(KEY), false, 10, null), clock);

    private final Account account = new Account(
            UUID.randomUUID(), new NewAccount("Ada", "Ada", "hash", Set.of(Role.ADMIN, Role.MANAGER)), Instant.now());

    @Test
    void readsWhatItIssued() {
        var token = issue();

        assertThat(tokens.read(token)).isEqualTo(new AccessTokens.Claims(account.getId(), SESSION, 0));
    }

    @Test
    void tokensEndAfterTenMinutes() {
        var token = issue();

        clock.advance(AccessTokens.LIFE.minusSeconds(1));
        tokens.read(token);
        clock.advance(Duration.ofSeconds(31));

        assertThatThrownBy(() -> tokens.read(token)).isInstanceOf(JwtException.class);
    }

    @Test
    void tokensNeverOutliveTheirSession() {
        var token = tokens.issue(account, SESSION, clock.instant().plusSeconds(60));

        clock.advance(Duration.ofSeconds(91));

        assertThatThrownBy(() -> tokens.read(token)).isInstanceOf(JwtException.class);
    }

    @Test
    void aProperTokenMadeByHandIsRead() throws JOSEException {
        assertThat(tokens.read(sign(header(), proper().build(), KEY)).session()).isEqualTo(SESSION);
    }

    @ParameterizedTest
    @MethodSource("forged")
    void refusesForgedTokens(String token) {
        assertThatThrownBy(() -> tokens.read(token)).isInstanceOf(JwtException.class);
    }

    static Stream<Arguments> forged() throws JOSEException {
        var now = Instant.now();
        var right = sign(header(), proper().build(), KEY);
        var parts = right.split("\\.");
        return Stream.of(
                argumentSet("empty", ""),
                argumentSet("not a token", "a.b.c"),
                argumentSet("no algorithm", new PlainJWT(proper().build()).serialize()),
                argumentSet("no signature", parts[0] + "." + parts[1] + "."),
                argumentSet("another payload", parts[0] + "." + parts[1] + "x." + parts[2]),
                argumentSet("another key", sign(header(), proper().build(), new byte[64])),
                argumentSet("HS384", sign(new JWSHeader(JWSAlgorithm.HS384), proper().build(), KEY)),
                argumentSet("HS512", sign(new JWSHeader(JWSAlgorithm.HS512), proper().build(), KEY)),
                argumentSet(
                        "own key in the header",
                        sign(
                                new JWSHeader.Builder(JWSAlgorithm.HS256)
                                        .keyID("../../dev/null")
                                        .jwkURL(URI.create("http://localhost/keys"))
                                        .build(),
                                proper().build(),
                                new byte[64])),
                argumentSet("expired", signed(proper().expirationTime(Date.from(now.minusSeconds(31))))),
                argumentSet("never expires", signed(proper().expirationTime(null))),
                argumentSet("not valid yet", signed(proper().notBeforeTime(Date.from(now.plusSeconds(40))))),
                argumentSet("not before missing", signed(proper().notBeforeTime(null))),
                argumentSet("another issuer", signed(proper().issuer("warden"))),
                argumentSet("another audience", signed(proper().audience("others"))),
                argumentSet("more audiences", signed(proper().audience(List.of("warren", "others")))),
                argumentSet("refresh", signed(proper().claim("typ", "refresh"))),
                argumentSet("no kind", signed(proper().claim("typ", null))),
                argumentSet("no subject", signed(proper().subject(null))),
                argumentSet("no session", signed(proper().claim("sid", null))),
                argumentSet("subject is no id", signed(proper().subject("ada"))),
                argumentSet("version is text", signed(proper().claim("ver", "0"))));
    }

    private String issue() {
        return tokens.issue(account, SESSION, clock.instant().plus(Duration.ofHours(1)));
    }

    private static JWSHeader header() {
        return new JWSHeader(JWSAlgorithm.HS256);
    }

    private static JWTClaimsSet.Builder proper() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer("warren")
                .audience("warren")
                .subject(UUID.randomUUID().toString())
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("typ", "access")
                .claim("sid", SESSION.toString())
                .claim("ver", 0);
    }

    private static String signed(JWTClaimsSet.Builder claims) throws JOSEException {
        return sign(header(), claims.build(), KEY);
    }

    private static String sign(JWSHeader header, JWTClaimsSet claims, byte[] key) throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(new MACSigner(key));
        return token.serialize();
    }
}
