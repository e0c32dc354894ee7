package dev.marginal.value.fitting;

import dev.marginal.tables.Execution;
import dev.marginal.tables.Requires;
import dev.marginal.value.boosted.BoostedFit;
import dev.marginal.value.boosted.BoostedModel;
import dev.marginal.value.boosted.BoostedScores;
import dev.marginal.value.boosted.CustomerColumns;
import dev.marginal.value.log.Split;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.scoring.Horizon;
import dev.marginal.value.scoring.ValueScores;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a log taught of customers' value: a parametric model, and boosted trees over it where they
 * were asked for.
 *
 * <p>Trees then say how much customers buy and for how much. Who is alive and what an order adds
 * they cannot say; that stays with the parametric model, which was fitted to the same days.
 */
public record LearntValue(FittedValueModel parametric, Optional<BoostedModel> trees) {
    public LearntValue {
        trees.map(BoostedModel::fit)
                .ifPresent(
                        fit -> {
                            requireSame("until", fit.until(), parametric.until());
                            requireSame("log settings", fit.logSettings(), parametric.settings());
                        });
    }

    /** A parametric model alone. */
    public static LearntValue of(FittedValueModel parametric) {
        return new LearntValue(parametric, Optional.empty());
    }

    /** How the trees came about, if there are any. */
    public Optional<BoostedFit> treesFit() {
        return trees.map(BoostedModel::fit);
    }

    /** The only horizon that trees can score, in units of time; nothing where any will do. */
    public OptionalDouble horizon() {
        return trees.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        parametric.settings().unit().of(trees.get().fit().horizonDays()));
    }

    /** What the model looks at on a day; nothing later than that. */
    public Split known(TransactionLog log, LocalDate day, Execution execution) {
        return trees.map(model -> model.known(log, day, execution))
                .orElseGet(() -> log.split(day, day, execution));
    }

    /**
     * Scores every customer of {@link #known}. Trees do not know when in the horizon a coin comes:
     * with a discount they count it as if any moment were alike.
     *
     * @throws IllegalArgumentException if trees never learnt this horizon or these columns
     */
    public ValueScores score(
            Split known, CustomerColumns columns, Horizon horizon, Execution execution) {
        horizon()
                .ifPresent(
                        learnt ->
                                Requires.require(
                                        horizon.length() == learnt,
                                        "horizon",
                                        horizon.length(),
                                        learnt + ", which the trees learnt"));
        ValueScores scores = parametric.valueModel().score(known.calibration(), horizon, execution);
        if (trees.isEmpty()) {
            return scores;
        }
        BoostedScores bought = trees.get().score(known, columns, execution);
        return bought.over(scores, horizon.evenWorth(parametric.settings().unit()));
    }

    private static void requireSame(String name, Object ofTrees, Object ofParametric) {
        Requires.require(
                ofTrees.equals(ofParametric),
                name + " of the trees",
                ofTrees,
                ofParametric + ", as of the parametric model");
    }
}
