package dev.warren.server.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.redisson.client.RedisTimeoutException;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

class ProblemsTests {

    private static final JsonMapper JSON = mapper();

    private final Probe probe = new Probe();
    private final MockMvc mvc = server();

    enum Colour {
        RED,
        GREEN
    }

    record Part(@NotBlank String name) {}

    record Order(
            @NotBlank @PlainText(max = 10) String title,
            @Positive int count,
            @Nullable Colour colour,
            @Nullable UUID id,
            @Nullable Boolean urgent,
            @Nullable List<@Valid Part> parts) {}

    @RestController
    static class Probe {

        private @Nullable RuntimeException failure;

        @PostMapping("/orders")
        Order create(@Valid @RequestBody Order order) {
            return order;
        }

        @GetMapping("/orders/{id}")
        UUID read(@PathVariable UUID id) {
            return id;
        }

        @GetMapping("/orders")
        String list(
                @RequestParam(defaultValue = PageSize.DEFAULT) @PageSize int size,
                @RequestParam(required = false) @Nullable Colour colour) {
            return size + " " + colour;
        }

        @GetMapping("/required")
        String required(@RequestParam String name) {
            return name;
        }

        @GetMapping("/failure")
        void fail() {
            throw Objects.requireNonNull(failure);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                                            | malformed-json   |
            {                                             | malformed-json   |
            {"title":"a","count":1}}                      | malformed-json   |
            {"title":"a","count":1} 2                     | malformed-json   |
            {"title":"a","title":"b","count":1}           | malformed-json   |
            {"title":"a","count":NaN}                     | malformed-json   |
            {"title":"a","count":01}                      | malformed-json   |
            []                                            | malformed-json   |
            "text"                                        | malformed-json   |
            7                                             | malformed-json   |
            {"title":"a","count":1,"owner":"me"}          | unknown-property | /owner
            {"title":"a","count":1,"parts":[{"x/y~z":1}]} | unknown-property | /parts/0/x~1y~0z
            {"title":7,"count":1}                         | invalid-field    | /title
            {"title":true,"count":1}                      | invalid-field    | /title
            {"title":[],"count":1}                        | invalid-field    | /title
            {"title":"a","count":"1"}                     | invalid-field    | /count
            {"title":"a","count":1.5}                     | invalid-field    | /count
            {"title":"a","count":null}                    | invalid-field    | /count
            {"title":"a","count":9223372036854775808}     | invalid-field    | /count
            {"title":"a","count":1e400}                   | invalid-field    | /count
            {"title":"a","count":-1}                      | invalid-field    | /count
            {"title":"a","count":1,"colour":"BLUE"}       | invalid-field    | /colour
            {"title":"a","count":1,"colour":"red"}        | invalid-field    | /colour
            {"title":"a","count":1,"colour":0}            | invalid-field    | /colour
            {"title":"a","count":1,"colour":""}           | invalid-field    | /colour
            {"title":"a","count":1,"id":"1-1-1-1-1"}      | invalid-field    | /id
            {"title":"a","count":1,"urgent":"true"}       | invalid-field    | /urgent
            {"title":"a","count":1,"urgent":1}            | invalid-field    | /urgent
            {"title":"a","count":1,"parts":{}}            | invalid-field    | /parts
            {"title":"a","count":1,"parts":[{}]}          | invalid-field    | /parts/0/name
            {"count":1}                                   | invalid-field    | /title
            {"title":"  ","count":1}                      | invalid-field    | /title
            {"title":"elevenchars","count":1}             | invalid-field    | /title
            {"title":"a\\u0000","count":1}                | invalid-field    | /title
            {"title":"\\ud800","count":1}                 | invalid-field    | /title
            {"title":"a\\u202eb","count":1}               | invalid-field    | /title
            """)
    void refusesBodies(String body, String code, @Nullable String pointer) throws Exception {
        var answer = post(body.getBytes(StandardCharsets.UTF_8));

        assertProblem(answer, code);
        assertThat(json(answer).get("status").asInt()).isEqualTo(400);
        if (pointer != null) {
            assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo(pointer);
        }
    }

    static Stream<byte[]> otherEncodings() {
        var body = "{\"title\":\"a\",\"count\":1}";
        return Stream.of(
                ("\ufeff" + body).getBytes(StandardCharsets.UTF_8),
                body.getBytes(StandardCharsets.UTF_16),
                body.getBytes(StandardCharsets.UTF_16LE),
                body.getBytes(StandardCharsets.UTF_16BE),
                "{\"title\":\"\u00e4\",\"count\":1}".getBytes(StandardCharsets.ISO_8859_1),
                "[".repeat(10_000).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("otherEncodings")
    void refusesWhatIsNotPlainUtf8(byte[] body) throws Exception {
        assertProblem(post(body), "malformed-json");
    }

    @Test
    void takesEmojiUnchanged() throws Exception {
        var answer = post("{\"title\":\"🐇👩‍🚒\",\"count\":1}".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(json(answer).get("title").asString()).isEqualTo("🐇👩‍🚒");
    }

    @Test
    void namesTheValuesThatAnEnumAllows() throws Exception {
        var answer = post("{\"title\":\"a\",\"count\":1,\"colour\":\"BLUE\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(json(answer).at("/errors/0/message").asString()).isEqualTo("must be one of RED, GREEN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /orders?size=0          | 400 | invalid-parameter
            /orders?size=-1         | 400 | invalid-parameter
            /orders?size=201        | 400 | invalid-parameter
            /orders?size=1000000000 | 400 | invalid-parameter
            /orders?size=1e3        | 400 | invalid-parameter
            /orders?colour=BLUE     | 400 | invalid-parameter
            /orders?color=RED       | 400 | invalid-parameter
            /orders?size=5&sort=x   | 400 | invalid-parameter
            /required               | 400 | invalid-parameter
            /orders/7               | 400 | invalid-parameter
            /orders/1-1-1-1-1       | 400 | invalid-parameter
            /nowhere                | 404 | not-found
            """)
    void refusesAddresses(String address, int status, String code) throws Exception {
        var answer = get(address);

        assertProblem(answer, code);
        assertThat(answer.getStatus()).isEqualTo(status);
    }

