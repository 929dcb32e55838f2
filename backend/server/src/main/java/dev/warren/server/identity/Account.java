package dev.warren.server.identity;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** Somebody who may sign in. */
@Entity
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@SuppressWarnings("NullAway.Init") // Hibernate fills what its constructor leaves empty
class Account {

    @Id
    private UUID id;

    private String username;
    private String displayName;
    private String passwordHash;

    @Convert(converter = RoleSet.class)
    private Set<Role> roles;

    private boolean enabled;

    /** Every token names the version it was made at; a step makes all of them void. */
    private int tokenVersion;

    @Column(updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    Account(UUID id, NewAccount template, Instant createdAt) {
        this.id = id;
        this.username = template.username();
        this.displayName = template.displayName();
        this.passwordHash = template.passwordHash();
        this.roles = template.roles();
        this.enabled = true;
        this.createdAt = createdAt;
    }

    CurrentUser user() {
        return new CurrentUser(id, username, displayName, roles);
    }

    /** Also ends what is signed in already. */
    void setEnabled(boolean enabled) {
        this.enabled = enabled;
        endAllTokens();
    }

    void endAllTokens() {
        tokenVersion++;
    }

    /** The roles as words between commas. */
    @Converter
    static class RoleSet implements AttributeConverter<Set<Role>, String> {

        @Override
        public String convertToDatabaseColumn(Set<Role> roles) {
            return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
        }

        @Override
        public Set<Role> convertToEntityAttribute(String words) {
            return Arrays.stream(words.split(",")).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
        }
    }
}
