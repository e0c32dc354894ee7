package dev.marginal.app.cli;

import dev.marginal.boosting.FeatureSpec;
import dev.marginal.tables.Source;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.value.Histories;
import dev.marginal.value.boosted.BoostedFit;
import dev.marginal.value.boosted.CustomerColumns;
import dev.marginal.value.boosted.FeatureFile;
import dev.marginal.value.fitting.LearntValue;
import dev.marginal.value.log.TransactionLog;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --features}: what is known of customers beside their purchases. */
final class FeaturesOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--features",
            paramLabel = "FILE",
            description = {
                "A row per customer with columns that were known when they first bought; the id is named as in the log.",
                ".csv, .csv.gz or .parquet. Default: the boosted model knows the log alone."
            })
    private String file;

    boolean isGiven() {
        return file != null;
    }

    /** All columns of the file, to learn from. */
    CustomerColumns learnable(TransactionLog log, Histories buyers) {
        return isGiven()
                ? features(log).learnable(buyers.customers(), log.rows().origin())
                : CustomerColumns.NONE;
    }

    /** The columns that a model learnt; {@link #requireFits} has been asked. */
    CustomerColumns known(LearntValue model, TransactionLog log, Histories buyers) {
        return isGiven()
                ? features(log).known(learnt(model), buyers.customers(), log.rows().origin())
                : CustomerColumns.NONE;
    }

    /** Refuses a file that a model has no use for, and the want of one that it needs. */
    void requireFits(LearntValue model) {
        List<FeatureSpec> learnt = learnt(model);
        if (isGiven() && learnt.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "--features (%s) must be left out: this model learnt from the log alone."
                            .formatted(file));
        }
        if (!isGiven() && !learnt.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "Give --features: this model also learnt from %s.".formatted(words(learnt)));
        }
    }

    /** Features with their types, such as {@code age_group (category), visits (number)}. */
    static String words(List<FeatureSpec> features) {
        return features.stream()
                .map(each -> each.name() + (each.category() ? " (category)" : " (number)"))
                .collect(Collectors.joining(", "));
    }

    private static List<FeatureSpec> learnt(LearntValue model) {
        return model.treesFit().map(BoostedFit::broughtFeatures).orElse(List.of());
    }

    private FeatureFile features(TransactionLog log) {
        return new FeatureFile(
                new Source.Files(Path.of(""), file), log.settings().customer(), new DuckDbReader());
    }
}
