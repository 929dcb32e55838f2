package dev.warren.server.shared;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Refuses MySQL's driver on a MariaDB server, before the first migration: it takes MariaDB for a MySQL of 2010, drops
 * microseconds and does not skip locked rows, and nothing would say so.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseGuard {

    @Bean
    FlywayMigrationStrategy checkedMigration() {
        return flyway -> {
            check(flyway.getConfiguration().getDataSource());
            flyway.migrate();
        };
    }

    static void check(DataSource database) {
        var connection = DataSourceUtils.getConnection(database);
        try {
            if (connection.getMetaData().getURL().startsWith("jdbc:mysql:") && isMariaDb(connection)) {
                throw new SettingRefused(
                        "spring.datasource.url begins with jdbc:mysql: but the server there is MariaDB.",
                        "Write jdbc:mariadb: instead of jdbc:mysql: in spring.datasource.url.");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Could not ask the database what it is", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private static boolean isMariaDb(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT VERSION()")) {
            return answer.next() && answer.getString(1).contains("MariaDB");
        }
    }
}
