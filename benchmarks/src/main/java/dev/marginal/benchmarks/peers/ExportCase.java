package dev.marginal.benchmarks.peers;

import dev.marginal.benchmarks.families.FamilyGenerator;
import dev.marginal.benchmarks.families.FamilyOptions;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.processes.PlainArrays;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.tables.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a campaign as plain arrays for solvers in other languages. */
public final class ExportCase {
    private static final Set<String> OPTIONS =
            Stream.concat(FamilyOptions.NAMES.stream(), Stream.of("into", "facts"))
                    .collect(Collectors.toSet());

    private ExportCase() {}

    /** Writes one campaign; {@code allocation.py} tells the files. */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.of(arguments, OPTIONS);
        Rows rows =
                Rows.of(
                        FamilyGenerator.generate(
                                FamilyOptions.family(options), Execution.allCores()));
        Path into = Path.of(options.text("into", ""));
        Files.createDirectories(into);
        write(rows, into);
    }

    static void write(Rows rows, Path into) throws IOException {
        Files.write(
                into.resolve("shape.tsv"),
                List.of("offers\t" + rows.offers(), "contacts\t" + rows.contacts()));
        PlainArrays.write(
                into.resolve("worth.f64"),
                Arrays.stream(rows.worth())
                        .mapToDouble(w -> (double) w / OfferBook.MICROS)
                        .toArray());
        List<Rows.Row> shared = rows.shared();
        int[] starts = new int[shared.size() + 1];
        for (int row = 0; row < shared.size(); row++) {
            starts[row + 1] = starts[row] + shared.get(row).option().length;
        }
        PlainArrays.write(into.resolve("rows.i32"), starts);
        PlainArrays.write(
                into.resolve("most.f64"),
                shared.stream().mapToDouble(row -> row.most() * row.unit()).toArray());
        PlainArrays.write(
                into.resolve("options.i32"),
                shared.stream().flatMapToInt(row -> Arrays.stream(row.option())).toArray());
        PlainArrays.write(
                into.resolve("amounts.f64"),
                shared.stream()
                        .flatMapToDouble(
                                row -> Arrays.stream(row.amount()).mapToDouble(a -> a * row.unit()))
                        .toArray());
    }
}
