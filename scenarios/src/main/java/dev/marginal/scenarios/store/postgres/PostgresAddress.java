package dev.marginal.scenarios.store.postgres;

import dev.marginal.tables.Requires;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a PostgreSQL store is.
 *
 * @param url such as {@code jdbc:postgresql://db.example/marketing}; holds no password
 * @param passwordFile holds the password and nothing else; empty where the server asks for none
 * @param folder on this machine, for plans in the making, copies of published ones, and what is
 *     told about the store
 */
public record PostgresAddress(String url, String user, Optional<Path> passwordFile, Path folder) {
    public PostgresAddress {
        Requires.require(
                url.startsWith("jdbc:postgresql:"), "jdbc", url, "a jdbc:postgresql: address");
        Requires.text(user, "user");
    }

    /** The address as messages tell it: without what stands behind a question mark. */
    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "");
    }
}
