/**
 * What operators look at: the health of this server and its dependencies, the dead letters, and whatever else needs a
 * human.
 */
@ApplicationModule(
        allowedDependencies = {"shared", "messaging", "identity", "skill", "task", "workforce", "assignment"})
@NullMarked
package dev.warren.server.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
