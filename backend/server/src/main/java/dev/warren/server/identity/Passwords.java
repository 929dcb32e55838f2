package dev.warren.server.identity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/** Which passwords are taken, and how they are kept: bcrypt, whose cost is a setting. */
@Component
class Passwords {

    private static final int MIN_LENGTH = 8;
    /** Bcrypt does not look at what comes after. */
    private static final int MAX_BYTES = 72;
    /** A name shorter than this may occur in any password by chance. */
    private static final int MIN_NAME = 4;

    private static final Set<String> COMMON = CommonPasswords.load();

    private final BCryptPasswordEncoder encoder;
    private final String nobody;

    Passwords(SecuritySettings settings) {
        encoder = new BCryptPasswordEncoder(settings.bcryptStrength());
        nobody = encoder.encode("the password of an account that does not exist");
    }

    /** Refuses a password that others would guess. */
    void check(String username, String password) {
        var lower = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            throw refused("needs at least %d characters".formatted(MIN_LENGTH));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw refused("may have at most %d bytes".formatted(MAX_BYTES));
        }
        if (username.length() >= MIN_NAME && lower.contains(username.toLowerCase(Locale.ROOT))) {
            throw refused("must not contain the user name");
        }
        if (COMMON.contains(lower) || lower.chars().distinct().count() < 3) {
            throw refused("is one of the first that others would try");
        }
    }

    private static Problem refused(String why) {
        return Problem.of(ProblemCode.INVALID_FIELD, "/password", why);
    }

    String hash(String password) {
        return encoder.encode(password);
    }

    /** Works as long for nobody as for somebody. */
    boolean matches(String password, @Nullable String hash) {
        boolean matches = encoder.matches(password, hash == null ? nobody : hash);
        return matches && hash != null && password.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }
}
