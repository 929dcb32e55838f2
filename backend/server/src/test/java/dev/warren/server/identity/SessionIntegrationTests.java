package dev.warren.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.warren.server.shared.Ids;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.MovableClock;

@IntegrationTest
class SessionIntegrationTests {

    private static final String PASSWORD = "right as rain 7";

    @Autowired
    private Accounts accounts;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    private Api api;
    private String ada;
    private UUID id;
    private String firstCookie;
    private String firstToken;

    @BeforeEach
    void setUp() {
        api = new Api(port);
        ada = "ada-" + UUID.randomUUID().toString().substring(0, 8);
        id = accounts.create(new NewAccount(ada, "Ada", accounts.hash(ada, PASSWORD), Set.of(Role.EMPLOYEE)));
        var answer = api.signIn(ada, PASSWORD);
        firstCookie = cookie(answer);
        firstToken = token(answer);
    }

    @AfterEach
    void resetTime() {
        clock.reset();
    }

    @Test
    void eachUseOfTheCookieGivesTheNextPair() {
        var second = refresh(firstCookie);
        var third = refresh(cookie(second));

        assertThat(second.status()).isEqualTo(200);
        assertThat(third.status()).isEqualTo(200);
        assertThat(Set.of(firstCookie, cookie(second), cookie(third))).hasSize(3);
        assertThat(me(token(third))).isEqualTo(200);
    }

    @Test
    void aReplayAfterTenSecondsEndsTheSessionForThiefAndOwner() {
        var second = refresh(firstCookie);
        clock.advance(Duration.ofSeconds(11));

        assertThat(refresh(firstCookie).status()).isEqualTo(401);
        assertThat(refresh(cookie(second)).status()).isEqualTo(401);
        assertThat(me(token(second))).isEqualTo(401);
    }

    @Test
    void aLostAnswerIsGivenAgain() {
        var second = refresh(firstCookie);
        clock.advance(Duration.ofSeconds(9));
        var again = refresh(firstCookie);

        assertThat(again.status()).isEqualTo(200);
        assertThat(cookie(again)).isEqualTo(cookie(second));
        assertThat(refresh(cookie(again)).status()).isEqualTo(200);
    }

    @Test
    void twoTabsAtOnceShareOneSuccessor() {
        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> refresh(firstCookie)))
                .limit(6)
                .toList();

        assertThat(answers.stream().map(it -> cookie(it.join())))
                .hasSize(6)
                .containsOnly(cookie(answers.get(0).join()));
    }

    @Test
    void aSessionEndsWhenItIsNotUsed() {
        clock.advance(Duration.ofMinutes(30));

        assertThat(refresh(firstCookie).status()).isEqualTo(401);
    }

    @Test
    void theSixthSignInEndsTheOldestSession() {
        for (int i = 0; i < 4; i++) {
            api.signIn(ada, PASSWORD);
        }
        assertThat(me(firstToken)).isEqualTo(200);

        api.signIn(ada, PASSWORD);

        assertThat(me(firstToken)).isEqualTo(401);
        assertThat(refresh(firstCookie).status()).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheTokensOfThisSessionOnly() {
        var other = token(api.signIn(ada, PASSWORD));

        var answer = send("/api/v1/auth/logout", firstCookie);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Set-Cookie"))
                .startsWith("__Host-warren-refresh=;")
                .contains("Max-Age=0");
        assertThat(me(firstToken)).isEqualTo(401);
        assertThat(me(other)).isEqualTo(200);
        assertThat(send("/api/v1/auth/logout", firstCookie).status()).isEqualTo(204);
    }

    @Test
    void signingOutEverywhereEndsAll() {
        var other = token(api.signIn(ada, PASSWORD));

        var answer = api.send(
                "POST", "/api/v1/auth/logout-everywhere", new byte[0], "Authorization", "Bearer " + firstToken);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(me(firstToken)).isEqualTo(401);
        assertThat(me(other)).isEqualTo(401);
        assertThat(refresh(firstCookie).status()).isEqualTo(401);
    }

    @Test
    void whatAnotherServerEndedIsNotBelievedForLong() {
        assertThat(me(firstToken)).isEqualTo(200);

        database.sql("UPDATE account SET token_version = token_version + 1 WHERE id = ?")
                .param(Ids.bytes(id))
                .update();
        clock.advance(Duration.ofSeconds(5));

        assertThat(me(firstToken)).isEqualTo(401);
    }

    @Test
    void aDisabledAccountIsOutAtOnce() {
        accounts.setEnabled(id, false);

        assertThat(me(firstToken)).isEqualTo(401);
        assertThat(refresh(firstCookie).status()).isEqualTo(401);
    }

    @Test
    void theDatabaseKnowsOnlyHashes() {
        var rows = database.sql("SELECT family, current_token FROM refresh_session WHERE account = ?")
                .param(Ids.bytes(id))
                .query()
                .singleRow();

        assertThat((byte[]) rows.get("current_token")).hasSize(32).isEqualTo(new RefreshToken(firstCookie).hash());
        assertThat(Base64.getUrlDecoder().decode(firstCookie)).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example, 403",
        "Origin, null, 403",
        "Origin, http://localhost.evil.example, 403",
        "Origin, http://localhost, 403",
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, none, 200",
    })
    void pagesOfOthersCannotUseTheCookie(String header, String value, int status) {
        var answer = api.send(
                "POST",
                "/api/v1/auth/refresh",
                new byte[0],
                "Cookie",
                "__Host-warren-refresh=" + firstCookie,
                header,
                value);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void ourOwnPagesCan() {
        var answer = api.send(
                "POST",
                "/api/v1/auth/refresh",
                new byte[0],
                "Cookie",
                "__Host-warren-refresh=" + firstCookie,
                "Origin",
                "http://localhost:" + port);

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aTokenIsNoCookieAndACookieNoToken() {
        assertThat(me(firstCookie)).isEqualTo(401);
        assertThat(refresh(firstToken).status()).isEqualTo(401);
        assertThat(send("/api/v1/auth/refresh", "").status()).isEqualTo(401);
    }

    private Api.Answer refresh(String cookie) {
        return send("/api/v1/auth/refresh", cookie);
    }

    private Api.Answer send(String path, String cookie) {
        return api.send("POST", path, new byte[0], "Cookie", "__Host-warren-refresh=" + cookie);
    }

    private int me(String token) {
        return api.get("/api/v1/me", "Authorization", "Bearer " + token).status();
    }

    private static String token(Api.Answer answer) {
        return answer.body().get("accessToken").asString();
    }

    private static String cookie(Api.Answer answer) {
        return answer.header("Set-Cookie").replaceAll("^[^=]+=([^;]*);.*", "$1");
    }
}
