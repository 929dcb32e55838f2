package dev.warren.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

class PasswordsTests {

    private final Passwords passwords = new Passwords(new SecuritySettings("", false, 10, null));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "seven 7",
                "password",
                "PassWord1",
                "12345678",
                "aaaaaaaaaaaa",
                "abababababab",
                "i am ada.lovelace",
                "ADA.LOVELACE42",
                "warren123",
                "seventy-three bytes: 4567890123456789012345678901234567890123456789012345",
                "🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇"
            })
    void refusesWhatOthersWouldGuessOrBcryptWouldCut(String password) {
        assertThatThrownBy(() -> passwords.check("ada.lovelace", password))
                .isInstanceOfSatisfying(Problem.class, it -> {
                    assertThat(it.getCode()).isEqualTo(ProblemCode.INVALID_FIELD);
                    assertThat(it.getViolations())
                            .singleElement()
                            .satisfies(
                                    violation -> assertThat(violation.pointer()).isEqualTo("/password"));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eight 8!",
                "fifteen letters",
                "sixty-four characters are not too many for anybody who types so",
                "pässwört mit ümläuten",
                "drei 🐇 im Bau"
            })
    void takesEveryOtherPasswordAndKnowsItAgain(String password) {
        passwords.check("ada.lovelace", password);

        var hash = passwords.hash(password);

        assertThat(hash).startsWith("$2a$10$");
        assertThat(passwords.matches(password, hash)).isTrue();
        assertThat(passwords.matches(password + " ", hash)).isFalse();
    }

    @Test
    void aShortNameMayOccurInAPassword() {
        passwords.check("al", "a signal from afar");
    }

    @Test
    void nobodyHasAPassword() {
        assertThat(passwords.matches("the password of an account that does not exist", null))
                .isFalse();
    }
}
