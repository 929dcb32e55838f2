/** The vocabulary of what somebody can do: skills by name. Both tasks (which need them) and workers (who have them) use it. */
@ApplicationModule(allowedDependencies = {"shared", "identity"})
@NullMarked
package dev.warren.server.skill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
