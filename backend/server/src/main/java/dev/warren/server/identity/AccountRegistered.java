package dev.warren.server.identity;

import java.util.UUID;

/**
 * Somebody registered as an EMPLOYEE. Published in the thread of the registration after its commit: the caller is
 * answered when the listeners are done, and the account stays if one of them fails, so listeners must be able to catch
 * up later.
 */
public record AccountRegistered(UUID id, String username, String displayName) {}
