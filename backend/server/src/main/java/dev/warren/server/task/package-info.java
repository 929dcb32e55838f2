/** What is to be done: tasks, their lifecycle, the queues they wait in, and the ways they come into being. */
@ApplicationModule(allowedDependencies = {"shared", "messaging", "identity", "skill"})
@NullMarked
package dev.warren.server.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
