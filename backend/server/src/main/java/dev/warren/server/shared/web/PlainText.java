package dev.warren.server.shared.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * Text that people may read safely: no control characters, no half surrogates, nothing that reverses the direction of
 * what follows. Emoji and every script pass unchanged; null is left to {@code @NotNull} and {@code @NotBlank}.
 */
@Documented
@Constraint(validatedBy = PlainTextValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    /** The longest allowed, in code points. */
    int max() default 255;

    /** Whether tabs and line breaks may occur. */
    boolean multiline() default false;

    String message() default "must be plain text of at most {max} characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
