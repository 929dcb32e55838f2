package dev.warren.server.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.OptionalLong;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.warren.server.messaging.OutboxMark.Position;

class OutboxMarkTests {

    private final WriterTable writers = mock(WriterTable.class);
    private final OutboxMark mark = new OutboxMark(writers, new ServerIdentity());

    @BeforeEach
    void open() {
        when(writers.open(anyString())).thenReturn(7, 8);
        mark.reopen();
        mark.committed(7, 10, 0);
    }

    @Test
    void ignoresAConfirmationThatIsLateAfterReopening() {
        mark.reopen();

        mark.published(7, 10);
        mark.stored(7, 10);

        assertThat(mark.get()).isEqualTo(new Position(8, 0, 0, 0));
    }

    @Test
    void neverMovesBack() {
        mark.published(7, 5);
        mark.published(7, 3);
        mark.stored(7, 5);
        mark.committed(7, 12, 2);

        assertThat(mark.get()).isEqualTo(new Position(7, 12, 5, 5));
        assertThat(mark.get().behind()).isEqualTo(7);
    }

    @Test
    void takesACommitWhoseAnswerWasLostFromTheDatabase() {
        when(writers.committedOf(7)).thenReturn(OptionalLong.of(11));

        mark.resync();

        assertThat(mark.get()).isEqualTo(new Position(7, 11, 0, 0));
    }

    @Test
    void beginsANewLogWhenItsOwnIsClosed() {
        when(writers.committedOf(7)).thenReturn(OptionalLong.empty());

        mark.resync();

        assertThat(mark.get().writer()).isEqualTo(8);
    }

    @Test
    void beginsANewLogWhenTheDatabaseLostCommits() {
        when(writers.committedOf(7)).thenReturn(OptionalLong.of(9));

        mark.resync();

        assertThat(mark.get().writer()).isEqualTo(8);
    }
}
