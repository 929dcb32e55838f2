package dev.warren.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import dev.warren.server.identity.Throttle.Allowance;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.MovableClock;

@IntegrationTest
@RecordApplicationEvents
class SignInIntegrationTests {

    private static final String PASSWORD = "right as rain 7";
    private static final String WRONG = "wrong as snow 8";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Registration registration;

    @Autowired
    private Throttle throttle;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationEvents events;

    @LocalServerPort
    private int port;

    private Api api;
    private String ada;
    private UUID id;

    @BeforeEach
    void setUp() {
        api = new Api(port);
        ada = "ada-" + UUID.randomUUID().toString().substring(0, 8);
        id = accounts.create(new NewAccount(ada, "Ada", accounts.hash(ada, PASSWORD), Set.of(Role.EMPLOYEE)));
    }

    @AfterEach
    void forgetFailuresAndTime() {
        clock.reset();
        database.sql("DELETE FROM throttle").update();
    }

    @Test
    void signsInAndTellsWhoIsSignedIn() {
        var answer = api.signIn(ada, PASSWORD);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().get("expiresIn").asInt()).isEqualTo(600);
        assertThat(answer.body().at("/user/displayName").asString()).isEqualTo("Ada");
        assertThat(answer.header("Set-Cookie"))
                .startsWith("__Host-warren-refresh=")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Domain");

        var token = answer.body().get("accessToken").asString();
        var me = api.get("/api/v1/me", "Authorization", "Bearer " + token);

