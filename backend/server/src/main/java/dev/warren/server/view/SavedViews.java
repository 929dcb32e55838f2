package dev.warren.server.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import lombok.RequiredArgsConstructor;

import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.Sql;

/** The saved views of everybody. */
@Component
@RequiredArgsConstructor
class SavedViews {

    static final int MOST = 50;

    private static final String SELECT = """
            SELECT v.*, a.display_name FROM saved_view v JOIN account a ON a.id = v.owner WHERE\s""";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    /** What can be said of a view. */
    record Content(String name, String page, String query, boolean shared) {}

    /** The account's own views and those that others share, by name. */
    List<SavedView> seenBy(UUID account) {
        return jdbc.query(
                SELECT + "v.owner = ? OR v.shared ORDER BY v.name, v.id LIMIT 1000", SavedViews::view, (Object)
                        Ids.bytes(account));
    }

    /** A view that the account sees. */
    Optional<SavedView> find(UUID id, UUID account) {
        return jdbc
                .query(
                        SELECT + "v.id = ? AND (v.owner = ? OR v.shared)",
                        SavedViews::view,
                        Ids.bytes(id),
                        Ids.bytes(account))
                .stream()
                .findFirst();
    }

    /** Keeps a new one. The owner's account is locked, so that nobody exceeds the limit by saving twice at once. */
    @Transactional
    public UUID add(UUID owner, Content content) {
        jdbc.queryForList("SELECT id FROM account WHERE id = ? FOR UPDATE", byte[].class, (Object) Ids.bytes(owner));
        var count = jdbc.queryForObject(
                "SELECT COUNT(*) FROM saved_view WHERE owner = ?", Integer.class, (Object) Ids.bytes(owner));
        if (count != null && count >= MOST) {
            throw new Problem(
                    ProblemCode.RULE_VIOLATED,
                    "You have %d saved views already, which is the limit. Remove one first.".formatted(MOST));
        }
        var id = Ids.next();
        jdbc.update(
                "INSERT INTO saved_view (id, owner, name, page, query, shared, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                Ids.bytes(id),
                Ids.bytes(owner),
                content.name(),
                content.page(),
                content.query(),
                content.shared(),
                Sql.at(clock.instant()));
        return id;
    }

    void change(UUID id, Content content) {
        jdbc.update(
                "UPDATE saved_view SET name = ?, page = ?, query = ?, shared = ?, updated_at = ? WHERE id = ?",
                content.name(),
                content.page(),
                content.query(),
                content.shared(),
                Sql.at(clock.instant()),
                Ids.bytes(id));
    }

    void remove(UUID id) {
        jdbc.update("DELETE FROM saved_view WHERE id = ?", (Object) Ids.bytes(id));
    }

    private static SavedView view(ResultSet row, int number) throws SQLException {
        return new SavedView(
                Sql.id(row, "id"),
                row.getString("name"),
                row.getString("page"),
                row.getString("query"),
                row.getBoolean("shared"),
                Sql.id(row, "owner"),
                row.getString("display_name"),
                Sql.instant(row, "updated_at"));
    }
}
