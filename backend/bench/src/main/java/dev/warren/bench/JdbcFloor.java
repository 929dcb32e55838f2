package dev.warren.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

/** Durable one-row commits into a scratch table, which is dropped afterwards. */
record JdbcFloor(double commitsPerSecond, Distribution commit) {

    private static final int CONNECTIONS = 16;
    private static final Duration WARM_UP = Duration.ofMillis(500);
    private static final Duration WINDOW = Duration.ofSeconds(3);

    static JdbcFloor measure(String url, @Nullable String user, @Nullable String password) throws InterruptedException {
        var table =
                "bench_floor_" + Integer.toHexString(ThreadLocalRandom.current().nextInt());
        try (var owner = DriverManager.getConnection(url, user, password)) {
            execute(
                    owner,
                    "CREATE TABLE " + table
                            + " (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, note VARCHAR(64) NOT NULL) ENGINE = InnoDB");
            try {
                insert(owner, table, WARM_UP);
                var alone = insert(owner, table, WINDOW);
                var jobs = new ArrayList<Callable<List<Double>>>();
                for (var i = 0; i < CONNECTIONS; i++) {
                    jobs.add(() -> {
                        try (var connection = DriverManager.getConnection(url, user, password)) {
                            insert(connection, table, WARM_UP);
                            return insert(connection, table, WINDOW);
                        }
                    });
                }
                var commits = Team.all(jobs, CONNECTIONS).stream()
                        .mapToInt(List::size)
                        .sum();
                return new JdbcFloor(commits / (double) WINDOW.toSeconds(), Distribution.of(alone));
            } finally {
                execute(owner, "DROP TABLE " + table);
            }
        } catch (SQLException e) {
            throw new CannotRun("The database floor: " + e.getMessage(), e);
        }
    }

    /** Milliseconds of each commit within the window. */
    private static List<Double> insert(Connection connection, String table, Duration window) throws SQLException {
        connection.setAutoCommit(true);
        var figures = new ArrayList<Double>();
        try (var statement = connection.prepareStatement("INSERT INTO " + table + " (note) VALUES (?)")) {
            var end = System.nanoTime() + window.toNanos();
            for (var start = System.nanoTime(); start < end; ) {
                statement.setString(1, "one row, one commit");
                statement.executeUpdate();
                var now = System.nanoTime();
                figures.add((now - start) / 1e6);
                start = now;
            }
        }
        return figures;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
