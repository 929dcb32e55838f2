package dev.warren.server.identity;

import java.util.Set;
import java.util.UUID;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

import com.fasterxml.jackson.annotation.JsonIgnore;

import dev.warren.server.shared.Actor;

/** Who calls. Handlers take it as an argument; it is as fresh as the last five seconds. */
public record CurrentUser(UUID id, String username, String displayName, Set<Role> roles)
        implements AuthenticatedPrincipal {

    /** Who the audit trail names for what this user does. */
    public Actor actor() {
        return new Actor(id, username);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Sees and steers all tasks and people. */
    public boolean mayManage() {
        return is(Role.ADMIN) || is(Role.MANAGER);
    }

    /** As Spring Security and STOMP sessions hold it; its name is the id. */
    public Authentication authentication() {
        var authorities = AuthorityUtils.createAuthorityList(
                roles.stream().map(it -> "ROLE_" + it).toList());
        return UsernamePasswordAuthenticationToken.authenticated(this, null, authorities);
    }

    @Override
    @JsonIgnore
    public String getName() {
        return id.toString();
    }
}
