package dev.warren.server.identity;

import java.util.Base64;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import dev.warren.server.shared.SettingRefused;

/**
 * Settings under {@code warren.security}.
 *
 * @param tokenKey what tokens are signed with: at least 256 random bits in base64, the same on all servers
 * @param selfRegistration whether anybody may make an EMPLOYEE account for themselves
 * @param bcryptStrength the cost of a password hash, from 10 to 14; each step doubles it
 * @param firstAdmin the account that is made at start as long as there is no admin
 */
@ConfigurationProperties("warren.security")
record SecuritySettings(
        String tokenKey,
        @DefaultValue("false") boolean selfRegistration,
        @DefaultValue("10") int bcryptStrength,
        @Nullable FirstAdmin firstAdmin) {

    private static final String KEY = "warren.security.token-key";

    SecuritySettings {
        if (bcryptStrength < 10 || bcryptStrength > 14) {
            throw new SettingRefused(
                    "warren.security.bcrypt-strength is out of range.", "Choose a number from 10 to 14.");
        }
    }

    /** Both are needed. */
    record FirstAdmin(String username, String password) {

        @SuppressWarnings("NullAway") // the binder leaves null what is not configured
        FirstAdmin {
            if (username == null || password == null || !username.matches(Usernames.FORM)) {
                throw new SettingRefused(
                        "warren.security.first-admin is not complete.",
                        "Set username and password, or neither. The name " + Usernames.RULE + ".");
            }
        }

        @Override
        public String toString() {
            return "FirstAdmin[" + username + "]";
        }
    }

    /** The key, checked. */
    SecretKey signingKey() {
        var bytes = decode();
        if (bytes.length < 32) {
            throw new SettingRefused(
                    KEY + " holds %d bits; at least 256 are needed.".formatted(bytes.length * 8),
                    "Make one with: openssl rand -base64 32");
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    @SuppressWarnings("NullAway") // the binder leaves null what is not configured
    private byte[] decode() {
        if (tokenKey == null || tokenKey.isBlank()) {
            throw new SettingRefused(KEY + " is missing.", "Make one with: openssl rand -base64 32");
        }
        try {
            return Base64.getDecoder().decode(tokenKey.strip());
        } catch (IllegalArgumentException e) {
            var refused = new SettingRefused(KEY + " is not base64.", "Make one with: openssl rand -base64 32");
            refused.initCause(e);
            throw refused;
        }
    }

    @Override
    public String toString() {
        return "SecuritySettings[selfRegistration=%s]".formatted(selfRegistration);
    }
}
