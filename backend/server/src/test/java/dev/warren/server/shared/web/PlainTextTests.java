package dev.warren.server.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    record Note(
            @Nullable @PlainText(max = 20) String line,
            @Nullable @PlainText(max = 20, multiline = true) String text) {}

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "plain",
                "Grüße",
                "日本語",
                "עברית",
                "🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇🐇",
                "👩‍🚒️",
                "'; DROP TABLE x; --",
                "<b>"
            })
    void passesWhatPeopleWrite(@Nullable String text) {
        assertThat(VALIDATOR.validate(new Note(text, text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000",
                "\u0007",
                "\u001b[2J",
                "a\u007f",
                "\u0085",
                "\ud800",
                "\udc00x",
                "a\u202eb",
                "\u2066",
                "\ufffe",
                "twenty-one characters"
            })
    void refusesWhatWouldFoolThem(String text) {
        assertThat(VALIDATOR.validate(new Note(text, text))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\tb", "a\u2028b"})
    void lineBreaksBelongIntoTextOfSeveralLines(String text) {
        assertThat(VALIDATOR.validate(new Note(text, text)))
                .singleElement()
                .satisfies(it -> assertThat(it.getPropertyPath()).hasToString("line"));
    }
}
