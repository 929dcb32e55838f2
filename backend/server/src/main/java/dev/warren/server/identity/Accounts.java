package dev.warren.server.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.Sql;

/** The accounts, for other modules. */
@Slf4j
@Service
@RequiredArgsConstructor
public class Accounts {

    private final AccountRepository accounts;
    private final RefreshSessionRepository sessions;
    private final Passwords passwords;
    private final TokenVerifier verifier;
    private final Clock clock;

    /**
     * Hashes a password for {@link NewAccount}. Takes some 50 ms by intent: call it before a transaction, never in one.
     *
     * @throws Problem {@code invalid-field} at {@code /password} when the password is too weak
     */
    public String hash(String username, String password) {
        passwords.check(username, password);
        return passwords.hash(password);
    }

    /**
     * Makes an account, in the caller's transaction where there is one. Written at once, so that a name that is taken
     * shows here and not at the commit.
     *
     * @throws Problem {@code already-exists} at {@code /username}; the transaction cannot be used further if two made
     *     the same name at the same time
     */
    @Transactional
    public UUID create(NewAccount account) {
        if (accounts.existsByUsername(account.username())) {
            throw taken(account);
        }
        try {
            var made = new Account(Ids.next(), account, Sql.micros(clock.instant()));
            return accounts.saveAndFlush(made).getId();
        } catch (DataIntegrityViolationException e) {
            log.debug("Two made the account {} at the same time", account.username(), e);
            throw taken(account);
        }
    }

    private static Problem taken(NewAccount account) {
        return Problem.of(
                ProblemCode.ALREADY_EXISTS,
                "/username",
                "There is an account %s already.".formatted(account.username()));
    }

    @Transactional(readOnly = true)
    public Optional<CurrentUser> find(UUID id) {
        return accounts.findById(id).map(Account::user);
    }

    /** Finds by name, whatever its case. */
    @Transactional(readOnly = true)
    public Optional<CurrentUser> find(String username) {
        return accounts.findByUsername(username.toLowerCase(Locale.ROOT)).map(Account::user);
    }

    /** Admins and managers who may sign in. */
    @Transactional(readOnly = true)
    public List<UUID> managing() {
        return accounts.managing().stream().map(Account::getId).toList();
    }

    /** Those of the accounts who may sign in, and all who may and have one of the roles, which are not EMPLOYEE. */
    @Transactional(readOnly = true)
    public List<UUID> reachable(Collection<UUID> ids, Set<Role> roles) {
        var named = accounts.findAllById(ids).stream().filter(Account::isEnabled);
        var managing =
                accounts.managing().stream().filter(it -> it.getRoles().stream().anyMatch(roles::contains));
        return Stream.concat(named, managing).map(Account::getId).distinct().toList();
    }

    /** Those of the accounts as which somebody is signed in, on whatever server. */
    @Transactional(readOnly = true)
    public Set<UUID> signedIn(Collection<UUID> ids) {
        var now = clock.instant();
        return sessions.open(ids, now.minus(RefreshSession.IDLE), now.minus(RefreshSession.ABSOLUTE));
    }

    @Transactional(readOnly = true)
    public boolean exists(UUID id) {
        return accounts.existsById(id);
    }

    /** Lets an account sign in or keeps it out; what is signed in already ends within five seconds, on every server. */
    @Transactional
    public void setEnabled(UUID id, boolean enabled) {
        locked(id).setEnabled(enabled);
        verifier.forget(id);
    }

    /** Makes all access tokens of the account void within five seconds, on every server. */
    @Transactional
    public void endAllTokens(UUID id) {
        locked(id).endAllTokens();
        verifier.forget(id);
    }

    private Account locked(UUID id) {
        return accounts.lock(id).orElseThrow(() -> Problem.notFound("account", id));
    }
}
