package dev.warren.server.dispatch.strategy;

import java.util.Comparator;
import java.util.UUID;

/** Orders ids byte by byte, as the database orders them; {@link UUID#compareTo} compares signed and differs. */
final class UuidOrder {

    static final Comparator<UUID> BY_BYTES = (a, b) -> {
        var high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };

    private UuidOrder() {}
}
