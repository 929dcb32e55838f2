package dev.warren.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import dev.warren.server.identity.Accounts;
import dev.warren.server.identity.Role;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.SignedIn;

/** Who may call what: every endpoint there is, by everybody there is. */
@IntegrationTest
class RolesIntegrationTests {

    /** The whole API. E, M and A stand for the roles, G for everybody who is not even signed in. */
    private static final String TABLE = """
            POST  /api/v1/auth/login                     G E M A
            POST  /api/v1/auth/refresh                   G E M A
            POST  /api/v1/auth/logout                    G E M A
            POST  /api/v1/auth/logout-everywhere         - E M A
            POST  /api/v1/auth/register                  G E M A
            POST  /api/v1/auth/setup                     G E M A
            GET   /api/v1/about                          G E M A
            GET   /api/v1/health                         G E M A
            GET   /api/v1/me                             - E M A
            GET   /api/v1/me/feed                        - E M A
            GET   /api/v1/me/worker                      - E - -
            GET   /api/v1/me/figures                     - E - -
            PUT   /api/v1/me/presence                    - E - -
            POST  /api/v1/me/wrap-up/end                 - E - -
            GET   /api/v1/me/schedule                    - E - -
            GET   /api/v1/schedule                       - - M A
            POST  /api/v1/schedule/preview               - - - A
            GET   /api/v1/workers/{id}/schedule          - - M A
            PUT   /api/v1/workers/{id}/schedule          - - - A
            GET   /api/v1/me/assignments                 - E - -
            POST  /api/v1/me/assignments/next            - E - -
            POST  /api/v1/me/assignments/batch           - E - -
            POST  /api/v1/me/assignments/{id}/start      - E - -
            POST  /api/v1/me/assignments/{id}/progress   - E - -
            POST  /api/v1/me/assignments/{id}/complete   - E - -
            POST  /api/v1/me/assignments/{id}/fail       - E - -
            POST  /api/v1/me/assignments/{id}/hold       - E - -
            POST  /api/v1/me/assignments/{id}/resume     - E - -
            POST  /api/v1/me/assignments/{id}/return     - E - -
            POST  /api/v1/me/assignments/{id}/transfer   - E - -
            POST  /api/v1/me/assignments/{id}/help       - E - -
            GET   /api/v1/me/assignments/{id}/receivers  - E - -
            GET   /api/v1/me/offers                      - E - -
            POST  /api/v1/me/offers/{id}/accept          - E - -
            POST  /api/v1/me/offers/{id}/decline         - E - -
            GET   /api/v1/coordination                   - - M A
            POST  /api/v1/tasks/{id}/offer-again         - - - A
            GET   /api/v1/calendars                      - - M A
            GET   /api/v1/calendars/{name}               - - M A
            POST  /api/v1/calendars                      - - - A
            PUT   /api/v1/calendars/{name}               - - - A
            DELETE /api/v1/calendars/{name}               - - - A
            GET   /api/v1/queues/{name}/service-levels   - - M A
            PUT   /api/v1/queues/{name}/service-levels   - - - A
            GET   /api/v1/tasks/{id}/service-level       - E M A
            POST  /api/v1/service-levels/of              - - M A
            GET   /api/v1/service-levels                 - - M A
            GET   /api/v1/service-levels/attainment      - - M A
            GET   /api/v1/queues/{name}                  - - M A
            PATCH /api/v1/queues/{name}                  - - - A
            GET   /api/v1/tasks                          - - M A
            POST  /api/v1/tasks                          - - - A
            GET   /api/v1/me/undo                        - - - A
            POST  /api/v1/me/undo/{id}                   - - - A
            GET   /api/v1/me/views                       - - M A
            POST  /api/v1/me/views                       - - M A
            PUT   /api/v1/me/views/{id}                  - - M A
            DELETE /api/v1/me/views/{id}                 - - M A
            GET   /api/v1/tasks/facets                   - - M A
            POST  /api/v1/tasks/batch                    - - - A
            GET   /api/v1/tasks/{id}                     - E M A
            GET   /api/v1/tasks/{id}/why                 - E M A
            GET   /api/v1/tasks/{id}/candidates          - - M A
            POST  /api/v1/tasks/preview                  - - - A
            GET   /api/v1/tasks/{id}/history             - E M A
            GET   /api/v1/tasks/{id}/decision            - E M A
            POST  /api/v1/tasks/{id}/priority            - - - A
            POST  /api/v1/tasks/{id}/retry               - - - A
            POST  /api/v1/tasks/{id}/cancel              - - - A
            POST  /api/v1/tasks/{id}/assign              - - - A
            POST  /api/v1/tasks/{id}/hold                - - - A
            POST  /api/v1/tasks/{id}/resume              - - - A
            POST  /api/v1/tasks/{id}/return              - - - A
            POST  /api/v1/tasks/{id}/move                - - - A
            GET   /api/v1/tasks/{id}/comments            - E M A
            POST  /api/v1/tasks/{id}/comments            - E M A
            POST  /api/v1/tasks/{id}/help/answer         - - M A
            POST  /api/v1/me/assignments/{id}/dispute    - E - -
            GET   /api/v1/me/disputes                    - E - -
            GET   /api/v1/disputes                       - - M A
            POST  /api/v1/disputes/{id}/answer           - - M A
            GET   /api/v1/queues                         - - M A
            POST  /api/v1/queues                         - - - A
            GET   /api/v1/queues/{name}/waiting          - - M A
            GET   /api/v1/queues/{name}/bound            - - M A
            GET   /api/v1/skills                         - - M A
            POST  /api/v1/skills                         - - - A
            GET   /api/v1/workers                        - - M A
            POST  /api/v1/workers                        - - - A
            GET   /api/v1/workers/{id}                   - - M A
            PATCH /api/v1/workers/{id}                   - - - A
            GET   /api/v1/statistics                     - - M A
            GET   /api/v1/statistics/series              - - M A
            GET   /api/v1/statistics/fairness            - - M A
            GET   /api/v1/statistics/waits               - - M A
            GET   /api/v1/attention                      - - M A
            GET   /api/v1/dead-letters                   - - M A
            GET   /api/v1/demo/simulator                 - - - A
            PUT   /api/v1/demo/simulator                 - - - A
            """;

