package dev.warren.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import dev.warren.server.testing.Api;
import dev.warren.server.testing.IntegrationTest;

@IntegrationTest
class AccessPolicyIntegrationTests {

    private static final Set<String> NOT_OF_THE_API = Set.of("ProblemErrorController");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @LocalServerPort
    private int port;

    @Test
    void everyHandlerSaysWhomItIsOpenTo() {
        assertThat(ours())
                .isNotEmpty()
                .allSatisfy(
                        (path, handler) -> assertThat(AccessPolicy.ruleOf(handler.getMethod(), handler.getBeanType()))
                                .as(
                                        "%s needs one of @ForAdmins, @ForManagers, @ForEmployees, @ForEveryone, @ForGuests",
                                        handler)
                                .isNotNull());
    }

    @Test
    void everyHandlerIsUnderTheApi() {
        assertThat(ours().keySet()).allMatch(it -> it.startsWith("/api/v1/"));
    }

    @Test
    void whatIsPublicIsForGuestsAndTheOtherWayRound() {
        assertThat(ours()).allSatisfy((path, handler) -> {
            var request = new MockHttpServletRequest("GET", path);
            var rule = AccessPolicy.ruleOf(handler.getMethod(), handler.getBeanType());

            assertThat(rule != null && rule.guests()).as(path).isEqualTo(SecurityConfiguration.isPublic(request));
        });
    }

    @Test
    void whoCallsIsNoParameterOfTheDocumentedApi() {
        var docs = new Api(port).get("/v3/api-docs");

        assertThat(docs.status()).isEqualTo(200);
        assertThat(docs.body().at("/paths/~1api~1v1~1me/get/parameters").isMissingNode())
                .isTrue();
        assertThat(docs.body().get("paths").propertyNames()).containsAll(ours().keySet());
    }

    private Map<String, HandlerMethod> ours() {
        var ours = new LinkedHashMap<String, HandlerMethod>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            var type = handler.getBeanType();
            boolean ofATest = type.getName().contains("Tests");
            if (type.getName().startsWith("dev.warren.")
                    && !ofATest
                    && !NOT_OF_THE_API.contains(type.getSimpleName())) {
                mapping.getPatternValues().forEach(it -> ours.put(it, handler));
            }
        });
        return ours;
    }
}
