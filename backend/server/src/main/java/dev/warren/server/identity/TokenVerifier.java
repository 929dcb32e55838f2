package dev.warren.server.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Service;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/**
 * Says who an access token stands for. Whether the account and the session still hold is asked of the database, and
 * believed for four seconds.
 */
@Slf4j
@Service
@RequiredArgsConstructor
public class TokenVerifier {

    private static final Duration BELIEVED = Duration.ofSeconds(4);
    private static final int MANY = 10_000;

    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    private final AccessTokens tokens;
    private final JdbcClient database;
    private final Clock clock;

    private record Key(UUID account, UUID session) {}

    private record Known(CurrentUser user, int tokenVersion, Instant askedAt) {}

    /**
     * Verifies a token, of a request or of a STOMP CONNECT frame.
     *
     * @throws Problem {@code unauthenticated} when it is not ours, too old, or its session or account has ended
     */
    public CurrentUser verify(String token) {
        try {
            var claims = tokens.read(token);
            var holder = holder(new Key(claims.account(), claims.session()));
            if (holder != null && holder.tokenVersion() == claims.tokenVersion()) {
                return holder.user();
            }
            log.info("Refused a token of account {}: it has been ended", claims.account());
        } catch (JwtException e) {
            log.info("Refused a token: {}", e.getMessage());
        }
        throw new Problem(ProblemCode.UNAUTHENTICATED, "The access token is not valid, or not any more.");
    }

    /** Forgets, on this server, what it believes of an account. */
    void forget(UUID account) {
        known.keySet().removeIf(it -> it.account().equals(account));
    }

    private @Nullable Known holder(Key key) {
        var now = clock.instant();
        var holder = known.get(key);
        if (holder != null && holder.askedAt().plus(BELIEVED).isAfter(now)) {
            return holder;
        }
        if (known.size() > MANY) {
            known.values().removeIf(it -> it.askedAt().plus(BELIEVED).isBefore(now));
        }
        holder = ask(key, now);
        if (holder == null) {
            known.remove(key);
        } else {
            known.put(key, holder);
        }
        return holder;
    }

    private @Nullable Known ask(Key key, Instant now) {
        return database.sql("""
                        SELECT a.username, a.display_name, a.roles, a.token_version
                          FROM account a JOIN refresh_session s ON s.account = a.id
                         WHERE a.id = ? AND s.id = ? AND a.enabled
                        """)
                .param(Ids.bytes(key.account()))
                .param(Ids.bytes(key.session()))
                .query((row, number) -> new Known(
                        new CurrentUser(
                                key.account(),
                                row.getString("username"),
                                row.getString("display_name"),
                                new Account.RoleSet().convertToEntityAttribute(row.getString("roles"))),
                        row.getInt("token_version"),
                        now))
                .optional()
                .orElse(null);
    }
}
