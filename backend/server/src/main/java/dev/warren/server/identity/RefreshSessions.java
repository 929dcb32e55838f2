package dev.warren.server.identity;

import java.time.Clock;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.Sql;

/** Opens, prolongs and ends the sessions of accounts. */
@Slf4j
@Service
@RequiredArgsConstructor
class RefreshSessions {

    private static final int MAX_PER_ACCOUNT = 5;

    private final RefreshSessionRepository sessions;
    private final AccountRepository accounts;
    private final AccessTokens tokens;
    private final TokenVerifier verifier;
    private final SecuritySettings settings;
    private final Clock clock;

    /** Both tokens of a session, and whose it is. */
    record Tokens(String access, RefreshToken refresh, CurrentUser user) {}

    /** Opens a session; the oldest ends when the account has too many. */
    @Transactional
    Tokens open(UUID accountId) {
        var now = Sql.micros(clock.instant());
        var account = accounts.lock(accountId).orElseThrow(() -> Problem.notFound("account", accountId));
        var open = sessions.findByAccountOrderByCreatedAtDescIdDesc(accountId);
        for (int i = 0; i < open.size(); i++) {
            if (i >= MAX_PER_ACCOUNT - 1 || open.get(i).isOver(now)) {
                end(open.get(i));
            }
        }
        var refresh = RefreshToken.first();
        var session = sessions.save(new RefreshSession(Ids.next(), accountId, refresh, now));
        return new Tokens(tokens.issue(account, session.getId(), session.endsAt()), refresh, account.user());
    }

    /** Takes a refresh token for the next pair; null when it is not, or no longer, good for one. */
    @Transactional
    @Nullable
    Tokens rotate(RefreshToken presented) {
        var now = Sql.micros(clock.instant());
        var session = sessions.lockByFamily(presented.familyHash()).orElse(null);
        if (session == null) {
            return null;
        }
        var account = accounts.findById(session.getAccount()).orElseThrow();
        var successor = presented.successor(settings.signingKey());
        if (session.isOver(now) || !account.isEnabled()) {
            end(session);
            return null;
        }
        if (!session.rotate(presented, successor, now)) {
            log.error(
                    "A refresh token of account {} was used twice: it may have been stolen. Its session {} is ended.",
                    account.getUsername(),
                    session.getId());
            end(session);
            return null;
        }
        return new Tokens(tokens.issue(account, session.getId(), session.endsAt()), successor, account.user());
    }

    /** Ends the session of a refresh token, if there is one. */
    @Transactional
    void end(RefreshToken presented) {
        sessions.lockByFamily(presented.familyHash()).ifPresent(this::end);
    }

    /** Signs an account out everywhere. */
    @Transactional
    void endAll(UUID account) {
        accounts.lock(account).ifPresent(Account::endAllTokens);
        sessions.deleteAllOf(account);
        verifier.forget(account);
    }

    private void end(RefreshSession session) {
        sessions.delete(session);
        verifier.forget(session.getAccount());
    }
}
