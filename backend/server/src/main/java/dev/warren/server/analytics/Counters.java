package dev.warren.server.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import lombok.RequiredArgsConstructor;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.CommitParticipant;
import dev.warren.server.shared.Sql;
import dev.warren.server.task.Priority;
import dev.warren.server.task.TaskStatus;

/**
 * The live counters. Each writer has a shard of its own, changed in the transaction of the change; what is true is the sum
 * of all shards. Shard 0 belongs to nobody: it takes up the shards of closed writers, and corrections.
 */
@Component
@RequiredArgsConstructor
class Counters implements CommitParticipant {

    private static final int COMMON_SHARD = 0;

    private final JdbcTemplate jdbc;

    @Override
    public void beforeCommit(Change change) {
        var moves = Cell.moves(change.events());
        if (!moves.isEmpty()) {
            change.write(upsert(moves.size()), parameters(change.writer(), moves));
        }
    }

    /** How many tasks there are in each cell; cells without any are left out. */
    SortedMap<Cell, Long> read() {
        return cells("""
                SELECT queue, status, priority, SUM(n) AS n FROM counter
                WHERE status <> '' GROUP BY queue, status, priority HAVING SUM(n) <> 0""");
    }

    /**
     * Takes the shards of closed writers into the common one, so that a sum stays one over few rows. A closed writer
     * commits nothing more, and its shard is gone when the next server looks: doing it twice does nothing.
     *
     * @return how many rows were taken up
     */
    @Transactional
    public int fold() {
        lockCommonShard();
        var closed = jdbc.queryForList("""
                SELECT DISTINCT counter.writer FROM counter JOIN writer ON writer.id = counter.writer
                WHERE writer.closed_at IS NOT NULL""", Integer.class).toArray();
        if (closed.length == 0) {
            return 0;
        }
        var those = " WHERE writer IN " + Sql.in(closed.length);
        var rows = jdbc.queryForList("SELECT n FROM counter" + those + " FOR UPDATE", Long.class, closed);
        var sums = cells(
                "SELECT queue, status, priority, SUM(n) AS n FROM counter" + those
                        + " GROUP BY queue, status, priority HAVING SUM(n) <> 0",
                closed);
        add(COMMON_SHARD, sums);
        jdbc.update("DELETE FROM counter" + those, closed);
        return rows.size();
    }

    /**
     * Compares the counters with the tasks themselves and corrects them by the difference. Both are read in one snapshot,
     * so the difference is right whatever other servers commit meanwhile.
     *
     * @return what was added to the cells that were wrong; empty when all was well
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Map<Cell, Long> correct() {
        lockCommonShard(); // a locking read: the snapshot begins with the next statement, after a rival's correction
        var wrong = cells("""
                SELECT task_queue.name AS queue, task.status, task.priority, COUNT(*) AS n
                FROM task JOIN task_queue ON task_queue.id = task.queue_id
                GROUP BY task_queue.name, task.status, task.priority""");
        read().forEach((cell, n) -> wrong.merge(cell, -n, Long::sum));
        wrong.values().removeIf(it -> it == 0);
        add(COMMON_SHARD, wrong);
        return wrong;
    }

    private void add(int shard, SortedMap<Cell, Long> moves) {
        if (!moves.isEmpty()) {
            jdbc.update(upsert(moves.size()), parameters(shard, moves));
        }
    }

    private static String upsert(int cells) {
        return "INSERT INTO counter (writer, queue, status, priority, n) VALUES "
                + String.join(",", Collections.nCopies(cells, "(?,?,?,?,?)"))
                + " ON DUPLICATE KEY UPDATE n = n + VALUES(n)";
    }

    private static Object[] parameters(int shard, SortedMap<Cell, Long> moves) {
        var parameters = new ArrayList<Object>(5 * moves.size());
        moves.forEach((cell, n) -> {
            Collections.addAll(
                    parameters,
                    shard,
                    cell.queue(),
                    cell.status().name(),
                    cell.priority().level(),
                    n);
        });
        return parameters.toArray();
    }

    private void lockCommonShard() {
        jdbc.queryForList("SELECT n FROM counter WHERE writer = 0 AND queue = '' FOR UPDATE", Long.class);
    }

    private SortedMap<Cell, Long> cells(String sql, Object... parameters) {
        var cells = new TreeMap<Cell, Long>();
        jdbc.query(
                sql,
                row -> {
                    cells.put(cell(row), row.getLong("n"));
                },
                parameters);
        return cells;
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                row.getString("queue"),
                TaskStatus.valueOf(row.getString("status")),
                Priority.of(row.getInt("priority")));
    }
}
