/**
 * What people are told: the feed of each account, contiguous and kept in the database, and its push over STOMP, which may
 * lose a frame because the feed heals it.
 */
@ApplicationModule(allowedDependencies = {"shared", "messaging", "identity", "task", "workforce", "dispute"})
@NullMarked
package dev.warren.server.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