    /** These say 401 about what they are given, not about who calls. */
    private static final Set<String> JUDGES_CREDENTIALS = Set.of("/api/v1/auth/refresh", "/api/v1/auth/login");

    /** One line of the table. */
    record Endpoint(String method, String path, boolean guests, Set<Role> roles) {

        static Endpoint of(String line) {
            var words = line.trim().split("\\s+");
            return new Endpoint(
                    words[0],
                    words[1],
                    words[2].equals("G"),
                    Arrays.stream(Role.values())
                            .filter(it -> Arrays.asList(words)
                                    .subList(3, 6)
                                    .contains(it.name().substring(0, 1)))
                            .collect(Collectors.toSet()));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final Map<Role, SignedIn> PEOPLE = new EnumMap<>(Role.class);

    @Autowired
    Accounts accounts;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @LocalServerPort
    int port;

    static Stream<Endpoint> endpoints() {
        return TABLE.lines().map(Endpoint::of);
    }

    @Test
    void knowsEveryEndpointThereIs() {
        var there = new TreeSet<String>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith("dev.warren.")) {
                for (var path : mapping.getPatternValues()) {
                    mapping.getMethodsCondition().getMethods().forEach(it -> there.add(it + " " + path));
                }
            }
        });

        there.removeIf(it -> !it.contains(" /api/")); // controllers of other tests
        assertThat(endpoints().map(Endpoint::toString)).containsExactlyInAnyOrderElementsOf(there);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void isOpenToThoseWhoMayAndNobodyElse(Endpoint endpoint) {
        var anonymous = call(endpoint);
        if (endpoint.guests()) {
            isOpen(endpoint, anonymous);
        } else {
            assertThat(anonymous.status()).isEqualTo(401);
        }
        for (var role : Role.values()) {
            var answer = call(endpoint, person(endpoint, role).bearer());
            if (endpoint.roles().contains(role)) {
                isOpen(endpoint, answer);
            } else {
                assertThat(answer.status()).as("%s", role).isEqualTo(403);
                assertThat(answer.body().path("code").asString()).isEqualTo("forbidden");
            }
        }
    }

    private static void isOpen(Endpoint endpoint, Api.Answer answer) {
        var closed = JUDGES_CREDENTIALS.contains(endpoint.path()) ? List.of(403) : List.of(401, 403);
        assertThat(answer.status()).as(answer.text()).isNotIn(closed).isLessThan(500);
    }

    /** Whoever ends all sessions is no use for another call. */
    private SignedIn person(Endpoint endpoint, Role role) {
        return endpoint.path().endsWith("logout-everywhere")
                ? SignedIn.signIn(accounts, new Api(port), role)
                : PEOPLE.computeIfAbsent(role, it -> SignedIn.signIn(accounts, new Api(port), it));
    }

    /** Without a body: enough to be let in or not, too little to change anything. */
    private Api.Answer call(Endpoint endpoint, String... headers) {
        var path = endpoint.path().replace("{id}", UUID.randomUUID().toString()).replace("{name}", "default");
        return new Api(port).send(endpoint.method(), path, new byte[0], headers);
    }
}
