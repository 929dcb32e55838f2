package dev.warren.server.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.warren.server.messaging.Recorded;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Ids;
import dev.warren.server.task.Priority;
import dev.warren.server.task.TaskEvent;
import dev.warren.server.task.TaskStatus;
import dev.warren.server.testing.TaskStory;

class CellTests {

    private final TaskStory story = new TaskStory(Ids.next(), "north", Priority.P2);

    @Test
    void countsANewTask() {
        assertThat(moves(story.queued())).isEqualTo(Map.of(cell(TaskStatus.QUEUED, Priority.P2), 1L));
    }

    @Test
    void movesATaskFromOneCellToAnother() {
        story.queued();

        assertThat(moves(story.assigned()))
                .isEqualTo(
                        Map.of(cell(TaskStatus.QUEUED, Priority.P2), -1L, cell(TaskStatus.ASSIGNED, Priority.P2), 1L));
    }

    @Test
    void movesATaskBetweenPriorities() {
        story.queued();

        assertThat(moves(story.reprioritised(Priority.P5)))
                .isEqualTo(Map.of(cell(TaskStatus.QUEUED, Priority.P2), -1L, cell(TaskStatus.QUEUED, Priority.P5), 1L));
    }

    @Test
    void addsUpOneCommitAndLeavesOutWhatComesOutEven() {
        assertThat(moves(story.queued(), story.assigned(), story.started(), story.progressed(), story.completed()))
                .isEqualTo(Map.of(cell(TaskStatus.COMPLETED, Priority.P2), 1L));
    }

    @Test
    void sumsUpWhatPeopleLookAt() {
        var cells = Map.of(
                cell(TaskStatus.QUEUED, Priority.P1),
                3L,
                cell(TaskStatus.ASSIGNED, Priority.P1),
                2L,
                cell(TaskStatus.COMPLETED, Priority.P1),
                100L,
                new Cell("south", TaskStatus.QUEUED, Priority.P5),
                4L);

        var statistics = Statistics.of(cells, Instant.EPOCH, new Writer.Figures(1, 2));

        assertThat(statistics.total()).isEqualTo(109);
        assertThat(statistics.byStatus())
                .containsEntry(TaskStatus.QUEUED, 7L)
                .containsEntry(TaskStatus.COMPLETED, 100L)
                .containsEntry(TaskStatus.FAILED, 0L);
        assertThat(statistics.byPriority()).containsEntry(Priority.P1, 5L).containsEntry(Priority.P2, 0L);
        assertThat(statistics.byQueue()).containsEntry("south", Map.of(TaskStatus.QUEUED, Map.of(Priority.P5, 4L)));
    }

    private static Cell cell(TaskStatus status, Priority priority) {
        return new Cell("north", status, priority);
    }

    private static Map<Cell, Long> moves(TaskEvent... events) {
        return Cell.moves(Stream.of(events)
                .map(it -> new Recorded(1, 1, Instant.EPOCH, it, Actor.SYSTEM, "{}", new byte[32]))
                .toList());
    }
}
