/** What people think was decided wrongly about them, and what they are answered. */
@ApplicationModule(allowedDependencies = {"shared", "messaging", "identity", "task", "workforce", "assignment"})
@NullMarked
package dev.warren.server.dispute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
