package dev.warren.server.assignment;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Service;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.messaging.Writer;
import dev.warren.server.task.TaskReader;

/** What somebody at work is asked, and answers; each answer is committed when the call returns. */
@Service
@RequiredArgsConstructor
public class OfferDesk {

    private final OfferTable table;
    private final Answers answers;
    private final TaskReader tasks;
    private final Writer writer;

    /** The open offers of the worker, the first first. */
    public List<OfferView> open(UUID worker) {
        var offers = table.openOfWorkers(List.of(worker));
        var found = tasks.all(Offers.tasks(offers));
        return offers.stream()
                .map(it -> new OfferView(
                        it.id(),
                        it.task(),
                        it.issuedAt(),
                        it.expiresAt(),
                        Objects.requireNonNull(found.get(it.task()))))
                .toList();
    }

    /** @return the id of the assignment */
    public UUID accept(UUID offer, CurrentUser user) {
        return writer.write(answers.accept, new Answers.Answer(offer, user.id(), null, user.actor()));
    }

    public void decline(UUID offer, String reason, CurrentUser user) {
        writer.write(answers.decline, new Answers.Answer(offer, user.id(), reason, user.actor()));
    }
}
