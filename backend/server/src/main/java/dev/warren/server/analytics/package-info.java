/**
 * How it goes: how many tasks are where, by counters that change in the transaction of the change; the last minutes, waits
 * and fairness, by bounded reads.
 */
@ApplicationModule(allowedDependencies = {"shared", "messaging", "identity", "task", "workforce", "assignment"})
@NullMarked
package dev.warren.server.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
