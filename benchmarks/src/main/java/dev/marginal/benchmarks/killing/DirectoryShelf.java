package dev.marginal.benchmarks.killing;

import dev.marginal.tables.duckdb.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The directory store, as docs/file-formats.md describes it. */
record DirectoryShelf(Path folder) implements Shelf {
    private static final Pattern STATE = Pattern.compile("\"state\" : \"(\\w+)\"");
    private static final Pattern PROCESS = Pattern.compile("\"process\" : (\\d+)");
    private static final Pattern LEFT =
            Pattern.compile(".*(\\.partial|\\.new|\\.beat|drafts/.*|\\.status/\\.(?!turn).*)");

    @Override
    public String name() {
        return "directory";
    }

    @Override
    public List<String> options() {
        return List.of("--store", folder.toString());
    }

    @Override
    public void tell(Database sql) {
        sql.run(PLAN);
        sql.run(LOG);
        if (holds(folder.resolve(".ledger"))) {
            sql.run(ledger());
        }
        if (holds(folder.resolve(".log/entries"))) {
            sql.run(
                    """
                    insert into log select min(place), any_value(file), max(complete) from (
                      select row_number() over (order by filename) as place, %s || '/' || sha256 || '.parquet' as file,
                        cast("completeThrough" as timestamptz) as complete
                      from read_json(%s, filename = true, columns = {sha256: 'VARCHAR', "completeThrough": 'VARCHAR'}))
                    group by file"""
                            .formatted(
                                    quoted(folder.resolve(".log")),
                                    quoted(folder.resolve(".log/entries/*.json"))));
        }
    }

    private String ledger() {
        String root = Database.quote(folder + "/");
        return """
        insert into plan
        select campaign, date, a.number, a.kind, a.state, a.holder.process,
          case when a.folder = '' then null
            when placed then %1$s || a.folder
            else %1$s || '.' || campaign || '-' || date || '.' || a.number || '.partial' end,
          placed
        from (
          select campaign, date, a, exists (from glob(%2$s) where file = %1$s || a.folder || '/plan.json') as placed
          from (
            select campaign, date, unnest(attempts) as a from read_json(%3$s, filename = true, columns = {
              campaign: 'VARCHAR', date: 'DATE',
              attempts: 'STRUCT(number BIGINT, kind VARCHAR, state VARCHAR, folder VARCHAR, holder STRUCT(process BIGINT))[]'})
            qualify filename = max(filename) over (partition by campaign, date)))"""
                .formatted(
                        root,
                        quoted(folder.resolve("*/plan.json")),
                        quoted(folder.resolve(".ledger/*/*.json")));
    }

    @Override
    public void forget() {
        // The files themselves are read each time.
    }

    @Override
    public Progress progress(String campaign, LocalDate date) {
        Path ledger = folder.resolve(".ledger/" + campaign + "-" + date);
        try (Stream<Path> versions = Files.list(ledger)) {
            Optional<Path> latest =
                    versions.filter(file -> file.toString().endsWith(".json"))
                            .max(Comparator.naturalOrder());
            String text = latest.isEmpty() ? "" : Files.readString(latest.get());
            return new Progress(Long.parseLong(last(PROCESS, text, "0")), last(STATE, text, ""));
        } catch (NoSuchFileException none) {
            return new Progress(0, "");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public List<String> leftovers() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> left = new ArrayList<>();
            files.filter(file -> LEFT.matcher(file.toString()).matches())
                    .forEach(file -> left.add(folder.relativize(file).toString()));
            return left;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Path auditable(Path plan) {
        return plan;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private static boolean holds(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".json"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String last(Pattern pattern, String text, String otherwise) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .reduce(otherwise, (before, found) -> found);
    }

    private static String quoted(Path path) {
        return Database.quote(path.toString());
    }
}
