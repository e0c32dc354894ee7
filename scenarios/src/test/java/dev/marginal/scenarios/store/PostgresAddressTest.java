package dev.marginal.scenarios.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.marginal.scenarios.store.postgres.AddressFile;
import dev.marginal.scenarios.store.postgres.PostgresAddress;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresAddressTest {
    @TempDir Path folder;

    @Test
    void files_are_named_as_seen_from_the_address_file() throws IOException {
        secret("rw-------");
        PostgresAddress address =
                read(
                        """
                        jdbc: jdbc:postgresql://db.example/marketing?sslmode=verify-full
                        user: marginal
                        password_file: secret
                        folder: copies
                        """);
        assertThat(address.passwordFile()).contains(folder.resolve("secret"));
        assertThat(address.folder()).isEqualTo(folder.resolve("copies"));
        assertThat(address).hasToString("jdbc:postgresql://db.example/marketing");
    }

    @Test
    void only_the_server_and_the_user_must_be_told() throws IOException {
        PostgresAddress address = read("jdbc: jdbc:postgresql:marketing\nuser: marginal\n");

        assertThat(address.passwordFile()).isEmpty();
        assertThat(address.folder().getFileName()).hasToString("marginal");
    }

    @Test
    void every_problem_is_told_at_once_and_no_password() throws IOException {
        BadInput problems =
                problems(
                        """
                        jdbc: jdbc:mysql://marginal:hunter2@db.example/marketing
                        user:
                        pasword_file: secret
                        password: hunter2
                        """);
        assertThat(problems.problems())
                .extracting(Problem::sentence)
                .containsExactly(
                        "pasword_file must be one of jdbc, user, password_file, folder. Did you mean 'password_file'?",
                        "password must not stand here. Put it in a file, and name that as password_file.",
                        "jdbc must hold no password. Put it in a file, and name that as password_file.",
                        "user must be there. The user of the database, such as user: marginal.");
    }

    @Test
    void a_password_file_is_there_and_private() throws IOException {
        String text = "jdbc: jdbc:postgresql:marketing\nuser: marginal\npassword_file: secret\n";
        assertThat(problems(text)).hasMessageContaining("secret) must be a file that can be read.");

        secret("rw-r--r--");
        assertThat(problems(text))
                .hasMessageContaining("must not be readable by everybody. Run chmod 600 on it.");
    }

    @Test
    void a_file_that_is_none_and_one_that_is_no_yaml() throws IOException {
        assertThatThrownBy(() -> AddressFile.read(folder.resolve("none.yml")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("none.yml: must be a file that can be read.");
        assertThat(problems("jdbc: jdbc:mysql://db/x\nuser: marginal\n"))
                .hasMessageContaining(
                        "jdbc (jdbc:mysql://db/x) must begin with jdbc:postgresql:. Such as");
        assertThat(problems("jdbc: [")).hasMessageContaining("must be YAML.");
        assertThat(problems("- jdbc")).hasMessageContaining("must be keys with values.");
    }

    private void secret(String permissions) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString(permissions));
    }

    private PostgresAddress read(String text) throws IOException {
        return AddressFile.read(Files.writeString(folder.resolve("store.yml"), text));
    }

    private BadInput problems(String text) {
        return catchThrowableOfType(BadInput.class, () -> read(text));
    }
}
