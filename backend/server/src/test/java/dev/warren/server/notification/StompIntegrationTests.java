package dev.warren.server.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.warren.server.identity.Accounts;
import dev.warren.server.identity.Role;
import dev.warren.server.messaging.Writer;
import dev.warren.server.task.Priority;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.MovableClock;
import dev.warren.server.testing.Recording;
import dev.warren.server.testing.SignedIn;
import dev.warren.server.testing.TaskStory;

@IntegrationTest
class StompIntegrationTests {

    private static final String FEED = "/user/queue/feed";

    private final Recording recording = new Recording();

    @Autowired
    Writer writer;

    @Autowired
    Accounts accounts;

    @Autowired
    StompSessions sessions;

    @Autowired
    HeadBeat heads;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    SignedIn employee;
    SignedIn manager;

    @BeforeEach
    void signIn() {
        employee = signIn(Role.EMPLOYEE);
        manager = signIn(Role.MANAGER);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private SignedIn signIn(Role role) {
        return SignedIn.signIn(accounts, new Api(port), role);
    }

    @Test
    void tellsTheHeadAtOnceThenEveryEntryInOrderToAllSessionsOfTheWorker() {
        var story = new TaskStory(employee.id());
        writer.write(recording, List.of(story.queued(), story.assigned()));
        try (var one = StompConnection.connect(port, employee.token()).subscribe("a", FEED);
                var two = StompConnection.connect(port, employee.token()).subscribe("b", FEED);
                var stranger = StompConnection.connect(
                                port, signIn(Role.EMPLOYEE).token())
                        .subscribe("c", FEED)) {
            for (var session : List.of(one, two)) {
                var head = session.message();
                assertThat(head.path("type").asString()).isEqualTo("feed.head");
                assertThat(head.path("seq").asLong()).isEqualTo(1);
                assertThat(head.path("head").asLong()).isEqualTo(1);
            }
            assertThat(stranger.message().path("head").asLong()).isZero();

            var next = new TaskStory(employee.id());
            writer.write(recording, List.of(next.queued(), next.assigned(), next.started()));
            writer.write(recording, List.of(next.completed()));

            for (var session : List.of(one, two)) {
                var created = session.entry();
                assertThat(created.path("seq").asLong()).isEqualTo(2);
                assertThat(created.path("type").asString()).isEqualTo("assignment.created");
                assertThat(created.at("/data/assignmentId").asString())
                        .isEqualTo(next.assignment().toString());
                assertThat(created.at("/data/requiredSkills/0").asString()).isEqualTo("java");
                assertThat(session.entry().path("seq").asLong()).isEqualTo(3);
                var closed = session.entry();
                assertThat(closed.path("seq").asLong()).isEqualTo(4);
                assertThat(closed.at("/data/state").asString()).isEqualTo("COMPLETED");
            }
            heads.beat();
            assertThat(stranger.message().path("type").asString()).isEqualTo("feed.head");
        }
    }

    @Test
    void repeatsTheHeadWithEveryBeat() {
        try (var session = StompConnection.connect(port, employee.token()).subscribe("a", FEED)) {
            session.message();

            heads.beat();

            assertThat(session.message().path("type").asString()).isEqualTo("feed.head");
        }
    }

    @Test
    void showsManagersWhatACommitChanged() {
        var story = new TaskStory(employee.id(), "default", Priority.P3);
        try (var session = StompConnection.connect(port, manager.token()).subscribe("t", "/topic/tasks")) {
            await().until(() -> sessions.anySubscriberOf(Destination.TASKS));
            session.send("SUBSCRIBE", "id:f", "destination:" + FEED);
            session.message();

            writer.write(recording, List.of(story.queued(), story.assigned()));

            var changes = session.message();
            assertThat(changes.path("changes")).hasSize(2);
            assertThat(changes.path("more").asInt()).isZero();
            assertThat(changes.at("/changes/0").has("workerId")).isFalse();
            assertThat(changes.at("/changes/1/status").asString()).isEqualTo("ASSIGNED");
            assertThat(changes.at("/changes/1/priority").asString()).isEqualTo("P3");
            assertThat(changes.at("/changes/1/version").asInt()).isEqualTo(2);
            assertThat(changes.at("/changes/1/workerId").asString())
                    .isEqualTo(employee.id().toString());
        }
    }

    @Test
    void showsManagersTheStatisticsWhenTheyChange() {
        try (var session = StompConnection.connect(port, manager.token()).subscribe("s", "/topic/statistics")) {
            writer.write(recording, List.of(new TaskStory(employee.id(), "statistics-test", Priority.P1).queued()));

            await().until(() -> session.message()
                            .path("byQueue")
                            .path("statistics-test")
                            .at("/QUEUED/P1")
                            .asLong()
                    == 1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, none, 403",
                "none, null, 403",
                "none, http://evil.example, 403",
                "none, http://localhost.evil.example, 403",
                "none, http://localhost:1, 403",
                "?access_token=x, same, 400",
            })
    void refusesTheHandshake(String query, String origin, int status) {
        var from = "same".equals(origin) ? "http://localhost:" + port : origin;

        assertThatThrownBy(() -> StompConnection.open(port, query == null ? "" : query, from))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        it -> assertThat(it.getResponse().statusCode()).isEqualTo(status));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SUBSCRIBE\nid:1\ndestination:/user/queue/feed\n\n\0",
                "UNSUBSCRIBE\nid:1\n\n\0",
                "SEND\ndestination:/app/x\n\nhello\0",
                "BEGIN\ntransaction:1\n\n\0",
                "CONNECT\naccept-version:1.2\nhost:x\n\n\0",
                "CONNECT\naccept-version:1.2\nhost:x\nAuthorization:Basic x\n\n\0",
                "CONNECT\naccept-version:1.2\nhost:x\nAuthorization:Bearer rubbish\n\n\0",
                "STOMP\naccept-version:1.2\nhost:x\ntoken:rubbish\n\n\0",
            })
    void answersOnlyToATokenFirst(String frame) {
        try (var session = StompConnection.open(port)) {
            session.sendRaw(frame);

            session.isRefusedAs("unauthenticated");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECT\naccept-version:9.9\nhost:x\n\n\0",
                "CONNECT\nhost:x\n\n\0",
                "RUBBISH\n\n\0",
                "\u0001\u0002\u0003\n\n\0",
                "SEND\nno colon\n\n\0",
                "SEND\ncontent-length:5\n\n12345678\0",
                "SUBSCRIBE\nid:\\x\n\n\0",
            })
    void refusesWhatIsNoFrame(String frame) {
        try (var session = StompConnection.open(port)) {
            session.sendRaw(frame);

            session.isRefusedAs("bad-request");
        }
    }

