package dev.warren.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain client of a server under test: what it sends is what was written, right or wrong. */
public final class Api {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI server;

    public Api(int port) {
        server = URI.create("http://localhost:" + port);
    }

    /** An answer; the body is a missing node when there is none. */
    public record Answer(int status, Map<String, List<String>> headers, String text) {

        public JsonNode body() {
            return JSON.readTree(text);
        }

        /** The first value of a header, or an empty string. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(it -> it.getKey().equalsIgnoreCase(name))
                    .map(it -> it.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }

    /** Sends a request; headers are given as name, value, name, value. */
    public Answer send(String method, String path, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, new byte[0], headers);
    }

    /** Posts JSON. */
    public Answer post(String path, String json, String... headers) {
        var all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return send("POST", path, json.getBytes(StandardCharsets.UTF_8), all);
    }

    public Answer signIn(String username, String password) {
        return post("/api/v1/auth/login", JSON.writeValueAsString(Map.of("username", username, "password", password)));
    }
}
