package dev.warren.server.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Makes and reads access tokens: signed with HS256, for ten minutes, void with their session or account. */
@Component
class AccessTokens {

    static final Duration LIFE = Duration.ofMinutes(10);

    private static final Duration LEEWAY = Duration.ofSeconds(20);
    private static final int MANY = 10_000;
    private static final String NAME = "warren";
    private static final String KIND = "access";

    private final JwtEncoder encoder;
    private final NimbusJwtDecoder decoder;
    private final Clock clock;

    /** What was checked lately: the same token comes with every request of its holder. */
    private final Map<String, Checked> checked = new ConcurrentHashMap<>();

    AccessTokens(SecuritySettings settings, Clock clock) {
        var key = settings.signingKey();
        this.clock = clock;
        this.encoder = NimbusJwtEncoder.withSecretKey(key)
                .algorithm(MacAlgorithm.HS256)
                .build();
        this.decoder = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        var time = new JwtTimestampValidator(LEEWAY);
        time.setClock(clock);
        time.setAllowEmptyExpiryClaim(false);
        time.setAllowEmptyNotBeforeClaim(false);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                time,
                new JwtClaimValidator<String>("iss", NAME::equals),
                new JwtClaimValidator<List<String>>("aud", it -> List.of(NAME).equals(it)),
                new JwtClaimValidator<String>("typ", KIND::equals))));
    }

    /** What a token says. */
    record Claims(UUID account, UUID session, long tokenVersion) {}

    private record Checked(Claims claims, Instant until) {}

    /** A token for a session; it never outlives the session. */
    String issue(Account account, UUID session, Instant sessionEnds) {
        var now = clock.instant();
        var ends = now.plus(LIFE);
        var claims = JwtClaimsSet.builder()
                .issuer(NAME)
                .audience(List.of(NAME))
                .subject(account.getId().toString())
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(ends.isBefore(sessionEnds) ? ends : sessionEnds)
                .claim("typ", KIND)
                .claim("sid", session.toString())
                .claim("ver", account.getTokenVersion())
                .claim(
                        "roles",
                        account.getRoles().stream().map(Role::name).sorted().toList())
                .build();
        var header = JwsHeader.with(MacAlgorithm.HS256).type("JWT").build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    /**
     * Checks signature, time, issuer, audience and kind.
     *
     * @throws JwtException when any of them is wrong
     */
    Claims read(String token) {
        var now = clock.instant();
        var known = checked.get(token);
        if (known != null && now.isBefore(known.until())) {
            return known.claims();
        }
        var jwt = decoder.decode(token);
        var claims = new Claims(id(jwt, "sub"), id(jwt, "sid"), version(jwt));
        if (checked.size() >= MANY) {
            checked.clear();
        }
        checked.put(token, new Checked(claims, Objects.requireNonNull(jwt.getExpiresAt())));
        return claims;
    }

    private static UUID id(Jwt jwt, String claim) {
        try {
            return UUID.fromString(jwt.getClaimAsString(claim));
        } catch (RuntimeException e) {
            throw new JwtException("claim " + claim + " is no id", e);
        }
    }

    private static long version(Jwt jwt) {
        if (jwt.getClaim("ver") instanceof Number version) {
            return version.longValue();
        }
        throw new JwtException("claim ver is no number");
    }
}
