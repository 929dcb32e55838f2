package dev.warren.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import lombok.Getter;
import lombok.RequiredArgsConstructor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Warren's REST interface on one or more servers side by side; one exchange at a time, without retries. */
@RequiredArgsConstructor
final class Api {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration EXCHANGE_TIMEOUT = Duration.ofSeconds(10);

    @Getter
    private final HttpClient http;

    /** Base URLs without a trailing slash. */
    @Getter
    private final List<URI> bases;

    /** A request below {@code /api/v1}. */
    record Call(String method, String path, @Nullable Object body, Map<String, String> headers) {

        static Call get(String path) {
            return new Call("GET", path, null, Map.of());
        }

        static Call post(String path, @Nullable Object body) {
            return new Call("POST", path, body, Map.of());
        }

        static Call patch(String path, Object body) {
            return new Call("PATCH", path, body, Map.of());
        }

        static Call put(String path, Object body) {
            return new Call("PUT", path, body, Map.of());
        }

        Call with(String header, String value) {
            return new Call(method, path, body, Map.of(header, value));
        }
    }

    /** What a server said. */
    record Answer(int status, JsonNode body, Optional<String> retryAfter, Optional<String> cookie) {

        boolean ok() {
            return status / 100 == 2;
        }

        /** The error code of a problem detail, else the HTTP status. */
        String code() {
            return body.path("code").asString("http-" + status);
        }
    }

    static Api of(List<URI> bases) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .build();
        return new Api(http, bases);
    }

    /** One attempt against one server. */
    Answer once(URI base, Call call, Map<String, String> headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + "/api/v1" + call.path()))
                .timeout(EXCHANGE_TIMEOUT)
                .header("Accept", "application/json, application/problem+json")
                .header("Origin", base.toString());
        call.headers().forEach(request::setHeader);
        headers.forEach(request::setHeader);
        if (call.body() == null) {
            request.method(call.method(), HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(call.body())));
        }
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(
                response.statusCode(),
                json(response.body()),
                response.headers().firstValue("Retry-After"),
                response.headers().firstValue("Set-Cookie").map(cookie -> cookie.split(";", 2)[0]));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode json(byte[] body) throws IOException {
        if (body.length == 0) {
            return JSON.missingNode();
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new IOException("The answer is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
