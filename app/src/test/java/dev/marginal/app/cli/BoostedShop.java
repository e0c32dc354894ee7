package dev.marginal.app.cli;

import dev.marginal.tables.duckdb.TableFiles;
import dev.marginal.value.planted.PlantedProspects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Two planted years of purchases, with the columns that customers came with, and models of them:
 * boosted trees for 26 weeks, and a parametric model alone.
 */
record BoostedShop(Path home, Path log, Path customers, Path boosted, Path parametric) {
    static BoostedShop in(Path home) {
        PlantedProspects.Known known =
                new PlantedProspects(1, 1_500, LocalDate.of(2024, 1, 1), 720, 1).known();
        BoostedShop shop =
                new BoostedShop(
                        home,
                        home.resolve("purchases.csv"),
                        home.resolve("customers.csv"),
                        home.resolve("boosted"),
                        home.resolve("parametric"));
        TableFiles.write(known.log(), shop.log);
        TableFiles.write(known.customers(), shop.customers);
        return shop;
    }

    /** Fits trees to the log and the columns, for 26 weeks. */
    Run fitTrees(Path out, Object... more) {
        return fit(
                with(
                        more,
                        "--model",
                        "boosted",
                        "--features",
                        customers,
                        "--horizon",
                        26,
                        "--out",
                        out));
    }

    Run fit(Object... more) {
        return Run.of(with(more, "value", "fit", log, "--time", "day"));
    }

    /** Scores with the trees. */
    Run score(Object... more) {
        return Run.of(
                with(more, "value", "score", log, "--model", boosted, "--features", customers));
    }

    /** The file of customers with other lines; those that become empty are left out. */
    Path customers(UnaryOperator<String> change) throws IOException {
        List<String> lines =
                Files.readAllLines(customers).stream()
                        .map(change)
                        .filter(line -> !line.isEmpty())
                        .toList();
        return Files.write(Files.createTempFile(home, "customers", ".csv"), lines);
    }

    /** A column of a file. */
    static List<String> cells(Path file, String column) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int place = List.of(lines.get(0).split(",")).indexOf(column);
        return lines.stream().skip(1).map(line -> line.split(",")[place]).toList();
    }

    private static Object[] with(Object[] more, Object... first) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray();
    }
}
