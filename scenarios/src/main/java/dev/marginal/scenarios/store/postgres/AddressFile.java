package dev.marginal.scenarios.store.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads where a PostgreSQL store is:
 *
 * <pre>
 * jdbc: jdbc:postgresql://db.example/marketing
 * user: marginal
 * password_file: marginal.password    # readable by its owner alone; relative to this file
 * folder: /var/lib/marginal           # optional; default: marginal in the user's folder of states
 * </pre>
 */
public final class AddressFile {
    private static final List<String> KEYS = List.of("jdbc", "user", "password_file", "folder");
    private static final String EXAMPLE = "Such as jdbc:postgresql://db.example/marketing.";

    private static final String ELSEWHERE = "Put it in a file, and name that as password_file.";

    private final Path file;
    private final Problems problems = new Problems();

    private AddressFile(Path file) {
        this.file = file;
    }

    /**
     * The address in a file.
     *
     * @throws BadInput with everything that is wrong with it; passwords are never told
     */
    public static PostgresAddress read(Path file) {
        return new AddressFile(file).address();
    }

    private PostgresAddress address() {
        JsonNode root = root();
        root.fieldNames().forEachRemaining(this::requireKnown);
        String url = text(root, "jdbc", EXAMPLE);
        requireUrl(url);
        String user = text(root, "user", "The user of the database, such as user: marginal.");
        Optional<Path> password = path(root, "password_file");
        password.ifPresent(this::requirePrivate);
        Path folder = path(root, "folder").orElseGet(AddressFile::usualFolder);
        problems.throwIfAny();
        return new PostgresAddress(url, user, password, folder);
    }

    private void requireUrl(String url) {
        if (url.toLowerCase(Locale.ROOT).matches(".*(password=|//[^/]*@).*")) {
            wrong("jdbc", null, "must hold no password", ELSEWHERE);
        } else if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
            wrong("jdbc", url, "must begin with jdbc:postgresql:", EXAMPLE);
        }
    }

    private JsonNode root() {
        try {
            JsonNode root = new YAMLMapper().readTree(Files.readAllBytes(file));
            if (root.isObject()) {
                return root;
            }
            throw bad("must be keys with values", EXAMPLE.replace("Such as ", "Such as jdbc: "));
        } catch (JsonProcessingException broken) {
            throw bad("must be YAML", "Maybe a colon, a quote or the indentation is off.");
        } catch (IOException missing) {
            throw bad("must be a file that can be read", "");
        }
    }

    private void requireKnown(String key) {
        if (key.equals("password")) {
            wrong(
                    key,
                    null,
                    "must not stand here",
                    "Put it in a file, and name that as password_file.");
        } else if (!KEYS.contains(key)) {
            String advice = Suggestion.didYouMean(key, KEYS);
            wrong(key, null, "must be one of " + String.join(", ", KEYS), advice);
        }
    }

    private String text(JsonNode root, String key, String advice) {
        String text = root.path(key).asText("");
        if (text.isBlank()) {
            wrong(key, null, "must be there", advice);
        }
        return text.strip();
    }

    private Optional<Path> path(JsonNode root, String key) {
        String text = root.path(key).asText("");
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(file.toAbsolutePath().resolveSibling(text).normalize());
    }

    private void requirePrivate(Path password) {
        try {
            if (!Files.isReadable(password)) {
                wrong("password_file", password.toString(), "must be a file that can be read", "");
            } else if (Files.getPosixFilePermissions(password)
                    .contains(PosixFilePermission.OTHERS_READ)) {
                wrong(
                        "password_file",
                        password.toString(),
                        "must not be readable by everybody",
                        "Run chmod 600 on it.");
            }
        } catch (UnsupportedOperationException | IOException noSuchPermissions) {
            return;
        }
    }

    private void wrong(String key, String value, String expectation, String advice) {
        problems.add(new Problem(file.toString(), 0, key, value, expectation, advice));
    }

    private BadInput bad(String expectation, String advice) {
        return new BadInput(Problem.of(file.toString(), expectation, advice));
    }

    private static Path usualFolder() {
        String states = System.getenv("XDG_STATE_HOME");
        return states == null
                ? Path.of(System.getProperty("user.home"), ".local", "state", "marginal")
                : Path.of(states, "marginal");
    }
}
