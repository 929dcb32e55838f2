package dev.warren.server.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.identity.Accounts;
import dev.warren.server.identity.Usernames;
import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Command;
import dev.warren.server.messaging.Operation;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.Sql;

/** What people say about tasks, and whom they call to them. */
@Component
@RequiredArgsConstructor
class Comments implements Operation<Comments.Saying, Comments.CommentView> {

    /** A name after an at sign that is no part of an address. */
    private static final Pattern MENTION = Pattern.compile("(?<![\\w.@-])@(" + Usernames.FORM + ")");

    private static final int MOST_MENTIONS = 20;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Accounts accounts;
    private final Tasks tasks;
    private final HelpRequests helpRequests;

    /** Somebody as a comment names them. */
    record Name(@Nullable UUID id, String name) {}

    record CommentView(UUID id, Name author, Instant at, String text, List<Name> mentions) {}

    /**
     * Something to be said.
     *
     * @param mentions as {@link #mentionsIn} found them: accounts are read before the transaction, not in it
     * @param answersHelp it ends the holder's request for help
     */
    record Saying(UUID task, String text, List<Name> mentions, boolean answersHelp, Actor author) {}

    /** The accounts that a text calls by {@code @name}; names that nobody has are plain text. */
    List<Name> mentionsIn(String text) {
        var found = new LinkedHashMap<UUID, Name>();
        MENTION.matcher(text)
                .results()
                .map(Comments::name)
                .distinct()
                .limit(MOST_MENTIONS)
                .flatMap(it -> accounts.find(it).stream())
                .forEach(it -> found.put(it.id(), new Name(it.id(), it.username())));
        return List.copyOf(found.values());
    }

    /** A dot or a hyphen at its end belongs to the sentence. */
    private static String name(MatchResult found) {
        return found.group(1).replaceAll("[.-]+$", "");
    }

    /** Whether the account was called to the task. */
    boolean isMentioned(UUID task, UUID account) {
        var sql = "SELECT COUNT(*) FROM mention WHERE task = ? AND account = ?";
        return Objects.requireNonNull(jdbc.queryForObject(sql, Integer.class, Ids.bytes(task), Ids.bytes(account))) > 0;
    }

    /** What was said about a task after a comment, the first first. */
    List<CommentView> of(UUID task, @Nullable UUID after, int size) {
        return jdbc.query("""
                SELECT id, author, author_name, at, text, mentions FROM task_comment
                WHERE task = ? AND id > ? ORDER BY id LIMIT ?""", this::view, Ids.bytes(task), Ids.bytes(after == null ? new UUID(0, 0) : after), size);
    }

    private CommentView view(ResultSet row, int number) throws SQLException {
        return new CommentView(
                Sql.id(row, "id"),
                new Name(Sql.idOrNull(row, "author"), row.getString("author_name")),
                Sql.instant(row, "at"),
                row.getString("text"),
                json.readValue(row.getString("mentions"), new TypeReference<List<Name>>() {}));
    }

    @Override
    public Collection<UUID> subjects(Saying saying) {
        return List.of(saying.task());
    }

    @Override
    public void apply(List<Command<Saying, CommentView>> commands, Change change) {
        var locked = tasks.lock(commands.stream().map(it -> it.content().task()).toList());
        var moved = new ArrayList<Task>();
        for (var command : commands) {
            var saying = command.content();
            try {
                var task = locked.get(saying.task());
                if (task == null) {
                    throw Problem.notFound("task", saying.task());
                }
                command.accept(say(saying, task, change));
                moved.add(task);
            } catch (Problem refusal) {
                command.refuse(refusal);
            }
        }
        tasks.save(moved, change);
    }

    private CommentView say(Saying saying, Task task, Change change) {
        var id = Ids.next();
        var called = saying.mentions().stream()
                .map(it -> Objects.requireNonNull(it.id()))
                .toList();
        var remark = new TalkVerbs.Remark(id, saying.text(), called);
        if (saying.answersHelp()) {
            TalkVerbs.answer(task, remark, saying.author(), change);
            helpRequests.answered(task.id(), change);
        } else {
            TalkVerbs.comment(task, remark, saying.author(), change);
        }
        var author = new Name(saying.author().account(), saying.author().name());
        change.write(
                """
                INSERT INTO task_comment (task, id, author, author_name, at, text, mentions)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                Ids.bytes(task.id()),
                Ids.bytes(id),
                Sql.bytesOrNull(author.id()),
                author.name(),
                Sql.at(change.now()),
                saying.text(),
                json.writeValueAsString(saying.mentions()));
        call(task, called, change);
        return new CommentView(id, author, change.now(), saying.text(), saying.mentions());
    }

    /** Lets them read the task from now on, and comment on it. */
    void call(Task task, Collection<UUID> accounts, Change change) {
        change.write(
                "REPLACE INTO mention (task, account) VALUES (?, ?)",
                accounts.stream()
                        .map(it -> new @Nullable Object[] {Ids.bytes(task.id()), Ids.bytes(it)})
                        .toList());
    }
}
