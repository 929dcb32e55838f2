package dev.warren.server.messaging;

import jakarta.annotation.PreDestroy;

import org.springframework.core.InfrastructureProxy;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * The writer's transactions. They have a connection of their own, so that no crowd of readers keeps the writer waiting,
 * and it is never in auto-commit mode, so that a transaction costs one round trip beside its statements: the commit.
 * Whatever uses the application's data source on the writer's thread takes part.
 */
@Component
class WriterTransactions {

    private final HikariDataSource own;
    private final TransactionTemplate transaction;

    WriterTransactions(HikariDataSource application) {
        var config = new HikariConfig();
        application.copyStateTo(config);
        config.setPoolName("writer");
        config.setMaximumPoolSize(1);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setInitializationFailTimeout(-1); // a database that is away is told of by whoever needs it first
        own = new HikariDataSource(config);
        transaction = new TransactionTemplate(new JdbcTransactionManager(new StandIn(own, application)));
    }

    /** Runs work in one transaction; whatever it throws rolls back. */
    void run(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    @PreDestroy
    void close() {
        own.close();
    }

    /** Gives the writer's connection, and has it bound to the thread as one of the application's data source. */
    private static final class StandIn extends DelegatingDataSource implements InfrastructureProxy {

        private final HikariDataSource application;

        StandIn(HikariDataSource own, HikariDataSource application) {
            super(own);
            this.application = application;
        }

        @Override
        public Object getWrappedObject() {
            return application;
        }
    }
}
