package dev.marginal.app.cli;

import dev.marginal.tables.Execution;
import dev.marginal.value.Histories;
import dev.marginal.value.UnitOfTime;
import dev.marginal.value.boosted.BoostedLearner;
import dev.marginal.value.boosted.BoostedModel;
import dev.marginal.value.boosted.BoostedSettings;
import dev.marginal.value.log.TransactionLog;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options {@code --model} and {@code --horizon} of a fit: whether trees tell values. */
final class TreesOptions {
    private static final List<String> MODELS = List.of("parametric", BoostedModel.NAME);
    private static final double LONGEST_YEARS = 100;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = {
                "What tells values: parametric, the model of --purchases with gamma_gamma for amounts; or boosted, trees that",
                "learn from --features too, beside the parametric model, which then tells P(alive), stages and what an order",
                "adds. Default: ${DEFAULT-VALUE}."
            })
    private String model = MODELS.get(0);

    @Option(
            names = "--horizon",
            paramLabel = "LENGTH",
            description = {
                "How far boosted trees look ahead, in units of time. Scores are of this horizon and of no other; the",
                "parametric model scores any. Default: a year."
            })
    private Double horizon;

    /** Tells early what does not go together. */
    void requireGoTogether(FeaturesOption features) {
        if (!MODELS.contains(model)) {
            throw Misuse.unknown(command, "--model", model, MODELS);
        }
        requireTrees(!features.isGiven(), "--features");
        requireTrees(horizon == null, "--horizon");
    }

    /**
     * The trees, if they are asked for.
     *
     * @param histories as of the last day that they may know
     */
    Optional<BoostedModel> grow(
            TransactionLog log, Histories histories, FeaturesOption features, Execution execution) {
        if (!areAsked()) {
            return Optional.empty();
        }
        int days = days(histories.unit());
        return Optional.of(
                new BoostedLearner(BoostedSettings.defaults(), execution)
                        .fit(log, features.learnable(log, histories), histories.until(), days));
    }

    private boolean areAsked() {
        return model.equals(BoostedModel.NAME);
    }

    private int days(UnitOfTime unit) {
        long days = Math.round(horizon == null ? UnitOfTime.YEAR.days() : horizon * unit.days());
        if (days < 1 || days > LONGEST_YEARS * UnitOfTime.YEAR.days()) {
            throw new ParameterException(
                    command.commandLine(),
                    "--horizon (%s %ss) must be from a day to a hundred years."
                            .formatted(horizon, unit.word()));
        }
        return (int) days;
    }

    private void requireTrees(boolean unused, String option) {
        if (!unused && !areAsked()) {
            throw new ParameterException(
                    command.commandLine(), option + " has no use without --model boosted.");
        }
    }
}
