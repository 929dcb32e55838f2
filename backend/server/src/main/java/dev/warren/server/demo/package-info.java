/**
 * The demo: accounts, tasks and a simulator to try Warren with, in the profile {@code demo} only; and what a server tells
 * guests of itself, which is where they learn of it.
 */
@ApplicationModule(allowedDependencies = {"shared", "identity", "skill", "task", "workforce", "assignment"})
@NullMarked
package dev.warren.server.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
