package dev.warren.server.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.Accounts;
import dev.warren.server.messaging.Recorded;
import dev.warren.server.shared.Actor;
import dev.warren.server.task.TalkEvent;

/** Who is told of what people say about a task; never whoever says it. */
@Component
@RequiredArgsConstructor
class TalkNotices {

    private final Accounts accounts;

    record Said(UUID taskId, String title, String author, String text) {}

    List<Notice> of(TalkEvent event, Recorded recorded) {
        var author = recorded.actor();
        var said = new Said(event.task(), event.title(), author.name(), event.text());
        var notices = new ArrayList<Notice>();
        if (event instanceof TalkEvent.HelpRequested) {
            accounts.managing().forEach(it -> notices.add(new Notice(it, "help.requested", said)));
        } else if (event instanceof TalkEvent.HelpAnswered it) {
            addHolder(it, "help.answered", said, notices);
            addMentioned(it.mentions(), event, said, notices);
        } else if (event instanceof TalkEvent.Commented it) {
            addHolder(it, "comment.added", said, notices);
            addMentioned(it.mentions(), event, said, notices);
        }
        notices.removeIf(it -> isBy(author, it));
        return notices;
    }

    private static void addHolder(TalkEvent event, String type, Said said, List<Notice> notices) {
        if (event.workerId() != null) {
            notices.add(new Notice(event.workerId(), type, said));
        }
    }

    private static void addMentioned(List<UUID> mentions, TalkEvent event, Said said, List<Notice> notices) {
        for (var account : mentions) {
            if (!account.equals(event.workerId())) {
                notices.add(new Notice(account, "comment.added", said));
            }
        }
    }

    private static boolean isBy(Actor author, Notice notice) {
        return Objects.equals(author.account(), notice.account());
    }
}
