package dev.marginal.benchmarks.killing;

import dev.marginal.tables.Requires;
import dev.marginal.tables.duckdb.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The PostgreSQL store: its tables by plain JDBC, and the bytes that they hold copied out to be
 * read as files.
 */
final class PostgresShelf implements Shelf {
    private static final String SERVER = "MARGINAL_TEST_POSTGRES";

    private final Path folder;
    private final Path storeFile;
    private final Postgres server;

    private PostgresShelf(Path folder, Path storeFile, Postgres server) {
        this.folder = folder;
        this.storeFile = storeFile;
        this.server = server;
    }

    /** Whether there is a server. */
    static boolean isThere() {
        return System.getenv(SERVER) != null;
    }

    /** A new database on the server that {@code .ci/with-postgres} starts. */
    static PostgresShelf in(Path folder) {
        Requires.require(isThere(), SERVER, null, "set, as .ci/with-postgres does");
        Path given = Path.of(System.getenv(SERVER));
        Map<String, String> lines = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(given)) {
                String[] parts = line.split(": ", 2);
                lines.put(parts[0], parts[1].strip());
            }
            Path secret = given.resolveSibling(lines.get("password_file"));
            String password = Files.readAllLines(secret).get(0);
            String name = "kill_" + Long.toHexString(System.nanoTime());
            try (Postgres operator = Postgres.at(lines.get("jdbc"), lines.get("user"), password)) {
                operator.run("CREATE DATABASE " + name);
            }
            String url = lines.get("jdbc").replaceFirst("/[^/]*$", "/" + name);
            Path own = Files.writeString(folder.resolve("password"), password + "\n");
            Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-------"));
            Path file =
                    Files.writeString(
                            folder.resolve("store.yml"),
                            "jdbc: %s\nuser: %s\npassword_file: password\nfolder: here\n"
                                    .formatted(url, lines.get("user")));
            return new PostgresShelf(folder, file, Postgres.at(url, lines.get("user"), password));
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public List<String> options() {
        return List.of("--store-config", storeFile.toString());
    }

    @Override
    public void tell(Database sql) {
        List<String> plans = new ArrayList<>();
        List<String> log = new ArrayList<>();
        if (isBegun()) {
            server.rows(
                    "SELECT campaign, day, number, kind, state, process FROM marginal.plan",
                    row -> plans.add(plan(row)));
            server.rows(
                    "SELECT place, file, complete_through FROM marginal.log_file ORDER BY place",
                    row -> log.add(log(row)));
        }
        sql.run(PLAN);
        sql.run(LOG);
        plans.forEach(plan -> sql.run("insert into plan values " + plan));
        log.forEach(file -> sql.run("insert into log values " + file));
    }

    @Override
    public void forget() {
        try (Stream<Path> files = Files.exists(read()) ? Files.walk(read()) : Stream.empty()) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Progress progress(String campaign, LocalDate date) {
        List<Progress> last = new ArrayList<>(List.of(new Progress(0, "")));
        if (isBegun()) {
            server.rows(
                    "SELECT process, state FROM marginal.plan WHERE campaign = '%s' AND day = '%s' ORDER BY number"
                            .formatted(campaign, date),
                    row -> last.add(new Progress(Long.parseLong(row.get(0)), row.get(1))));
        }
        return last.get(last.size() - 1);
    }

    @Override
    public List<String> leftovers() {
        List<String> left = new ArrayList<>();
        if (isBegun()) {
            server.rows(
                    "SELECT id FROM marginal.file f WHERE NOT EXISTS (SELECT FROM marginal.plan_file p WHERE p.file = f.id) AND NOT EXISTS (SELECT FROM marginal.log_file l WHERE l.file = f.id)",
                    row -> left.add("file " + row.get(0) + " of nobody"));
        }
        Path here = folder.resolve("here");
        try (Stream<Path> files = Files.exists(here) ? Files.walk(here) : Stream.empty()) {
            files.filter(
                            file ->
                                    file.toString()
                                            .matches(".*/drafts/[^/]+|.*/\\.status/\\.(?!turn).*"))
                    .forEach(file -> left.add(folder.relativize(file).toString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return left;
    }

    /** The store's own copy: a plan names its inputs from there. */
    @Override
    public Path auditable(Path plan) {
        try (Stream<Path> stores = Files.list(folder.resolve("here"))) {
            return stores.map(store -> store.resolve("plans").resolve(plan.getFileName()))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private boolean isBegun() {
        List<String> tables = new ArrayList<>();
        server.rows("SELECT to_regclass('marginal.log_file')::text", row -> tables.add(row.get(0)));
        return tables.get(0) != null;
    }

    private String plan(List<String> row) {
        boolean published = row.get(4).equals("published");
        Path place = read().resolve("%s-%s.%s".formatted(row.get(0), row.get(1), row.get(2)));
        if (published && !Files.exists(place)) {
            server.rows(
                    "SELECT path, file FROM marginal.plan_file WHERE campaign = '%s' AND day = '%s' AND number = %s"
                            .formatted(row.get(0), row.get(1), row.get(2)),
                    file -> copy(file.get(1), place.resolve(file.get(0))));
        }
        return "('%s', '%s', %s, '%s', '%s', %s, %s, true)"
                .formatted(
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        row.get(3),
                        row.get(4),
                        row.get(5),
                        published ? Database.quote(place.toString()) : "null");
    }

    private String log(List<String> row) {
        Path place = read().resolve("log-%s.parquet".formatted(row.get(0)));
        if (!Files.exists(place)) {
            copy(row.get(1), place);
        }
        return "(%s, %s, '%s')".formatted(row.get(0), Database.quote(place.toString()), row.get(2));
    }

    private void copy(String file, Path target) {
        try {
            Files.createDirectories(target.getParent());
            try (OutputStream out = Files.newOutputStream(target)) {
                server.bytes(
                        "SELECT content FROM marginal.chunk WHERE file = %s ORDER BY number"
                                .formatted(file),
                        out);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path read() {
        return folder.resolve("read");
    }
}
