package dev.warren.server.notification;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.dispute.DisputeEvent;
import dev.warren.server.identity.Accounts;
import dev.warren.server.shared.Actor;

/** A dispute is told to all who may answer it, and its answer to whoever raised it. */
@Component
@RequiredArgsConstructor
class DisputeNotices {

    private final Accounts accounts;

    record Disputed(UUID disputeId, UUID taskId, String title, String author, String text) {}

    List<Notice> of(DisputeEvent event, Actor author) {
        var said = new Disputed(event.dispute(), event.taskId(), event.title(), author.name(), event.text());
        var told = event instanceof DisputeEvent.Raised ? accounts.managing() : List.of(event.workerId());
        return told.stream()
                .filter(it -> !Objects.equals(it, author.account()))
                .map(it -> new Notice(it, event.type(), said))
                .toList();
    }
}
