package dev.warren.server.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.warren.server.task.Priority;
import dev.warren.server.workforce.WorkerView;

/**
 * A worker together with what they are at.
 *
 * @param current the oldest ten of their open assignments; the worker's load counts all
 */
record Person(@JsonUnwrapped WorkerView worker, List<CurrentAssignment> current) {

    /**
     * An open assignment as others see it.
     *
     * @param since when it came into this state
     * @param percent how far the work is, 0..100
     */
    record CurrentAssignment(
            UUID assignmentId,
            UUID taskId,
            String title,
            Priority priority,
            AssignmentState state,
            Instant since,
            int percent) {}
}
