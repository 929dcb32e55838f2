/** Saved views: the filters of a page that somebody keeps, for themselves or for the team. */
@ApplicationModule(allowedDependencies = {"shared", "identity"})
@NullMarked
package dev.warren.server.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
