package dev.warren.server.messaging;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;

import lombok.RequiredArgsConstructor;

/**
 * The statements of a transaction, kept back until they can be sent together. A lone task's dozen of statements cost one
 * round trip for all; what a crowd of tasks has in common goes as one JDBC batch each, which the drivers send in bulk.
 * Needs a driver that was told to allow several statements at once ({@code allowMultiQueries}).
 */
@RequiredArgsConstructor
final class Writes {

    /** From how many rows on a batch is cheaper for the database than as many statements. */
    private static final int CROWD = 6;

    private static final int ANY = -1;

    private final JdbcTemplate jdbc;
    private final List<Write> waiting = new ArrayList<>();

    /**
     * One statement for some rows.
     *
     * @param expected how many rows each execution must find, or {@link #ANY}
     */
    private record Write(String sql, int expected, List<@Nullable Object[]> rows) {}

    /** Executes a statement once for each row, whatever it finds. */
    void add(String sql, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            add(sql, ANY, rows);
        }
    }

    /** @param expected how many rows the statement must find, for example by their version */
    void update(String sql, int expected, @Nullable Object... arguments) {
        add(sql, expected, Collections.singletonList(arguments));
    }

    private void add(String sql, int expected, List<@Nullable Object[]> rows) {
        var last = waiting.isEmpty() ? null : waiting.get(waiting.size() - 1);
        if (last != null && last.sql().equals(sql) && last.expected() == expected) {
            last.rows().addAll(rows);
        } else {
            waiting.add(new Write(sql, expected, new ArrayList<>(rows)));
        }
    }

    /**
     * Sends what was kept back, in its order.
     *
     * @throws OptimisticLockingFailureException when a row that must be found was not
     */
    void flush() {
        var together = new ArrayList<Write>();
        for (var write : waiting) {
            if (write.rows().size() < CROWD) {
                together.add(write);
            } else {
                send(together);
                sendBatch(write);
            }
        }
        send(together);
        waiting.clear();
    }

    private void sendBatch(Write write) {
        PreparedStatementCallback<int[]> batch = statement -> {
            for (var row : write.rows()) {
                fill(statement, 0, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        };
        for (int found : Objects.requireNonNull(jdbc.execute(write.sql(), batch))) {
            if (found != Statement.SUCCESS_NO_INFO) {
                check(write, found);
            }
        }
    }

    /** As {@link JdbcTemplate#batchUpdate} does, without looking at each value first: the driver does that again. */
    private static int fill(PreparedStatement statement, int filled, @Nullable Object[] row) throws SQLException {
        int parameter = filled;
        for (var value : row) {
            statement.setObject(++parameter, value);
        }
        return parameter;
    }

    private static void check(Write write, int found) {
        if (write.expected() != ANY && found != write.expected()) {
            throw new OptimisticLockingFailureException("A row was changed by somebody else");
        }
    }

    private void send(List<Write> writes) {
        if (!writes.isEmpty()) {
            var sql = writes.stream()
                    .flatMap(it -> Collections.nCopies(it.rows().size(), it.sql()).stream())
                    .collect(Collectors.joining(";\n"));
            PreparedStatementCallback<Boolean> all = statement -> execute(statement, writes);
            jdbc.execute(sql, all);
            writes.clear();
        }
    }

    private static Boolean execute(PreparedStatement statement, List<Write> writes) throws SQLException {
        int parameter = 0;
        for (var write : writes) {
            for (var row : write.rows()) {
                parameter = fill(statement, parameter, row);
            }
        }
        statement.execute();
        for (var write : writes) {
            for (int row = 0; row < write.rows().size(); row++) {
                check(write, statement.getUpdateCount());
                statement.getMoreResults();
            }
        }
        return true;
    }
}
