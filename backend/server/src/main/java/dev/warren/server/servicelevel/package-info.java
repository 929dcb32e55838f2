/**
 * What queues promise: business calendars, targets for each priority, the deadline of every open task, and how well the
 * promises were kept.
 */
@ApplicationModule(allowedDependencies = {"shared", "messaging", "identity", "skill", "task", "workforce"})
@NullMarked
package dev.warren.server.servicelevel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
