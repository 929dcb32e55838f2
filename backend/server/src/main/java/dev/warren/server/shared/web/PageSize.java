package dev.warren.server.shared.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How many items a page may hold: {@code @RequestParam(defaultValue = PageSize.DEFAULT) @PageSize int size}. */
@Min(1)
@Max(200)
@ReportAsSingleViolation
@Documented
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface PageSize {

    String DEFAULT = "50";

    String message() default "must be from 1 to 200";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
