package dev.warren.server.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.CommitParticipant;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Sql;
import dev.warren.server.task.TalkEvent;
import dev.warren.server.task.TaskEvent;
import dev.warren.server.workforce.WorkerEvent;

/**
 * The feed of every account. Entries are numbered in the transaction of the change under the lock of the account's head,
 * so that numbers have no gaps, become visible in their order, and hold on any number of servers.
 */
@Component
@RequiredArgsConstructor
class Feed implements CommitParticipant {

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Push push;
    private final TalkNotices talk;

    /** Made before and pushed after the same commit; only the writer's thread touches it. */
    private List<Push.Frame> written = List.of();

    @Override
    public void beforeCommit(Change change) {
        written = List.of();
        var notices = notices(change);
        if (notices.isEmpty()) {
            return;
        }
        var next = reserve(notices, change);
        var entries = new ArrayList<FeedEntry>(notices.size());
        for (var notice : notices) {
            long seq = next.merge(notice.account(), 1L, Long::sum);
            entries.add(new FeedEntry(
                    notice.account(), seq, notice.type(), change.now(), json.writeValueAsString(notice.data())));
        }
        insert(entries, change);
        written = entries.stream()
                .map(it -> new Push.Frame(it.account(), it.json()))
                .toList();
        change.hint(FeedRelay.TOPIC, written);
    }

    @Override
    public void afterCommit(Change change) {
        if (!written.isEmpty()) {
            push.toFeeds(written);
        }
    }

    /** What came after a number, in order; at most {@code size} entries. */
    List<FeedEntry> after(UUID account, long seq, int size) {
        return jdbc.query(
                "SELECT seq, type, at, data FROM feed_entry WHERE account = ? AND seq > ? ORDER BY seq LIMIT ?",
                (row, number) -> new FeedEntry(
                        account,
                        row.getLong("seq"),
                        row.getString("type"),
                        Sql.instant(row, "at"),
                        row.getString("data")),
                Ids.bytes(account),
                seq,
                size);
    }

    /** The last numbers of some feeds; an account that was never told anything is missing. */
    Map<UUID, Long> heads(Collection<UUID> accounts) {
        return heads(accounts, "");
    }

    private Map<UUID, Long> heads(Collection<UUID> accounts, String locking) {
        var heads = new HashMap<UUID, Long>();
        if (!accounts.isEmpty()) {
            jdbc.query(
                    "SELECT account, head FROM feed_head WHERE account IN " + Sql.in(accounts.size()) + locking,
                    row -> {
                        heads.put(Sql.id(row, "account"), row.getLong("head"));
                    },
                    Sql.ids(accounts));
        }
        return heads;
    }

    /** Removes the oldest entries from before a time; at most {@code size}. The numbers of the others stay. */
    int forget(Instant before, int size) {
        return jdbc.update("DELETE FROM feed_entry WHERE at < ? ORDER BY at LIMIT ?", Sql.at(before), size);
    }

    private List<Notice> notices(Change change) {
        var notices = new ArrayList<Notice>();
        for (var recorded : change.events()) {
            if (recorded.event() instanceof TalkEvent event) {
                notices.addAll(talk.of(event, recorded));
                continue;
            }
            if (recorded.event() instanceof TaskEvent event) {
                notices.addAll(LateNotices.of(event));
            }
            var notice = recorded.event() instanceof TaskEvent event
                    ? Notice.of(event, recorded.occurred())
                    : recorded.event() instanceof WorkerEvent event ? Notice.of(event) : null;
            if (notice != null) {
                notices.add(notice);
            }
        }
        return notices;
    }

    /**
     * Locks the heads, in one order everywhere so that two servers cannot block each other, and moves them. Of two
     * servers that make the same head, one fails on the entries' key and is tried again.
     *
     * @return the heads before
     */
    private Map<UUID, Long> reserve(List<Notice> notices, Change change) {
        SortedMap<UUID, Long> counts = new TreeMap<>(Sql::byteOrder);
        notices.forEach(it -> counts.merge(it.account(), 1L, Long::sum));
        var before = heads(counts.keySet(), " ORDER BY account FOR UPDATE");
        var rows = new ArrayList<@Nullable Object[]>(counts.size());
        counts.forEach((account, count) ->
                rows.add(new @Nullable Object[] {Ids.bytes(account), before.getOrDefault(account, 0L) + count}));
        change.write("REPLACE INTO feed_head (account, head) VALUES (?, ?)", rows);
        return before;
    }

    private static void insert(List<FeedEntry> entries, Change change) {
        change.write(
                "INSERT INTO feed_entry (account, seq, at, type, data) VALUES (?, ?, ?, ?, ?)",
                entries.stream()
                        .map(it -> new @Nullable Object[] {
                            Ids.bytes(it.account()), it.seq(), Sql.at(it.at()), it.type(), it.data()
                        })
                        .toList());
    }
}
