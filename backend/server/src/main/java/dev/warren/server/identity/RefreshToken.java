package dev.warren.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

import org.jspecify.annotations.Nullable;

import lombok.extern.slf4j.Slf4j;

/**
 * What the refresh cookie holds: 256 bits that stay for the whole session and name its family, then 256 bits that change
 * with every use. The database knows only hashes of both.
 *
 * @param value 64 bytes in base64url
 */
@Slf4j
record RefreshToken(String value) {

    private static final int HALF = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static RefreshToken first() {
        var bytes = new byte[2 * HALF];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    private static RefreshToken of(byte[] bytes) {
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Null when it cannot be one of ours. */
    static @Nullable RefreshToken parse(@Nullable String value) {
        if (value == null || value.length() > 100) {
            return null;
        }
        try {
            var token = of(Base64.getUrlDecoder().decode(value));
            return token.bytes().length == 2 * HALF && token.value.equals(value) ? token : null;
        } catch (IllegalArgumentException e) {
            log.debug("Not a refresh token", e);
            return null;
        }
    }

    /**
     * The next of the family. It follows from this one and a key that never leaves the servers, so whoever lost the
     * answer gets the same one again, and nobody who only saw this one can tell it.
     */
    RefreshToken successor(SecretKey key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update("refresh".getBytes(StandardCharsets.US_ASCII));
            var next = Arrays.copyOf(bytes(), 2 * HALF);
            System.arraycopy(mac.doFinal(bytes()), 0, next, HALF, HALF);
            return of(next);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] familyHash() {
        return sha256(Arrays.copyOf(bytes(), HALF));
    }

    byte[] hash() {
        return sha256(bytes());
    }

    private byte[] bytes() {
        return Base64.getUrlDecoder().decode(value);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "RefreshToken";
    }
}
