/** Who gets what, and when: the lease of a queue, the rounds, and the records of why. */
@ApplicationModule(
        allowedDependencies = {"shared", "messaging", "identity", "skill", "task", "workforce", "assignment"})
@NullMarked
package dev.warren.server.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
