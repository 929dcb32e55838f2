package dev.warren.server.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.warren.server.shared.Ids;
import dev.warren.server.task.DeadlineEvent;
import dev.warren.server.task.EscalationEvent;
import dev.warren.server.task.Priority;
import dev.warren.server.task.TalkEvent;
import dev.warren.server.task.TaskEvent;
import dev.warren.server.task.TaskStatus;
import dev.warren.server.testing.TaskStory;

class NoticeTests {

    private static final UUID WORKER = Ids.next();
    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");

    static Stream<Arguments> events() {
        var done = new TaskStory(WORKER);
        var failed = new TaskStory(WORKER);
        var cancelled = new TaskStory(WORKER);
        var waiting = new TaskStory(WORKER);
        var released = new TaskStory(WORKER);
        var asked = new TaskStory(WORKER);
        var paused = new TaskStory(WORKER);
        var setAside = new TaskStory(WORKER);
        paused.assigned();
        failed.assigned();
        released.assigned();
        cancelled.assigned();
        return Stream.of(
                arguments(done.queued(), null, null),
                arguments(done.reprioritised(Priority.P4), null, null),
                arguments(
                        done.assigned(),
                        "assignment.created",
                        new Notice.AssignmentCreated(
                                done.assignment(),
                                done.task(),
                                done.title(),
                                Priority.P4,
                                List.of("java"),
                                "repair",
                                1,
                                "default",
                                TaskStory.CREATED,
                                NOW)),
                arguments(
                        done.started(),
                        "assignment.started",
                        new Notice.AssignmentStarted(done.assignment(), done.task())),
                arguments(done.progressed(), null, null),
                arguments(
                        done.reprioritised(Priority.P1),
                        "task.reprioritised",
                        new Notice.TaskReprioritised(done.task(), Priority.P4, Priority.P1)),
                arguments(done.completed(), "assignment.closed", closed(done, TaskStatus.COMPLETED)),
                arguments(failed.failed(), "assignment.closed", closed(failed, TaskStatus.FAILED)),
                arguments(failed.requeued(), null, null),
                arguments(cancelled.cancelled(), "assignment.closed", closed(cancelled, TaskStatus.CANCELLED)),
                arguments(released.released(), "assignment.closed", closed(released, TaskStatus.QUEUED)),
                arguments(waiting.moved("other"), null, null),
                arguments(waiting.cancelled(), null, null),
                arguments(
                        paused.held(),
                        "assignment.held",
                        new Notice.AssignmentHeld(
                                paused.assignment(), paused.task(), paused.title(), TaskStory.CREATED)),
                arguments(
                        paused.resumed(),
                        "assignment.resumed",
                        new Notice.AssignmentResumed(paused.assignment(), paused.task(), paused.title())),
                arguments(setAside.held(), null, null),
                arguments(
                        asked.offered(),
                        "offer.issued",
                        new Notice.OfferIssued(
                                asked.assignment(),
                                asked.task(),
                                asked.title(),
                                Priority.P2,
                                List.of("java"),
                                "repair",
                                "default",
                                TaskStory.CREATED,
                                TaskStory.CREATED.plusSeconds(30))),
                arguments(asked.declined(), "offer.declined", offerClosed(asked, null)),
                arguments(asked.offerExpired(), "offer.expired", offerClosed(asked, null)),
                arguments(asked.offerRevoked(), "offer.revoked", offerClosed(asked, "PRESENCE")),
                arguments(calledOff(), "offer.revoked", offerClosed(CALLED_OFF, "CANCELLED")),
                arguments(setAside.relaxed(), null, null),
                arguments(setAside.escalationSkipped(), null, null));
    }

    private static final TaskStory CALLED_OFF = new TaskStory(WORKER);

    private static TaskEvent calledOff() {
        CALLED_OFF.offered();
        return CALLED_OFF.cancelled();
    }

    private static Notice.OfferClosed offerClosed(TaskStory story, @Nullable String reason) {
        return new Notice.OfferClosed(story.assignment(), story.task(), story.title(), reason);
    }

    private static Notice.AssignmentClosed closed(TaskStory story, TaskStatus state) {
        return new Notice.AssignmentClosed(story.assignment(), story.task(), state);
    }

    @ParameterizedTest
    @MethodSource("events")
    void tellsTheWorkerWhatConcernsHim(TaskEvent event, @Nullable String type, @Nullable Object data) {
        var expected = type == null || data == null ? null : new Notice(WORKER, type, data);

        assertThat(Notice.of(event, NOW)).isEqualTo(expected);
    }

    @Test
    void tellsTheHolderThatTimeRunsOutAndNobodyWhoIsOnlyAsked() {
        var held = new TaskStory(WORKER);
        var asked = new TaskStory(WORKER);
        var waiting = new TaskStory(WORKER);
        held.assigned();
        asked.offered();
        var late = new LateNotices.Late(held.task(), held.title(), DeadlineEvent.Kind.RESOLVE, TaskStory.CREATED);

        assertThat(LateNotices.of(held.atRisk())).containsExactly(new Notice(WORKER, "task.sla-at-risk", late));
        assertThat(LateNotices.of(held.breached())).containsExactly(new Notice(WORKER, "task.sla-breached", late));
        assertThat(LateNotices.of(asked.breached())).isEmpty();
        assertThat(LateNotices.of(waiting.breached())).isEmpty();
    }

    @Test
    void tellsEachWhomTheQueueWantsToBeTold() {
        var story = new TaskStory(WORKER);
        var other = Ids.next();

        assertThat(LateNotices.of(story.escalated(WORKER, other)))
                .extracting(Notice::account, Notice::type)
                .containsExactly(tuple(WORKER, "task.escalated"), tuple(other, "task.escalated"));
        assertThat(Notice.of(story.escalated(WORKER), NOW)).isNull();
    }

    /**
     * But what people say, which concerns several: {@link TalkNotices}; and that time runs out: {@link LateNotices}.
     */
    @Test
    void coversEveryKindOfEvent() {
        assertThat(events().<Class<?>>map(it -> it.get()[0].getClass()).distinct())
                .containsExactlyInAnyOrderElementsOf(concrete(TaskEvent.class)
                        .filter(it -> !TalkEvent.class.isAssignableFrom(it)
                                && !DeadlineEvent.class.isAssignableFrom(it)
                                && it != EscalationEvent.Notified.class)
                        .toList());
    }

    private static Stream<Class<?>> concrete(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(NoticeTests::concrete)
                : Stream.of(type);
    }
}
