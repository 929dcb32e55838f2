package dev.warren.server.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.warren.server.identity.Role;

class DestinationTests {

    @ParameterizedTest
    @CsvSource({
        "/user/queue/feed,  ADMIN,    true",
        "/user/queue/feed,  MANAGER,  true",
        "/user/queue/feed,  EMPLOYEE, true",
        "/topic/tasks,      ADMIN,    true",
        "/topic/tasks,      MANAGER,  true",
        "/topic/tasks,      EMPLOYEE, false",
        "/topic/statistics, ADMIN,    true",
        "/topic/statistics, MANAGER,  true",
        "/topic/statistics, EMPLOYEE, false",
    })
    void isOpenToTheRolesOfTheTable(String path, Role role, boolean open) {
        assertThat(Destination.of(path))
                .hasValueSatisfying(it -> assertThat(it.isOpenTo(Set.of(role))).isEqualTo(open));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/user/queue/feed/",
                "/user/queue/*",
                "/user/0190/queue/feed",
                "/queue/feed-user123",
                "/topic/**",
                "/topic/tasks/1",
                "/TOPIC/TASKS",
                "/amq/queue/x",
                "/exchange/warren.events",
                "/temp-queue/x",
            })
    void knowsNothingElse(String path) {
        assertThat(Destination.of(path)).isEmpty();
    }
}
