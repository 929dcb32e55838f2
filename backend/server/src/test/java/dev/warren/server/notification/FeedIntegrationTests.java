package dev.warren.server.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DuplicateKeyException;

import dev.warren.server.WarrenServer;
import dev.warren.server.identity.Accounts;
import dev.warren.server.identity.Role;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Ids;
import dev.warren.server.task.TaskEvent;
import dev.warren.server.testing.Api;
import dev.warren.server.testing.IntegrationTest;
import dev.warren.server.testing.Recording;
import dev.warren.server.testing.SignedIn;
import dev.warren.server.testing.TaskStory;
import dev.warren.server.testing.TestServers;

@IntegrationTest
class FeedIntegrationTests {

    private static ConfigurableApplicationContext other;

    private final Recording recording = new Recording();

    @Autowired
    Writer writer;

    @Autowired
    Feed feed;

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    Api api;

    @BeforeAll
    static void startAnotherServer() {
        other = new SpringApplicationBuilder(WarrenServer.class)
                .profiles("test")
                .initializers(new TestServers())
                .run("--server.port=0", "--warren.security.token-key=dGhpcyBrZXkgaXMga25vd24gdG8gZXZlcnlib2R5ISE=");
    }

    @AfterAll
    static void stopTheOtherServer() {
        other.close();
    }

    @BeforeEach
    void connect() {
        api = new Api(port);
    }

    @Test
    void numbersEntriesWithoutGapsWhenTwoServersWriteToTheSamePeople() {
        var workers = IntStream.range(0, 5).mapToObj(it -> Ids.next()).toList();
        var writers = List.of(writer, other.getBean(Writer.class));
        var written = new ArrayList<CompletableFuture<Integer>>();
        for (int i = 0; i < 200; i++) {
            var stories = workers.stream().map(TaskStory::new).toList();
            var events = stories.stream().map(TaskStory::assigned).toList();
            written.add(writers.get(i % 2).submit(recording, events));
        }
        written.forEach(CompletableFuture::join);

        var heads = feed.heads(workers);
        for (var worker : workers) {
            assertThat(feed.after(worker, 0, 500))
                    .extracting(FeedEntry::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 200).boxed().toList());
            assertThat(heads).containsEntry(worker, 200L);
        }
    }

    @Test
    void reachesPeopleWhoAreConnectedToAnotherServer() {
        var employee = SignedIn.signIn(accounts, api, Role.EMPLOYEE);
        var manager = SignedIn.signIn(accounts, api, Role.MANAGER);
        var story = new TaskStory(employee.id());
        int there = Integer.parseInt(other.getEnvironment().getRequiredProperty("local.server.port"));
        try (var feedThere = StompConnection.connect(there, employee.token()).subscribe("f", "/user/queue/feed");
                var boardThere = StompConnection.connect(there, manager.token()).subscribe("t", "/topic/tasks")) {
            feedThere.message();
            boardThere.subscribe("f", "/user/queue/feed").message();

            writer.write(recording, List.of(story.assigned()));

            assertThat(feedThere.entry().at("/data/taskId").asString())
                    .isEqualTo(story.task().toString());
            assertThat(boardThere.entry().at("/changes/0/taskId").asString())
                    .isEqualTo(story.task().toString());
        }
    }

    @Test
    void leavesNoGapWhereATransactionIsRolledBack() {
        var worker = Ids.next();
        var told = new TaskStory(worker);
        writer.write(recording, List.of(told.queued(), told.assigned()));

        var spoilt = new TaskStory(worker).assigned();
        assertThatThrownBy(() -> writer.write(recording, List.of(spoilt, spoilt)))
                .isInstanceOf(DuplicateKeyException.class);
        writer.write(recording, List.of(told.started(), told.completed()));

        assertThat(feed.after(worker, 0, 10))
                .extracting(FeedEntry::seq, FeedEntry::type)
                .containsExactly(
                        tuple(1L, "assignment.created"),
                        tuple(2L, "assignment.started"),
                        tuple(3L, "assignment.closed"));
    }

    @Test
    void answersWhatCameAfterANumber() {
        var employee = SignedIn.signIn(accounts, api, Role.EMPLOYEE);
        var story = new TaskStory(employee.id());
        writer.write(recording, List.of(story.queued(), story.assigned(), story.started(), story.completed()));

        var page = api.get("/api/v1/me/feed?after=1&size=1", employee.bearer());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body().path("head").asLong()).isEqualTo(3);
        assertThat(page.body().path("entries")).hasSize(1);
        assertThat(page.body().at("/entries/0/seq").asLong()).isEqualTo(2);
        assertThat(page.body().at("/entries/0/type").asString()).isEqualTo("assignment.started");
        assertThat(page.body().at("/entries/0/data/taskId").asString())
                .isEqualTo(story.task().toString());
    }

    @Test
    void showsNobodyTheFeedOfSomebodyElse() {
        var canary = new TaskStory(SignedIn.signIn(accounts, api, Role.EMPLOYEE).id());
        writer.write(recording, List.of(canary.assigned()));

        var page = api.get(
                "/api/v1/me/feed", SignedIn.signIn(accounts, api, Role.EMPLOYEE).bearer());

        assertThat(page.text()).isEqualTo("{\"entries\":[],\"head\":0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=-1", "after=x", "size=0", "size=501", "size=1e3", "unknown=1"})
    void refusesBadParameters(String query) {
        var employee = SignedIn.signIn(accounts, api, Role.EMPLOYEE);

        var answer = api.get("/api/v1/me/feed?" + query, employee.bearer());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void forgetsOnlyWhatIsTooOld() {
        UUID worker = Ids.next();
        List<TaskEvent> events = List.of(new TaskStory(worker).assigned(), new TaskStory(worker).assigned());
        writer.write(recording, events);

        feed.forget(Instant.now().minus(Duration.ofHours(1)), 1_000);
        assertThat(feed.after(worker, 0, 10)).hasSize(2);

        while (feed.forget(Instant.now().plus(Duration.ofHours(1)), 1_000) > 0) {
            // the entries of other tests are too old as well
        }
        assertThat(feed.after(worker, 0, 10)).isEmpty();
        assertThat(feed.heads(List.of(worker))).containsEntry(worker, 2L);
    }
}
