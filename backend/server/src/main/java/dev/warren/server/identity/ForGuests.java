package dev.warren.server.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A handler, or a whole controller, that needs no sign-in. Its path must be public in {@link SecurityConfiguration} too. */
@Documented
@AllowedTo(
        value = {Role.ADMIN, Role.MANAGER, Role.EMPLOYEE},
        guests = true)
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ForGuests {}
