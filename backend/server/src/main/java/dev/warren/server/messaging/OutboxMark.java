package dev.warren.server.messaging;

import jakarta.annotation.PostConstruct;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

/**
 * How far this server's writer and its relay are. The writer's thread moves the number of the writer and the last event
 * committed, the relay moves the last event confirmed by the broker; a confirmation counts only for the writer that it
 * was published for, so a relay that is late after {@link #reopen} cannot mark what it has not sent.
 */
@Component
@RequiredArgsConstructor
class OutboxMark {

    private final WriterTable writers;
    private final ServerIdentity server;

    private volatile Position position = new Position(0, 0, 0, 0);

    /**
     * One consistent reading.
     *
     * @param published the last event that the broker confirmed
     * @param stored how much of that is in the database
     */
    record Position(int writer, long committed, long published, long stored) {

        long behind() {
            return committed - published;
        }
    }

    /** Begins a log of its own for this process. */
    @PostConstruct
    synchronized void reopen() {
        position = new Position(writers.open(server.name()), 0, 0, 0);
    }

    /**
     * After a commit whose outcome is not known: takes over from the database how far this writer is. Begins a new log
     * when another server closed this one, or when the database lost what it had committed.
     */
    synchronized void resync() {
        var before = position;
        var stored = writers.committedOf(before.writer());
        if (stored.isEmpty() || stored.getAsLong() < before.committed()) {
            reopen();
        } else {
            committed(before.writer(), stored.getAsLong(), before.stored());
        }
    }

    Position get() {
        return position;
    }

    synchronized void committed(int writer, long sequence, long stored) {
        if (position.writer() == writer) {
            position = new Position(writer, sequence, position.published(), Math.max(position.stored(), stored));
        }
    }

    synchronized void published(int writer, long sequence) {
        if (position.writer() == writer && position.published() < sequence) {
            position = new Position(writer, position.committed(), sequence, position.stored());
        }
    }

    synchronized void stored(int writer, long published) {
        if (position.writer() == writer && position.stored() < published) {
            position = new Position(writer, position.committed(), position.published(), published);
        }
    }
}
