package dev.marginal.scenarios.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a user reads when a server does not do what it should. */
@ExtendWith(NeedsServer.class)
class PostgresRefusalTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @TempDir Path folder;
    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.in(folder);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_server_that_is_not_there() {
        String nowhere = "jdbc:postgresql://127.0.0.1:1/marketing?ApplicationName=x";

        assertThatThrownBy(() -> plans(nowhere, "marginal", "secret"))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageStartingWith(
                        "The plan store jdbc:postgresql://127.0.0.1:1/marketing could not be read: Connection to 127.0.0.1:1 refused")
                .hasMessageEndingWith("Is the server running, and can it be reached from here?");
    }

    @Test
    void a_wrong_password_which_is_not_told() {
        assertThatThrownBy(() -> plans(database.url(), "marginal", "mistyped"))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("password authentication failed for user \"marginal\"")
                .hasMessageContaining("Look at user and password_file")
                .hasMessageNotContaining("mistyped");
    }

    @Test
    void a_database_that_is_not_there() {
        String none = database.url() + "_not";

        assertThatThrownBy(() -> plans(none, "marginal", database.password()))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("does not exist")
                .hasMessageContaining("Create the database first");
    }

    @Test
    void a_user_who_may_not_make_the_tables_or_use_them() {
        String user = user();
        try {
            assertThatThrownBy(() -> plans(database.url(), user, "pass"))
                    .isInstanceOf(StoreUnusable.class)
                    .hasMessageContaining("permission denied for database")
                    .hasMessageContaining("Give the user the rights that docs/stores.md lists.");
            plans(database.url(), "marginal", database.password());
            assertThatThrownBy(() -> plans(database.url(), user, "pass"))
                    .isInstanceOf(StoreUnusable.class)
                    .hasMessageContaining("permission denied for schema marginal");
        } finally {
            drop(user);
        }
    }

    @Test
    void the_documented_rights_are_enough() {
        String user = user();
        try {
            plans(database.url(), "marginal", database.password());
            database.run("GRANT USAGE ON SCHEMA marginal TO " + user);
            database.run("GRANT SELECT ON ALL TABLES IN SCHEMA marginal TO " + user);
            plans(database.url(), user, "pass");
            assertThatThrownBy(() -> claim(user))
                    .isInstanceOf(StoreUnusable.class)
                    .hasMessageContaining("permission denied for table plan")
                    .hasMessageContaining("What was begun there was done wholly or not at all.");

            database.run("GRANT INSERT, UPDATE ON ALL TABLES IN SCHEMA marginal TO " + user);
            claim(user);
        } finally {
            drop(user);
        }
    }

    @Test
    void tables_of_a_newer_marginal() {
        plans(database.url(), "marginal", database.password());
        database.run("UPDATE marginal.store SET version = 99");

        assertThatThrownBy(() -> plans(database.url(), "marginal", database.password()))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("its tables are of a newer Marginal");
    }

    private void plans(String url, String user, String password) {
        try (PlanStore store = store(url, user, password)) {
            assertThat(store.plans(DAY, DAY)).isEmpty();
        }
    }

    private void claim(String user) {
        PlanKey key = new PlanKey("spring", DAY);
        try (PlanStore store = store(database.url(), user, "pass");
                Claim claim = store.claim(key, PlanKind.LIVE)) {
            StoreContract.build(claim, 1);
            claim.publish(Optional.empty());
            assertThat(store.published(key)).isPresent();
        }
    }

    private PlanStore store(String url, String user, String password) {
        return StoreAddress.open(
                database.storeFile("refused", url, user, password), Lease.usual(Clock.systemUTC()));
    }

    private String user() {
        String name = "reader_" + System.nanoTime();
        database.run("CREATE USER %s PASSWORD 'pass'".formatted(name));
        return name;
    }

    private void drop(String user) {
        database.run("DROP OWNED BY " + user);
        database.run("DROP USER " + user);
    }
}
