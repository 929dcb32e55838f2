package dev.warren.server.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the five annotations for handlers are made of; {@link AccessPolicy} reads it. */
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface AllowedTo {

    /** Any one of these suffices. */
    Role[] value();

    /** Whether nobody at all has to be signed in. */
    boolean guests() default false;
}
