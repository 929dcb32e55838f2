package dev.warren.server.assignment;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.messaging.Writer;

/** What somebody at work does with their own assignments, each call one report that is committed when it returns. */
@Service
@RequiredArgsConstructor
public class Desk {

    private final Work work;
    private final AssignmentReader reader;
    private final Writer writer;

    /** The oldest {@code size} assignments that the worker holds. */
    public List<AssignmentView> open(UUID worker, int size) {
        return reader.open(worker, null, size);
    }

    public AssignmentView start(UUID assignment, CurrentUser user) {
        return report(new Work.Report(assignment, user.id(), Work.Verb.START, 0, null, null, user.actor()));
    }

    /** @param percent 0..100 */
    public AssignmentView progress(UUID assignment, int percent, @Nullable String note, CurrentUser user) {
        return report(new Work.Report(assignment, user.id(), Work.Verb.PROGRESS, percent, note, null, user.actor()));
    }

    /** @param disposition how it ends, one of those of its queue, or null when that has none */
    public AssignmentView complete(UUID assignment, String comment, @Nullable String disposition, CurrentUser user) {
        return report(
                new Work.Report(assignment, user.id(), Work.Verb.COMPLETE, 100, comment, disposition, user.actor()));
    }

    public AssignmentView fail(UUID assignment, String comment, CurrentUser user) {
        return report(new Work.Report(assignment, user.id(), Work.Verb.FAIL, 0, comment, null, user.actor()));
    }

    private AssignmentView report(Work.Report report) {
        return reader.view(writer.write(work, report));
    }
}
