package dev.warren.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.warren.server.shared.SettingRefused;

class SecuritySettingsTests {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "  ",
                "a passphrase that is long enough but not base64",
                "c2hvcnQ=",
                "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMQ=="
            })
    @SuppressWarnings("NullAway") // what the binder does when nothing is configured
    void refusesKeysThatAreMissingShortOrNotBase64WithoutRepeatingThem(@Nullable String key) {
        var settings = new SecuritySettings(key, false, 10, null);

        assertThatThrownBy(settings::signingKey)
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("warren.security.token-key")
                .satisfies(it -> {
                    if (key != null && !key.isBlank()) {
                        assertThat(it).hasMessageNotContaining(key);
                    }
                });
    }

    @Test
    void takesAKeyOf256Bits() {
        var settings = new SecuritySettings(Base64.getEncoder().encodeToString(new byte[32]), false, 10, null);

        assertThat(settings.signingKey().getEncoded()).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 9, 15, 31})
    void refusesHashesThatAreTooWeakOrTooSlow(int strength) {
        assertThatThrownBy(() -> new SecuritySettings("", false, strength, null))
                .isInstanceOf(SettingRefused.class);
    }
}
