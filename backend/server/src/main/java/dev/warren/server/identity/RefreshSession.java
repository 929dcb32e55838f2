package dev.warren.server.identity;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A browser that is signed in, and the family of refresh tokens that keeps it so. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@SuppressWarnings("NullAway.Init") // Hibernate fills what its constructor leaves empty
class RefreshSession implements Persistable<UUID> {

    static final Duration IDLE = Duration.ofMinutes(30);

    static final Duration ABSOLUTE = Duration.ofHours(12);
    /** How long an answer may have been lost on the way before a repeated token means theft. */
    private static final Duration LOST_ANSWER = Duration.ofSeconds(10);

    @Id
    private UUID id;

    private UUID account;
    private byte[] family;
    private byte[] currentToken;
    private byte @Nullable [] previousToken;
    private Instant createdAt;
    private Instant rotatedAt;

    @Transient
    private boolean stored;

    RefreshSession(UUID id, UUID account, RefreshToken first, Instant now) {
        this.id = id;
        this.account = account;
        this.family = first.familyHash();
        this.currentToken = first.hash();
        this.createdAt = now;
        this.rotatedAt = now;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(endsAt()) || !now.isBefore(rotatedAt.plus(IDLE));
    }

    Instant endsAt() {
        return createdAt.plus(ABSOLUTE);
    }

    /** Takes a token for its successor; false when the token was used up before, so that somebody else has it too. */
    boolean rotate(RefreshToken presented, RefreshToken successor, Instant now) {
        var hash = presented.hash();
        if (MessageDigest.isEqual(hash, currentToken)) {
            previousToken = currentToken;
            currentToken = successor.hash();
            rotatedAt = now;
            return true;
        }
        return previousToken != null
                && MessageDigest.isEqual(hash, previousToken)
                && !now.isAfter(rotatedAt.plus(LOST_ANSWER));
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void markStored() {
        stored = true;
    }
}
