package dev.warren.server.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who works, by the API alone. */
public record Employee(Api api, UUID id, String username, List<String> bearer) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The same person, by way of another server. */
    public Employee at(Api other) {
        return new Employee(other, id, username, bearer);
    }

    public Employee come() {
        return attend("AVAILABLE");
    }

    /** Goes home; takes nothing new and disturbs no other test. */
    public void leave() {
        attend("OFFLINE");
    }

    /** Says where this person is, and what more there is to say of it. */
    public Api.Answer say(Map<String, ?> presence) {
        return call(it -> api.send(
                "PUT",
                "/api/v1/me/presence",
                JSON.writeValueAsString(presence).getBytes(StandardCharsets.UTF_8),
                it.get(0),
                it.get(1),
                "Content-Type",
                "application/json"));
    }

    public Employee attend(String status) {
        var answer = say(Map.of("status", status));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return this;
    }

    public Api.Answer get(String path) {
        return call(it -> api.get(path, it.toArray(String[]::new)));
    }

    public Api.Answer post(String path, Map<String, ?> body) {
        return call(it -> api.post(path, JSON.writeValueAsString(body), it.toArray(String[]::new)));
    }

    /** Signs in once more when a moved clock has made the token old. */
    private Api.Answer call(Function<List<String>, Api.Answer> call) {
        var answer = call.apply(bearer);
        if (answer.status() != 401) {
            return answer;
        }
        Collections.copy(bearer, List.of(Company.bearer(api, username, Company.PASSWORD)));
        return call.apply(bearer);
    }

    /** What this person holds now, in the order in which it came; up to 200. */
    public List<JsonNode> open() {
        return get("/api/v1/me/assignments?size=200")
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    /** Waits until that many are held. */
    public List<JsonNode> awaitOpen(int count) {
        return await().atMost(PATIENCE).until(this::open, it -> it.size() == count);
    }

    /** Waits for the one assignment of a person who works on one at a time. */
    public JsonNode awaitOne() {
        return awaitOpen(1).get(0);
    }

    /** What this person is asked now. */
    public List<JsonNode> offers() {
        return get("/api/v1/me/offers").body().path("items").valueStream().toList();
    }

    /** Waits until that much is asked. */
    public List<JsonNode> awaitOffers(int count) {
        return await().atMost(PATIENCE).until(this::offers, it -> it.size() == count);
    }

    /** Waits for the one offer to a person who works on one at a time. */
    public JsonNode awaitOffer() {
        return awaitOffers(1).get(0);
    }

    public Api.Answer accept(String offer) {
        return post("/api/v1/me/offers/" + offer + "/accept", Map.of());
    }

    public Api.Answer decline(String offer, String reason) {
        return post("/api/v1/me/offers/" + offer + "/decline", Map.of("reason", reason));
    }

    public Api.Answer start(String assignment) {
        return post("/api/v1/me/assignments/" + assignment + "/start", Map.of());
    }

    public Api.Answer progress(String assignment, int percent) {
        return post("/api/v1/me/assignments/" + assignment + "/progress", Map.of("percent", percent));
    }

    /** @param verb complete or fail */
    public Api.Answer end(String assignment, String verb, String comment) {
        return post("/api/v1/me/assignments/" + assignment + "/" + verb, Map.of("comment", comment));
    }

    public Api.Answer complete(String assignment) {
        return end(assignment, "complete", "Done.");
    }
}
