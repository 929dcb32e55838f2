package dev.warren.server.shared.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

import org.jspecify.annotations.Nullable;

/** Checks {@link PlainText}; says which character is refused. */
public class PlainTextValidator implements ConstraintValidator<PlainText, CharSequence> {

    private int max;
    private boolean multiline;

    @Override
    public void initialize(PlainText rule) {
        max = rule.max();
        multiline = rule.multiline();
    }

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        if (text.codePoints().count() > max) {
            return false;
        }
        var refused = text.codePoints().filter(this::isRefused).findFirst();
        refused.ifPresent(it -> {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("must not contain the character U+%04X".formatted(it))
                    .addConstraintViolation();
        });
        return refused.isEmpty();
    }

    private boolean isRefused(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> !(multiline && (character == '\n' || character == '\r' || character == '\t'));
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> !multiline;
            case Character.SURROGATE -> true;
            case Character.FORMAT ->
                (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
            default -> (character & 0xFFFE) == 0xFFFE;
        };
    }
}
