package dev.warren.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.warren.server.testing.Api;
import dev.warren.server.testing.IntegrationTest;

/** With a page and a file of the tests' own, so that it needs no build of the web app. */
@IntegrationTest
class WebAppIntegrationTests {

    private static final String[] BROWSER = {"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"};

    @LocalServerPort
    private int port;

    private Api api;

    @BeforeEach
    void setUp() {
        api = new Api(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/queue", "/tasks/0198c5a0-7d3e-7abc-8def-0123456789ab", "/queue?p=P1&inspect=task:1"})
    void everyAddressOfAPageGivesTheOnePage(String path) {
        var answer = api.get(path, BROWSER);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.text()).contains("<!doctype html>");
    }

    @Test
    void eachAnswerHasANonceOfItsOwn() {
        var first = api.get("/", BROWSER);
        var second = api.get("/", BROWSER);

        assertThat(first.text()).contains("nonce=\"" + nonce(first) + "\"").doesNotContain("__csp_nonce__");
        assertThat(nonce(second)).isNotEqualTo(nonce(first));
        assertThat(first.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-")
                .contains("worker-src 'self' blob:", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(first.header("Strict-Transport-Security")).isNotEmpty();
        assertThat(first.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/favicon.ico",
                "/.git/config",
                "/index.html",
                "/assets/nothing.js",
                "/actuator/env",
                "/v3/nothing"
            })
    void whatIsNoPageIsNotThere(String path) {
        var answer = api.get(path, BROWSER);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("code").asString()).isEqualTo("not-found");
    }

    @Test
    void pagesAreReadOnlyAndForBrowsers() {
        assertThat(api.get("/").status()).isEqualTo(200);
        assertThat(api.get("/queue").status()).isEqualTo(404);
        assertThat(api.get("/queue", "Accept", "application/json").status()).isEqualTo(404);
        assertThat(api.send("POST", "/queue", new byte[0], BROWSER).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/me", BROWSER).status()).isEqualTo(401);
    }

    @Test
    void filesAreKeptForGoodAndComeCompressed() {
        var plain = api.get("/assets/example-1a2b3c4d.js");
        var compressed = api.get("/assets/example-1a2b3c4d.js", "Accept-Encoding", "gzip");

        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.text()).contains("export");
        assertThat(plain.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        assertThat(plain.header("Content-Type")).startsWith("text/javascript");
        assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(compressed.header("Vary")).contains("Accept-Encoding");
        assertThat(compressed.header("Content-Type")).startsWith("text/javascript");
    }

    private static String nonce(Api.Answer answer) {
        var found = Pattern.compile("'nonce-([^']{20,})'").matcher(answer.header("Content-Security-Policy"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
