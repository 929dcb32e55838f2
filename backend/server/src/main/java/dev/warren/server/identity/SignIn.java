package dev.warren.server.identity;

import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Service;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import dev.warren.server.identity.Throttle.Allowance;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/**
 * Signs in by password. Only failures count against an allowance, so any number of people may sign in from one address.
 * The hashes of a server are worked on by as many threads as it has processors: the rest of the server goes on, and
 * parallel guesses cannot get far ahead of the count.
 */
@Slf4j
@Service
@RequiredArgsConstructor
class SignIn {

    private static final int PATIENCE_SECONDS = 20;

    private final Semaphore hashing =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final Throttle throttle;
    private final RefreshSessions sessions;

    /**
     * Opens a session.
     *
     * @throws Problem {@code bad-credentials}, the same for a wrong name, a wrong password and a disabled account;
     *     {@code too-many-requests} after too many of those
     */
    RefreshSessions.Tokens signIn(String username, String password, String address) {
        var name = username.toLowerCase(Locale.ROOT);
        enter();
        try {
            throttle.check(Allowance.ADDRESS, address);
            throttle.check(Allowance.ACCOUNT, name);
            var account = accounts.findByUsername(name).orElse(null);
            boolean right = passwords.matches(password, account == null ? null : account.getPasswordHash());
            if (account == null || !right || !account.isEnabled()) {
                throttle.spend(Allowance.ADDRESS, address);
                throttle.spend(Allowance.ACCOUNT, name);
                log.info("Sign-in of {} from {} refused", name, address);
                throw new Problem(ProblemCode.BAD_CREDENTIALS, "User name or password is wrong.");
            }
            log.info("{} signed in from {}", name, address);
            return sessions.open(account.getId());
        } finally {
            hashing.release();
        }
    }

    private void enter() {
        try {
            if (hashing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Problem(ProblemCode.OVERLOADED, "Too many sign in at the same time. Try again shortly.");
    }
}
