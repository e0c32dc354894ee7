package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.marginal.scenarios.store.postgres.AddressFile;
import dev.marginal.scenarios.store.postgres.PostgresAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands with {@code --store-config}; those with a server want {@code .ci/with-postgres}. */
class StoreConfigTest {
    private static final String SERVER = System.getenv("MARGINAL_TEST_POSTGRES");

    @TempDir Path home;

    @Test
    void machines_share_plans_and_the_log_on_a_server() throws IOException, SQLException {
        requireServer();
        String database = newDatabase();
        Path here = storeFile(database, "here");
        Path there = storeFile(database, "there");
        Run.of("simulate", home.resolve("house"), "--daily", "--history", 2_000, "--customers", 99);
        Path campaign = home.resolve("house/vouchers.yml");
        String date = "2026-11-16";

        Run planned = Run.of("plan", campaign, "--date", date, "--store-config", here);
        assertThat(planned.exitCode()).as(planned.messages()).isZero();
        Run imported = Run.of("log", "import", sends(), "--store-config", here);
        assertThat(imported.results()).contains("1 rows added, 0 known already");

        assertThat(Run.of("log", "show", "--store-config", there).results())
                .contains("Complete through 2026-11-16T10:00:00Z");
        Run listed = Run.of("plans", "--from", date, "--to", date, "--store-config", there);
        assertThat(listed.results()).contains("vouchers", "published").doesNotContain("there");
        Run fetched =
                Run.of("plans", "--fetch", "--from", date, "--to", date, "--store-config", there);
        assertThat(Files.readAllBytes(copy(fetched).resolve("sends.csv")))
                .isEqualTo(Files.readAllBytes(copy(planned).resolve("sends.csv")));
        assertThat(Run.of("audit", copy(fetched)).exitCode()).isZero();
    }

    @Test
    void a_dry_run_leaves_a_server_as_it_is() throws IOException, SQLException {
        requireServer();
        Path store = storeFile(newDatabase(), "here");
        Run run = Run.of("log", "import", sends(), "--dry-run", "--store-config", store);

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results()).contains("nothing was written");
        assertThat(Run.of("log", "show", "--store-config", store).results())
                .doesNotContain("1 rows");
    }

    @Test
    void a_file_with_mistakes_ends_with_3_and_all_of_them() throws IOException {
        Path file =
                Files.writeString(
                        home.resolve("store.yml"), "jdbc: jdbc:mysql://db/x\npasword: x\n");
        for (String command : new String[] {"plans", "log show"}) {
            Run run = Run.of((Object[]) (command + " --store-config " + file).split(" "));
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.messages())
                    .contains("pasword must be one of jdbc, user, password_file, folder")
                    .contains("jdbc (jdbc:mysql://db/x) must begin with jdbc:postgresql:")
                    .contains("user must be there");
        }
    }

    @Test
    void a_server_that_is_away_ends_with_1() throws IOException {
        Path file =
                Files.writeString(
                        home.resolve("store.yml"),
                        "jdbc: jdbc:postgresql://127.0.0.1:1/marketing\nuser: marginal\nfolder: f\n");
        Run run = Run.of("log", "show", "--store-config", file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.messages())
                .startsWith(
                        "The plan store jdbc:postgresql://127.0.0.1:1/marketing could not be read: ")
                .contains("Is the server running, and can it be reached from here?")
                .doesNotContain("This should not have happened");
    }

    @Test
    void two_stores_at_once_are_one_too_many() {
        Run run = Run.of("plans", "--store", home, "--store-config", home.resolve("store.yml"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.messages()).contains("--store and --store-config exclude each other.");
    }

    private static void requireServer() {
        if (SERVER == null && System.getenv("CI") != null) {
            throw new AssertionError("Run .ci/with-postgres mvn verify");
        }
        assumeTrue(SERVER != null, "No server: run .ci/with-postgres mvn verify");
    }

    private static String newDatabase() throws SQLException, IOException {
        PostgresAddress server = AddressFile.read(Path.of(SERVER));
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        String password = Files.readString(server.passwordFile().orElseThrow()).strip();
        try (Connection connection =
                DriverManager.getConnection(server.url(), server.user(), password)) {
            connection.createStatement().execute("CREATE DATABASE " + name);
        }
        return server.url().replaceFirst("/[^/]*$", "/" + name);
    }

    private Path storeFile(String url, String machine) throws IOException {
        PostgresAddress server = AddressFile.read(Path.of(SERVER));
        return Files.writeString(
                home.resolve(machine + ".yml"),
                "jdbc: %s\nuser: %s\npassword_file: %s\nfolder: %s\n"
                        .formatted(
                                url,
                                server.user(),
                                server.passwordFile().orElseThrow(),
                                "on-" + machine));
    }

    private Path sends() throws IOException {
        return Files.writeString(
                home.resolve("sends.csv"),
                "customer,channel,sent_at\n1,email,2026-11-16T10:00:00Z\n");
    }

    /** The first folder of a plan that a command tells of. */
    private static Path copy(Run run) {
        for (String word : run.results().split("\\s+")) {
            if (word.contains("/plans/vouchers-")) {
                return Path.of(word);
            }
        }
        throw new AssertionError(run.results());
    }
}
