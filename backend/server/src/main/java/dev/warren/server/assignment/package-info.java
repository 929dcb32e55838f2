/** From the offer to the end of the work: who has which task, and what they report. */
@ApplicationModule(allowedDependencies = {"shared", "messaging", "identity", "skill", "task", "workforce"})
@NullMarked
package dev.warren.server.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
