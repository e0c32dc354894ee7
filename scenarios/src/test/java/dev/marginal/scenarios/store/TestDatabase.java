package dev.marginal.scenarios.store;

import dev.marginal.scenarios.store.postgres.AddressFile;
import dev.marginal.scenarios.store.postgres.PostgresAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A new database on the real server that {@code .ci/with-postgres} starts. Tests of other JVMs
 * share the server: a lock that all of them hold keeps it running until they are done.
 */
final class TestDatabase implements AutoCloseable {
    private final Path server;
    private final PostgresAddress operator;
    private final Path folder;
    private final FileChannel others;
    private FileLock turn;
    private final String name = "test_" + UUID.randomUUID().toString().replace("-", "");

    private TestDatabase(Path server, Path folder) throws IOException {
        this.server = server;
        this.operator = AddressFile.read(server);
        this.folder = folder;
        this.others =
                FileChannel.open(
                        server.resolveSibling("turn"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        this.turn = others.lock(0, Long.MAX_VALUE, true);
    }

    /** A database whose store files go into a folder. */
    static TestDatabase in(Path folder) {
        try {
            TestDatabase database = new TestDatabase(Path.of(NeedsServer.SERVER), folder);
            database.create();
            return database;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void create() throws IOException {
        try {
            run(operator.url(), "CREATE DATABASE " + name);
        } catch (IllegalStateException failure) {
            others.close();
            throw failure;
        }
    }

    String url() {
        return operator.url().replaceFirst("/[^/]*$", "/" + name);
    }

    /** The file of a store in this database, as seen from a machine with a folder of its own. */
    String storeFile(String machine) {
        return storeFile(machine, url(), operator.user(), password());
    }

    /** The file of a store. */
    String storeFile(String machine, String url, String user, String password) {
        try {
            Path file = folder.resolve(machine + ".yml");
            Path secret = Files.writeString(folder.resolve(machine + ".password"), password + "\n");
            secret.toFile().setReadable(false, false);
            secret.toFile().setReadable(true, true);
            return Files.writeString(
                            file,
                            "jdbc: %s\nuser: %s\npassword_file: %s\nfolder: on-%s\n"
                                    .formatted(url, user, secret.getFileName(), machine))
                    .toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs SQL in this database, as whoever may do everything. */
    void run(String sql) {
        run(url(), sql);
    }

    /** Whether the server can be killed and started again. */
    boolean canRestart() {
        return Files.isExecutable(server.resolveSibling("restart"));
    }

    /**
     * Waits for the tests of other JVMs to leave the server, and keeps them from it until this
     * database is closed.
     */
    void alone() throws IOException {
        turn.release();
        turn = others.lock();
    }

    /** Kills the server, and starts it again. */
    void restart() throws IOException, InterruptedException {
        Process restart =
                new ProcessBuilder(server.resolveSibling("restart").toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (restart.waitFor() != 0) {
            throw new IOException("The server did not start again.");
        }
    }

    String password() {
        try {
            return Files.readString(operator.passwordFile().orElseThrow()).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try (others) {
            run(operator.url(), "DROP DATABASE %s WITH (FORCE)".formatted(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void run(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url, operator.user(), password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql + ": " + failure.getMessage(), failure);
        }
    }
}
