package dev.marginal.scenarios.store.postgres;

import dev.marginal.scenarios.store.StoreUnusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.postgresql.Driver;

/**
 * A PostgreSQL server. Each piece of work has a connection and a transaction of its own; nothing is
 * held between two of them, so a server that restarts is not missed in between. A process that is
 * stopped amid a transaction loses it after a minute, and with it every lock.
 */
final class Server {
    private static final String SECONDS_TO_CONNECT = "10";
    private static final String SECONDS_OF_SILENCE = "120";
    private static final String BEGIN =
            """
            SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
            SET LOCAL lock_timeout = '100s';
            SET LOCAL idle_in_transaction_session_timeout = '60s'""";

    private final PostgresAddress address;
    private UUID store;

    Server(PostgresAddress address) {
        this.address = address;
    }

    /** Something done in a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T done(Transaction transaction) throws SQLException, IOException;
    }

    /** Reads, or says why that cannot be. */
    <T> T reading(Work<T> work) {
        return at("read", "", work);
    }

    /** Changes something, all of it or nothing, or says why that cannot be. */
    <T> T writing(Work<T> work) {
        return at("written", "\nWhat was begun there was done wholly or not at all.", work);
    }

    /** Which store this is, whatever its server is called. */
    UUID store() {
        return told("read", "", this::openStore);
    }

    /** Does something on this machine's disk, or says why that cannot be. */
    <T> T here(Callable<T> work) {
        return told("copied here", "", work);
    }

    private <T> T at(String verb, String consequence, Work<T> work) {
        return told(
                verb,
                consequence,
                () -> {
                    openStore();
                    return transaction(work);
                });
    }

    private <T> T told(String verb, String consequence, Callable<T> work) {
        try {
            return work.call();
        } catch (SQLException failure) {
            throw unusable(verb, Reason.of(failure) + consequence, failure);
        } catch (IOException failure) {
            throw unusable(verb, Reason.of(failure) + consequence, failure);
        } catch (UncheckedIOException failure) {
            throw unusable(verb, Reason.of(failure.getCause()) + consequence, failure);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private synchronized UUID openStore() throws SQLException, IOException {
        if (store == null) {
            store = transaction(Schema::open);
        }
        return store;
    }

    private <T> T transaction(Work<T> work) throws SQLException, IOException {
        try (Connection connection = new Driver().connect(address.url(), properties())) {
            connection.setAutoCommit(false);
            try {
                Transaction transaction = new Transaction(connection);
                transaction.run(BEGIN);
                T done = work.done(transaction);
                connection.commit();
                return done;
            } catch (SQLException | IOException | RuntimeException failure) {
                rollBack(connection, failure);
                throw failure;
            }
        }
    }

    /** A connection that is broken rolls back by itself. */
    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
        }
    }

    private Properties properties() throws IOException {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("ApplicationName", "marginal");
        properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("socketTimeout", SECONDS_OF_SILENCE);
        properties.setProperty("tcpKeepAlive", "true");
        if (address.passwordFile().isPresent()) {
            properties.setProperty("password", password(address.passwordFile().get()));
        }
        return properties;
    }

    private static String password(Path file) throws IOException {
        return Files.readString(file).lines().findFirst().orElse("");
    }

    private StoreUnusable unusable(String verb, String reason, Exception cause) {
        return new StoreUnusable(
                "The plan store %s could not be %s: %s".formatted(address, verb, reason), cause);
    }
}