    @Test
    void listsHaveFiftyItemsUnlessAskedOtherwise() throws Exception {
        assertThat(get("/orders").getContentAsString()).isEqualTo("50 null");
        assertThat(get("/orders?size=200&colour=RED").getContentAsString()).isEqualTo("200 RED");
    }

    @Test
    void tellsWhichMethodsAndTypesThereAre() throws Exception {
        var method = mvc.perform(MockMvcRequestBuilders.delete("/orders"))
                .andReturn()
                .getResponse();

        assertProblem(method, "method-not-allowed");
        assertThat(method.getHeader("Allow")).contains("GET", "POST");

        var type = mvc.perform(MockMvcRequestBuilders.post("/orders")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("x"))
                .andReturn()
                .getResponse();

        assertProblem(type, "unsupported-media-type");

        var accept = mvc.perform(MockMvcRequestBuilders.get("/orders/" + UUID.randomUUID())
                        .accept(MediaType.IMAGE_PNG))
                .andReturn()
                .getResponse();

        assertProblem(accept, "not-acceptable");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(new Problem(ProblemCode.ILLEGAL_TRANSITION, "no"), 409, null),
                arguments(new CompletionException(new Problem(ProblemCode.NOT_FOUND, "no")), 404, null),
                arguments(
                        new Problem(ProblemCode.TOO_MANY_REQUESTS, "no", List.of(), Map.of("retryAfter", 7)), 429, "7"),
                arguments(new OptimisticLockingFailureException("secret"), 409, null),
                arguments(new CannotAcquireLockException("secret"), 503, "1"),
                arguments(new DataAccessResourceFailureException("secret"), 503, "5"),
                arguments(new CannotCreateTransactionException("secret"), 503, "5"),
                arguments(new RedisTimeoutException("secret"), 503, "5"),
                arguments(new IllegalStateException("secret"), 500, null));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void answersFailuresWithoutTellingTheirInside(RuntimeException failure, int status, @Nullable String retryAfter)
            throws Exception {
        probe.failure = failure;

        var answer = get("/failure");

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getHeader("Retry-After")).isEqualTo(retryAfter);
        assertThat(answer.getContentAsString()).doesNotContain("secret", "Exception", "dev.warren", "org.");
        assertThat(json(answer).get("traceId").asString()).matches("[0-9a-f]{32}");
        assertThat(json(answer).get("instance").asString()).isEqualTo("/failure");
    }

    private MockHttpServletResponse post(byte[] body) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/orders")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse get(String address) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(address)).andReturn().getResponse();
    }

    private static void assertProblem(MockHttpServletResponse answer, String code) throws Exception {
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(json(answer).get("code").asString())
                .as(answer.getContentAsString())
                .isEqualTo(code);
        assertThat(json(answer).get("status").asInt()).isEqualTo(answer.getStatus());
        assertThat(json(answer).propertyNames())
                .contains("type", "title", "status", "detail", "instance", "code", "traceId", "errors");
        assertThat(answer.getContentAsString()).doesNotContain("Exception", "dev.warren", "java.");
    }

    private static JsonNode json(MockHttpServletResponse answer) throws Exception {
        return JSON.readTree(answer.getContentAsByteArray());
    }

    private MockMvc server() {
        return MockMvcBuilders.standaloneSetup(probe)
                .setControllerAdvice(new Utf8Bodies(), new StrictIds())
                .setHandlerExceptionResolvers(new ProblemResolver(new Problems(JSON)))
                .addInterceptors(new KnownParameters())
                .setMessageConverters(new StringHttpMessageConverter(), new JacksonJsonHttpMessageConverter(JSON))
                .build();
    }

    /** As the server's own is made, by application.yaml and by code. */
    private static JsonMapper mapper() {
        var builder = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
        new WebConfiguration().strictJson().customize(builder);
        return builder.build();
    }
}
