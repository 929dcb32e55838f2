package dev.warren.server.view;

import java.time.Instant;
import java.util.UUID;

/**
 * A page as somebody wants to see it again.
 *
 * @param page which page it is of
 * @param query what stands behind the {@code ?} of its address
 * @param shared seen by all managers and admins
 * @param owner the account that made it
 * @param ownerName how that account is called
 */
record SavedView(
        UUID id,
        String name,
        String page,
        String query,
        boolean shared,
        UUID owner,
        String ownerName,
        Instant updatedAt) {}