        assertThat(me.status()).as(me.text()).isEqualTo(200);
        assertThat(me.body()).isEqualTo(answer.body().get("user"));
    }

    @Test
    void aNameIsTheSameInCapitals() {
        assertThat(api.signIn(ada.toUpperCase(Locale.ROOT), PASSWORD).status()).isEqualTo(200);
        assertThatThrownBy(() -> accounts.create(
                        new NewAccount(ada.toUpperCase(Locale.ROOT), "Other", "hash", Set.of(Role.ADMIN))))
                .isInstanceOfSatisfying(Problem.class, it -> {
                    assertThat(it.getCode()).isEqualTo(ProblemCode.ALREADY_EXISTS);
                    assertThat(it.getViolations().get(0).pointer()).isEqualTo("/username");
                });
    }

    @Test
    void oneNameIsGivenOnceAlsoWhenManyAskAtTheSameTime() {
        var name = "rush-" + ada;
        var made = IntStream.range(0, 8)
                .mapToObj(it -> CompletableFuture.supplyAsync(() -> {
                    try {
                        accounts.create(new NewAccount(name, "Rush", "hash", Set.of(Role.EMPLOYEE)));
                        return 1;
                    } catch (Problem e) {
                        assertThat(e.getCode()).isEqualTo(ProblemCode.ALREADY_EXISTS);
                        return 0;
                    }
                }))
                .toList()
                .stream()
                .mapToInt(CompletableFuture::join)
                .sum();

        assertThat(made).isEqualTo(1);
    }

    @Test
    void doesNotTellWhetherTheNameOrThePasswordWasWrong() {
        var unknown = api.signIn("nobody-" + ada, PASSWORD);
        var wrong = api.signIn(ada, WRONG);
        accounts.setEnabled(id, false);
        var disabled = api.signIn(ada, PASSWORD);

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.body().get("code").asString()).isEqualTo("bad-credentials");
        assertThat(unknown.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(withoutTrace(unknown)).isEqualTo(withoutTrace(wrong)).isEqualTo(withoutTrace(disabled));
    }

    private static String withoutTrace(Api.Answer answer) {
        return answer.text().replaceAll("\"traceId\":\"\\w+\"", "");
    }

    @Test
    void slowsGuessesDownAndNeverLocksForGood() {
        for (int guess = 0; guess < Allowance.ACCOUNT.burst(); guess++) {
            assertThat(api.signIn(ada, WRONG).status()).isEqualTo(401);
        }

        var refused = api.signIn(ada, PASSWORD);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body().get("code").asString()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 30);

        clock.advance(Duration.ofSeconds(30));

        assertThat(api.signIn(ada, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void countsUnknownNamesAsIfTheyWereKnown() {
        for (int guess = 0; guess < Allowance.ACCOUNT.burst(); guess++) {
            assertThat(api.signIn("nobody-" + ada, WRONG).status()).isEqualTo(401);
        }

        assertThat(api.signIn("nobody-" + ada, WRONG).status()).isEqualTo(429);
    }

    @Test
    void anAddressHasAnAllowanceOfItsOwn() {
        for (int failure = 0; failure < Allowance.ADDRESS.burst(); failure++) {
            throttle.check(Allowance.ADDRESS, "192.0.2.7");
            throttle.spend(Allowance.ADDRESS, "192.0.2.7");
        }

        assertThatThrownBy(() -> throttle.check(Allowance.ADDRESS, "192.0.2.7"))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.getProperties()).containsEntry("retryAfter", 2L));
        throttle.check(Allowance.ADDRESS, "192.0.2.8");

        clock.advance(Duration.ofSeconds(2));
        throttle.check(Allowance.ADDRESS, "192.0.2.7");
    }

    @Test
    void anyNumberOfPeopleMaySignInFromOneAddress() {
        // a few at a time: all at once are more than a busy machine hashes before it answers 503
        var few = Executors.newFixedThreadPool(4);
        var signedIn = IntStream.range(0, Allowance.ADDRESS.burst() + 10)
                .mapToObj(it -> CompletableFuture.supplyAsync(
                        () -> api.signIn(ada, PASSWORD).status(), few))
                .toList();

        assertThat(signedIn).allSatisfy(it -> assertThat(it.join()).isEqualTo(200));
        few.shutdown();
        assertThat(database.sql("SELECT COUNT(*) FROM refresh_session WHERE account = ?")
                        .param(Ids.bytes(id))
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void registersEmployeesOnly() {
        var name = "New-" + ada;
        var answer = api.post(
                "/api/v1/auth/register",
                "{\"username\":\"%s\",\"displayName\":\"Neu 🐇\",\"password\":\"%s\"}".formatted(name, PASSWORD));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.body().get("roles").toString()).isEqualTo("[\"EMPLOYEE\"]");
        assertThat(answer.body().get("displayName").asString()).isEqualTo("Neu 🐇");
        assertThat(api.signIn(name, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void tellsOtherModulesWhoRegistered() {
        var user = registration.register("new-" + ada, "New", PASSWORD, "192.0.2.7");

        assertThat(events.stream(AccountRegistered.class))
                .containsExactly(new AccountRegistered(user.id(), "new-" + ada, "New"));
    }

    @Test
    void registrationsFromOneAddressAreLimited() {
        for (int i = 0; i < Allowance.REGISTRATION.burst(); i++) {
            throttle.spend(Allowance.REGISTRATION, "192.0.2.7");
        }

        assertThatThrownBy(() -> registration.register("more-" + ada, "More", PASSWORD, "192.0.2.7"))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.getCode()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"username":"bob","password":"right as rain 7","roles":["ADMIN"]} | 400 | unknown-property | /roles
            {"username":"bob","password":"right as rain 7","id":"x"}          | 400 | unknown-property | /id
            {"username":"b","password":"right as rain 7"}                     | 400 | invalid-field    | /username
            {"username":"b b","password":"right as rain 7"}                   | 400 | invalid-field    | /username
            {"username":"bob\\n","password":"right as rain 7"}              | 400 | invalid-field    | /username
            {"username":"bob","password":"short"}                             | 400 | invalid-field    | /password
            {"username":"bobby","password":"bobby loves Ada"}                 | 400 | invalid-field    | /password
            {"username":"bob","password":"right as rain 7","displayName":"a\\u0007"} | 400 | invalid-field | /displayName
            {"username":"root","password":"right as rain 7"}                  | 409 | already-exists   | /username
            """)
    void refusesRegistrations(String body, int status, String code, String pointer) {
        var answer = api.post("/api/v1/auth/register", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.body().get("code").asString()).isEqualTo(code);
        assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void setupIsClosedOnceThereIsAnAdmin() {
        var answer = api.post(
                "/api/v1/auth/setup",
                "{\"token\":\"guess\",\"username\":\"evil\",\"password\":\"%s\"}".formatted(PASSWORD));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(api.signIn("root", "a password for tests")
                        .body()
                        .at("/user/roles/0")
                        .asString())
                .isEqualTo("ADMIN");
    }
}
