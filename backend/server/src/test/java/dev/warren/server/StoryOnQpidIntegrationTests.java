package dev.warren.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;

import tools.jackson.databind.json.JsonMapper;

import dev.warren.contracts.Schemas;
import dev.warren.server.messaging.Names;
import dev.warren.server.shared.Ids;
import dev.warren.server.task.Priority;
import dev.warren.server.testing.Company;
import dev.warren.server.testing.OwnServer;

/** The story of a task on the broker that a machine without RabbitMQ gets; the tests of all else run on RabbitMQ. */
class StoryOnQpidIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void isTheSameAsOnRabbitMq() throws Exception {
        try (var server = OwnServer.onQpid()) {
            var company = new Company(server.api());
            var connection = server.get(ConnectionFactory.class).createConnection();
            var channel = connection.createChannel(false);
            await().atMost(PATIENCE)
                    .until(() -> server.api()
                            .get("/api/v1/health")
                            .body()
                            .path("status")
                            .asString()
                            .equals("UP"));

            assertThat(connection.getDelegate().getServerProperties().get("product"))
                    .asString()
                    .contains("Qpid");
            assignsAndPushesAndCompletes(company);
            createsATaskOfAMessageOnce(company, channel);
            showsADeadLetter(company, channel);
        }
    }

    private static void assignsAndPushesAndCompletes(Company company) {
        var skill = company.newSkill();
        var worker = company.hire(1, skill).come();
        var task = company.create("on Qpid", Priority.P2, skill);

        var assignment = worker.awaitOne();
        assertThat(assignment.path("taskId").asString()).isEqualTo(task.toString());
        worker.start(assignment.path("id").asString());
        worker.complete(assignment.path("id").asString());

        assertThat(company.statusOf(task)).isEqualTo("COMPLETED");
        assertThat(worker.get("/api/v1/me/feed").body().path("entries").valueStream())
                .extracting(it -> it.path("type").asString())
                .containsExactly("assignment.created", "assignment.started", "assignment.closed");
        worker.leave();
        await().atMost(PATIENCE)
                .until(() -> company.get("/api/v1/health")
                                .body()
                                .at("/components/rabbitmq/details/eventsBehind")
                                .asLong()
                        == 0);
    }

    private static void createsATaskOfAMessageOnce(Company company, Channel channel) throws Exception {
        var skill = company.newSkill();
        var queue = company.newQueue();
        var body = JsonMapper.shared().writeValueAsBytes(Company.task("by message", queue, Priority.P1, skill));
        var replies = channel.queueDeclare().getQueue();
        var message = new BasicProperties.Builder()
                .contentType("application/json")
                .type(Schemas.CREATE_TASK)
                .messageId(Ids.next().toString())
                .correlationId("42")
                .replyTo(replies)
                .priority(5)
                .build();

        channel.basicPublish(Names.COMMANDS, Names.TASK_INTAKE, message, body);
        channel.basicPublish(Names.COMMANDS, Names.TASK_INTAKE, message, body);

        for (int i = 0; i < 2; i++) {
            var reply = await().atMost(PATIENCE).until(() -> channel.basicGet(replies, true), it -> it != null);
            assertThat(reply.getProps().getCorrelationId()).isEqualTo("42");
        }
        assertThat(company.get("/api/v1/tasks?queue=" + queue)
                        .body()
                        .path("items")
                        .valueStream())
                .extracting(it -> it.path("title").asString())
                .containsExactly("by message");
    }

    private static void showsADeadLetter(Company company, Channel channel) throws Exception {
        long before = channel.messageCount(Names.DEAD_LETTERS); // the broker keeps those of earlier runs
        var rubbish = new BasicProperties.Builder()
                .contentType("application/json")
                .messageId("rubbish")
                .headers(Map.of())
                .build();

        channel.basicPublish(Names.COMMANDS, Names.TASK_INTAKE, rubbish, "{\"title\":".getBytes(UTF_8));

        var letters = await().atMost(PATIENCE)
                .until(
                        () -> company.get("/api/v1/dead-letters")
                                .body()
                                .path("items")
                                .valueStream()
                                .toList(),
                        it -> !it.isEmpty());
        assertThat(List.copyOf(letters)).hasSize(1).allSatisfy(it -> {
            assertThat(it.path("code").asString()).isEqualTo("malformed-json");
            assertThat(it.path("source").asString()).isEqualTo(Names.TASK_INTAKE);
        });
        assertThat(channel.messageCount(Names.DEAD_LETTERS)).isEqualTo(before + 1);
    }
}
