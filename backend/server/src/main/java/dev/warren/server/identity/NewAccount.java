package dev.warren.server.identity;

import java.util.Locale;
import java.util.Set;

/**
 * An account to be made.
 *
 * @param username kept in lower case: it is unique whatever the case
 * @param passwordHash from {@link Accounts#hash}
 * @param roles at least one
 */
public record NewAccount(String username, String displayName, String passwordHash, Set<Role> roles) {

    public NewAccount {
        username = username.toLowerCase(Locale.ROOT);
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("an account without a role could do nothing");
        }
    }
}
