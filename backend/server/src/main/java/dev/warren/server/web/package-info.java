/** The web app as this server gives it out: one page for all addresses, and the files that it is made of. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package dev.warren.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
