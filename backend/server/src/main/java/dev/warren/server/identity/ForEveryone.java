package dev.warren.server.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A handler, or a whole controller, for everybody who is signed in. */
@Documented
@AllowedTo({Role.ADMIN, Role.MANAGER, Role.EMPLOYEE})
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ForEveryone {}
