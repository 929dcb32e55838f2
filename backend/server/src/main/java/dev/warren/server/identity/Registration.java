package dev.warren.server.identity;

import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import dev.warren.server.identity.Throttle.Allowance;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/** Lets people make their own account, where that is switched on. It is always an EMPLOYEE. */
@Slf4j
@Service
@RequiredArgsConstructor
public class Registration {

    private final Accounts accounts;
    private final Throttle throttle;
    private final SecuritySettings settings;
    private final ApplicationEventPublisher events;

    /** Whether anybody may make an account. */
    public boolean isOpen() {
        return settings.selfRegistration();
    }

    CurrentUser register(String username, String displayName, String password, String address) {
        if (!isOpen()) {
            throw new Problem(ProblemCode.FORBIDDEN, "Accounts are made by an admin here.");
        }
        throttle.check(Allowance.REGISTRATION, address);
        throttle.spend(Allowance.REGISTRATION, address);
        var account = new NewAccount(username, displayName, accounts.hash(username, password), Set.of(Role.EMPLOYEE));
        var id = accounts.create(account);
        log.info("{} registered from {}", account.username(), address);
        events.publishEvent(new AccountRegistered(id, account.username(), displayName));
        return new CurrentUser(id, account.username(), displayName, account.roles());
    }
}
