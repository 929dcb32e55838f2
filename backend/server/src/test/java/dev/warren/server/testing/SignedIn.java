package dev.warren.server.testing;

import java.util.Set;
import java.util.UUID;

import dev.warren.server.identity.Accounts;
import dev.warren.server.identity.NewAccount;
import dev.warren.server.identity.Role;
import dev.warren.server.shared.Ids;

/** Somebody with an account of their own who has signed in. */
public record SignedIn(UUID id, String token) {

    private static final String PASSWORD = "correct horse battery";

    public static SignedIn signIn(Accounts accounts, Api api, Role... roles) {
        var name = "p" + Ids.next().toString().replace("-", "");
        var id = accounts.create(new NewAccount(name, name, accounts.hash(name, PASSWORD), Set.of(roles)));
        return new SignedIn(
                id, api.signIn(name, PASSWORD).body().path("accessToken").asString());
    }

    /** The headers of a request by this person. */
    public String[] bearer() {
        return new String[] {"Authorization", "Bearer " + token};
    }
}
