package dev.marginal.benchmarks.peers;

import dev.marginal.benchmarks.families.FamilyGenerator;
import dev.marginal.benchmarks.families.FamilyOptions;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.processes.PlainArrays;
import dev.marginal.tables.Execution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds up what another language's solver answered: value, limits, and what its prices prove. */
public final class CheckCase {
    private static final Set<String> OPTIONS =
            Stream.concat(FamilyOptions.NAMES.stream(), Stream.of("out", "facts"))
                    .collect(Collectors.toSet());

    private CheckCase() {}

    /** Checks one answer; tells nothing where there is none. */
    public static void main(String[] arguments) {
        Options options = Options.of(arguments, OPTIONS);
        Path out = Path.of(options.text("out", ""));
        if (!Files.exists(out.resolve("x.f64"))) {
            return;
        }
        Rows rows =
                Rows.of(
                        FamilyGenerator.generate(
                                FamilyOptions.family(options), Execution.allCores()));
        double[] x = PlainArrays.doubles(out.resolve("x.f64"));
        check(new Solution("", x, Double.NaN), rows, options.facts());
        Path prices = out.resolve("prices.f64");
        if (Files.exists(prices)) {
            options.facts().add("bound", DualBound.of(rows, PlainArrays.doubles(prices)));
        }
    }

    static void check(Solution solution, Rows rows, Facts facts) {
        facts.add("value", solution.value(rows));
        facts.add("violation", solution.violation(rows));
    }
}
