/**
 * Accounts, roles and tokens: who somebody is, and what each handler of the API is open to. Says nothing of people at
 * work; other modules know an account by its id.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package dev.warren.server.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
