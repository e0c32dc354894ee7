package dev.marginal.scenarios.drafting;

import dev.marginal.scenarios.planning.Progress;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.ColumnProfile;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Source;
import dev.marginal.tables.TableProfile;
import dev.marginal.tables.duckdb.Glimpse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out which of some files is the history and which the audience. */
public record TableFinder(Wishes wishes, Progress progress) {
    private static final int MOST_FILES = 20;

    /**
     * Looks at files, or at all tables of one folder.
     *
     * @param places files, or folders of files
     * @param audience the file of the audience, where it is known
     * @throws BadInput if there is no history among them, or a file has no sound shape
     */
    public Tables find(List<Path> places, Optional<Path> audience) {
        List<TableProfile> all = new ArrayList<>();
        for (Path file : files(places)) {
            if (audience.isEmpty() || !same(file, audience.get())) {
                all.add(glimpse(file));
            }
        }
        TableProfile history = history(all);
        Optional<TableProfile> customers =
                audience.isPresent()
                        ? audience.map(this::glimpse)
                        : all.stream()
                                .filter(one -> one != history)
                                .filter(one -> isAudienceOf(history, one))
                                .findFirst();
        return new Tables(history, customers);
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private TableProfile glimpse(Path file) {
        progress.begins("Looking at " + file);
        Path whole = file.toAbsolutePath().normalize();
        return Glimpse.of(new Source.Files(whole.getParent(), String.valueOf(whole.getFileName())));
    }

    private static List<Path> files(List<Path> places) {
        List<Path> files = new ArrayList<>();
        for (Path place : places) {
            files.addAll(Files.isDirectory(place) ? tables(place) : List.of(place));
        }
        if (files.size() > MOST_FILES) {
            throw new BadInput(
                    Problem.of(
                            places.get(0).toString(),
                            "holds %,d tables, too many to guess among".formatted(files.size()),
                            "Name the file of the history, and that of the customers to plan for."));
        }
        return files;
    }

    private static List<Path> tables(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> tables =
                    all.filter(file -> isTable(file.getFileName().toString())).sorted().toList();
            if (tables.isEmpty()) {
                throw new BadInput(
                        Problem.of(
                                folder.toString(),
                                "holds no .csv, .csv.gz or .parquet",
                                "Name the file of a past campaign: ./marginal init history.csv."));
            }
            return tables;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isTable(String name) {
        return name.toLowerCase(Locale.ROOT).matches("(?s).*\\.(csv|csv\\.gz|parquet)");
    }

    /** The only one, or the one whose columns say most plainly what was done to whom. */
    private TableProfile history(List<TableProfile> all) {
        if (all.isEmpty()) {
            throw new BadInput(
                    Problem.of(
                            "init",
                            "needs the table of a past campaign",
                            "Name its file: ./marginal init history.csv --audience customers.csv."));
        }
        return all.stream()
                .filter(this::isHistory)
                .max(Comparator.comparingLong(TableProfile::rows))
                .orElse(all.get(0));
    }

    private boolean isHistory(TableProfile table) {
        Tables alone = new Tables(table, Optional.empty());
        Optional<String> treatment =
                wishes.of(Wish.TREATMENT)
                        .filter(name -> table.column(name).isPresent())
                        .or(() -> new TreatmentGuess(alone).column().map(Pick::value));
        boolean outcome =
                wishes.of(Wish.OUTCOME)
                        .map(name -> table.column(name).isPresent())
                        .orElseGet(() -> new OutcomeGuess(alone).column(Set.of()).isPresent());
        return treatment.isPresent() && outcome;
    }

    /** Whether one has the columns of the other but for what was done and what came of it. */
    private static boolean isAudienceOf(TableProfile history, TableProfile other) {
        List<String> shared =
                history.columns().stream()
                        .map(ColumnProfile::name)
                        .filter(name -> other.column(name).isPresent())
                        .toList();
        return shared.size() < history.columns().size()
                && 2 * shared.size() > history.columns().size();
    }
}
