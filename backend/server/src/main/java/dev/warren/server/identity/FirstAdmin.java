package dev.warren.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;

import javax.crypto.Mac;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import dev.warren.server.identity.Throttle.Allowance;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/**
 * How the first admin comes to be, without any default password: from the settings, or with a token that only those who
 * read the log know. Runs last, so that accounts made at start count.
 */
@Slf4j
@Service
@Order(Ordered.LOWEST_PRECEDENCE)
@RequiredArgsConstructor
class FirstAdmin implements ApplicationRunner {

    private final Accounts accounts;
    private final AccountRepository repository;
    private final Throttle throttle;
    private final SecuritySettings settings;
    private final JdbcClient database;
    private final PlatformTransactionManager transactions;

    @Override
    public void run(ApplicationArguments arguments) {
        if (repository.admins() > 0) {
            return;
        }
        var configured = settings.firstAdmin();
        if (configured == null) {
            log.warn("There is no admin yet. Make one by POST /api/v1/auth/setup with the token {}", token());
            return;
        }
        try {
            create(configured.username(), configured.password());
            log.info("Made the first admin, {}", configured.username());
        } catch (Problem e) {
            log.warn("No first admin was made from warren.security.first-admin: {}", e.getMessage());
        }
    }

    /** Makes the first admin, once; the token stands in the log of the start. */
    CurrentUser setUp(String token, String username, String password, String address) {
        throttle.check(Allowance.ADDRESS, address);
        if (repository.admins() > 0 || !MessageDigest.isEqual(bytes(token), bytes(token()))) {
            throttle.spend(Allowance.ADDRESS, address);
            throw new Problem(ProblemCode.FORBIDDEN, "There is an admin already, or the token is wrong.");
        }
        return create(username, password);
    }

    private CurrentUser create(String username, String password) {
        var account = new NewAccount(username, username, accounts.hash(username, password), Set.of(Role.ADMIN));
        try {
            var id = new TransactionTemplate(transactions).execute(status -> {
                var made = accounts.create(account);
                database.sql("INSERT INTO first_admin (id, account) VALUES (1, ?)")
                        .param(Ids.bytes(made))
                        .update();
                return made;
            });
            return new CurrentUser(id, account.username(), account.displayName(), account.roles());
        } catch (DuplicateKeyException e) {
            log.info("Somebody else made the first admin at the same time");
            throw new Problem(ProblemCode.FORBIDDEN, "There is an admin already.");
        }
    }

    /** The same on every server that has the same key, and after a restart. */
    private String token() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(settings.signingKey());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes("first admin")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
