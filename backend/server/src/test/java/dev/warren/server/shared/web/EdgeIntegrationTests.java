package dev.warren.server.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.testing.Api;
import dev.warren.server.testing.IntegrationTest;

@IntegrationTest
class EdgeIntegrationTests {

    private static final String LOGIN = "/api/v1/auth/login";

    @Autowired
    private JsonMapper json;

    @LocalServerPort
    private int port;

    private Api api;

    @BeforeEach
    void setUp() {
        api = new Api(port);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /api/v1/me                    | 401 | unauthenticated
            GET    | /api/v1/nothing               | 401 | unauthenticated
            GET    | /nothing                      | 404 | not-found
            GET    | /actuator/env                 | 404 | not-found
            GET    | /actuator                     | 404 | not-found
            GET    | /.git/config                  | 404 | not-found
            GET    | /swagger-ui/index.html        | 404 | not-found
            GET    | /error                        | 404 | not-found
            GET    | /favicon.ico                  | 404 | not-found
            GET    | /assets/nothing.js            | 404 | not-found
            GET    | /api/v1/auth/login            | 405 | method-not-allowed
            DELETE | /api/v1/auth/login            | 405 | method-not-allowed
            POST   | /api/v1/auth/login            | 400 | malformed-json
            POST   | /api/v1/auth/login?debug=1    | 400 | invalid-parameter
            POST   | /api/v1/auth/logout?all=1     | 400 | invalid-parameter
            GET    | /api/v1/me?access_token=abc   | 400 | invalid-parameter
            GET    | /api/v1//me                   | 400 | bad-request
            GET    | /api/v1/me;jsessionid=1       | 400 | bad-request
            GET    | /api/v1/..%2fme               | 400 | bad-request
            GET    | /api/v1/%2e%2e/me             | 400 | bad-request
            GET    | /api/v1/me%00                 | 400 | bad-request
            GET    | /api/v1/me%0a                 | 400 | bad-request
            TRACK  | /api/v1/me                    | 400 | bad-request
            """)
    void refusesInOneForm(String method, String path, int status, String code) {
        var answer = api.send(method, path, new byte[0]);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body().get("code").asString()).isEqualTo(code);
        assertThat(answer.body().get("status").asInt()).isEqualTo(status);
        assertThat(answer.body().get("traceId").asString()).hasSize(32);
        assertThat(answer.text()).doesNotContain("Exception", "dev.warren", "org.", "Tomcat");
    }

    @Test
    void tellsWhichMethodsThereAre() {
        assertThat(api.get(LOGIN).header("Allow")).isEqualTo("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"username\":\"a\"}}",
                "{\"username\":\"a\",\"username\":\"b\",\"password\":\"c\"}",
                "{\"username\":NaN,\"password\":\"c\"}",
                "[1e400]",
                "[]",
                "null"
            })
    void refusesBodiesThatAreNotJson(String body) {
        var answer = api.post(LOGIN, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.body().get("code").asString()).isEqualTo("malformed-json");
    }

    @Test
    void theMapperOfTheServerIsAsStrictAsTheTestsAssume() {
        assertThat(json.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES))
                .isTrue();
        assertThat(json.isEnabled(DeserializationFeature.FAIL_ON_TRAILING_TOKENS))
                .isTrue();
        assertThat(api.post(LOGIN, "{\"username\":\"a\",\"password\":\"b\",\"role\":\"ADMIN\"}")
                        .body()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/role");
    }

    @Test
    void limitsSizes() throws Exception {
        var big = new byte[1024 * 1024 + 1];
        Arrays.fill(big, (byte) ' ');

        assertThat(api.send("POST", LOGIN, big, "Content-Type", "application/json")
                        .status())
                .isEqualTo(413);
        assertThat(chunked(big)).isEqualTo(413);
        assertThat(api.get("/api/v1/me?q=" + "x".repeat(8192)).status()).isEqualTo(414);
        assertThat(api.get("/api/v1/me", "X-Much", "x".repeat(16384)).status()).isEqualTo(431);
    }

    private int chunked(byte[] body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + LOGIN))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/me HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /api/v1/me HTTP/1.1\r\n\r\n",
                "GET /api/v1/me{ HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GARBAGE\r\n\r\n",
                "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
                "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
                "GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\nBad Header: x\r\n\r\n",
            })
    void refusesBrokenRequestsWithoutTellingWhatItRunsOn(String request) throws IOException {
        var answer = raw(request);

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json", "\"code\":\"bad-request\"");
        assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("tomcat", "exception", "<html", "server:");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return read(socket.getInputStream());
        }
    }

    private static String read(InputStream answer) throws IOException {
        return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/me", "/api/v1//me", "/nothing", "/api/v1/auth/login"})
    void everyAnswerCarriesTheSecurityHeaders(String path) {
        var answer = api.get(path, "Origin", "http://evil.example");

        assertThat(answer.header("Content-Security-Policy"))
                .contains("object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("Strict-Transport-Security")).contains("max-age=31536000", "includeSubDomains");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Server")).isEmpty();
        if (path.startsWith("/api/")) {
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
        assertThat(answer.headers().keySet()).noneMatch(it -> it.startsWith("access-control"));
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void takesOverTheTraceOfTheCaller() {
        var trace = "0af7651916cd43dd8448eb211c80319c";

        assertThat(api.get("/api/v1/me", "traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                        .body()
                        .get("traceId")
                        .asString())
                .isEqualTo(trace);
    }
}