    @Test
    void acceptsTheTokenInEitherHeader() {
        try (var session = StompConnection.open(port)) {
            session.send("STOMP", "accept-version:1.1,1.2", "host:x", "token:" + employee.token());

            assertThat(session.frame()).startsWith("CONNECTED\n").contains("\nversion:1.2", "\nheart-beat:10000,10000");
        }
    }

    @Test
    void refusesASecondConnect() {
        try (var session = StompConnection.connect(port, employee.token())) {
            session.send("CONNECT", "accept-version:1.2", "host:x", "Authorization:Bearer " + employee.token());

            session.isRefusedAs("forbidden");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/topic/tasks",
                "/topic/statistics",
                "/topic/*",
                "/topic/**",
                "/user/**",
                "/user/queue/*",
                "/user/queue/other",
                "/user/00000000-0000-7000-8000-000000000000/queue/feed",
                "/queue/feed",
                "/queue/feed-user1",
                "/amq/queue/x",
                "/exchange/warren.events/#",
                "/temp-queue/x",
                "/app/x",
                "",
            })
    void forbidsAnEmployeeToSubscribe(String destination) {
        try (var session = StompConnection.connect(port, employee.token())) {
            session.subscribe("1", destination);

            session.isRefusedAs("forbidden");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SUBSCRIBE\nid:1\ndestination:/user/queue/feed\nselector:headers['x']=='y'\n\n\0",
                "SUBSCRIBE\nid:1\n\n\0",
                "SEND\ndestination:/app/x\n\nhello\0",
                "SEND\ndestination:/topic/tasks\n\nhello\0",
                "SEND\ndestination:/user/queue/feed\n\nhello\0",
                "SEND\n\nhello\0",
                "BEGIN\ntransaction:1\n\n\0",
                "ACK\nid:1\n\n\0",
                "MESSAGE\nsubscription:1\nmessage-id:1\ndestination:/topic/tasks\n\nhello\0",
            })
    void forbidsAManagerEverythingElse(String frame) {
        try (var session = StompConnection.connect(port, manager.token())) {
            session.sendRaw(frame);

            session.isRefusedAs("forbidden");
        }
    }

    @Test
    void forbidsASecondSubscriptionOfTheSameId() {
        try (var session = StompConnection.connect(port, employee.token()).subscribe("1", FEED)) {
            session.message();

            session.subscribe("1", FEED);

            session.isRefusedAs("forbidden");
        }
    }

    @Test
    void closesOnAFrameThatIsTooLong() {
        try (var session = StompConnection.connect(port, employee.token())) {
            session.sendRaw("SEND\ndestination:/app/x\n\n" + "x".repeat(65 * 1024) + "\0");

            assertThat(session.isClosed()).isIn(1002, 1009);
        }
    }

    @Test
    void endsASessionThatDoesNotSignIn() {
        try (var silent = StompConnection.open(port);
                var signedIn = StompConnection.connect(port, employee.token())) {
            clock.advance(StompSessions.SIGN_IN_WITHIN);

            sessions.endSilent();

            silent.isRefusedAs("unauthenticated");
            assertThat(signedIn.subscribe("1", FEED).frame()).startsWith("MESSAGE\n");
        }
    }

    @Test
    void endsASessionWhoseTokenHasExpired() {
        try (var session = StompConnection.connect(port, employee.token())) {
            clock.advance(Duration.ofMinutes(11));

            sessions.endExpired();

            session.isRefusedAs("unauthenticated");
        }
    }

    @Test
    void endsTheSessionsOfAnAccountThatIsDisabled() {
        try (var session = StompConnection.connect(port, employee.token());
                var other = StompConnection.connect(port, manager.token())) {
            accounts.setEnabled(employee.id(), false);
            clock.advance(Duration.ofSeconds(5));

            sessions.endExpired();

            session.isRefusedAs("unauthenticated");
            assertThat(other.subscribe("1", FEED).frame()).startsWith("MESSAGE\n");
        }
    }
}
