/** What happened to a task, as the audit trail tells it, with the proof that nothing in it was altered. */
@ApplicationModule(allowedDependencies = {"shared", "messaging", "identity"})
@NullMarked
package dev.warren.server.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
