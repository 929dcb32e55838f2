/** Who can do it, and is here: workers with their skills, capacity, presence, load and fair share. */
@ApplicationModule(allowedDependencies = {"shared", "messaging", "identity", "skill"})
@NullMarked
package dev.warren.server.workforce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
