/**
 * The one writer of this server, the event log (audit trail, event store and outbox in one table), its relay to
 * RabbitMQ, and the names and declarations of everything on the broker.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package dev.warren.server.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
