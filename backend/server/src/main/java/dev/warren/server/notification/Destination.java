package dev.warren.server.notification;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.Role;

/** All that can be subscribed to, and by whom. What is not in this table is forbidden. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
enum Destination {
    FEED("/user/queue/feed", EnumSet.allOf(Role.class)),
    TASKS("/topic/tasks", EnumSet.of(Role.ADMIN, Role.MANAGER)),
    STATISTICS("/topic/statistics", EnumSet.of(Role.ADMIN, Role.MANAGER));

    private final String path;
    private final Set<Role> readers;

    String path() {
        return path;
    }

    boolean isOpenTo(Collection<Role> roles) {
        return roles.stream().anyMatch(readers::contains);
    }

    static Optional<Destination> of(String path) {
        return Arrays.stream(values()).filter(it -> it.path.equals(path)).findAny();
    }
}
