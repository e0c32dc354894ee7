package dev.marginal.value.boosted;

import dev.marginal.boosting.FeatureMatrix;
import dev.marginal.boosting.FeatureSpec;
import dev.marginal.boosting.Objective;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Column;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Requires;
import dev.marginal.value.Version;
import dev.marginal.value.log.Split;
import dev.marginal.value.log.TransactionLog;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learns value from time gone by: customers as of an earlier day, and what they bought in the
 * window after it. The window is as long as the horizon, or half of the log where the log is
 * shorter than two of them.
 */
public final class BoostedLearner {
    private static final int FEWEST_BUYERS = 20;

    private final BoostedSettings settings;
    private final Execution execution;

    public BoostedLearner(BoostedSettings settings, Execution execution) {
        this.settings = settings;
        this.execution = execution;
    }

    /**
     * Grows a model.
     *
     * @param columns what is known of customers beside the log
     * @param until the last day that the fit may know
     * @param horizonDays how many days scores will look ahead
     * @throws BadInput if fewer than 20 customers spent anything in the window
     */
    public BoostedModel fit(
            TransactionLog log, CustomerColumns columns, LocalDate until, int horizonDays) {
        Requires.positive(horizonDays, "horizon in days");
        long past = ChronoUnit.DAYS.between(log.firstDay(), until);
        int window = (int) Math.max(1, Math.min(horizonDays, past / 2));
        LocalDate asOf = until.minusDays(window);
        Split split = log.split(asOf, until, execution);
        int[] buyers =
                IntStream.range(0, split.heldSpend().length)
                        .filter(row -> split.heldSpend()[row] > 0)
                        .toArray();
        requireBuyers(log, asOf, until, buyers.length);
        List<Column> features = PastColumns.of(split, columns);
        List<FeatureSpec> specs = features.stream().map(FeatureSpec::of).toList();
        FeatureMatrix matrix = FeatureMatrix.of(split.calibration().rows(), features, specs);
        Growth growth = new Growth(matrix, settings, execution);
        int[] everyone = IntStream.range(0, matrix.rows()).toArray();
        float[] any = labels(everyone, row -> split.heldSpend()[row] > 0 ? 1 : 0);
        float[] counts = labels(buyers, row -> split.heldPurchases()[row]);
        float[] amounts = labels(buyers, row -> settings.amount().label(split.heldSpend()[row]));
        double logVariance =
                settings.amount() == AmountHead.GAMMA ? 0 : growth.unseenVariance(buyers, amounts);
        return new BoostedModel(
                new BoostedFit(
                        settings,
                        Version.xgboost(),
                        log.settings(),
                        until.toString(),
                        asOf.toString(),
                        window,
                        horizonDays,
                        matrix.rows(),
                        buyers.length,
                        logVariance,
                        columns.origin(),
                        specs),
                growth.grow(everyone, any, Objective.LOGISTIC),
                growth.grow(buyers, counts, Objective.GAMMA),
                growth.grow(buyers, amounts, settings.amount().objective()));
    }

    private static void requireBuyers(
            TransactionLog log, LocalDate asOf, LocalDate until, int buyers) {
        if (buyers < FEWEST_BUYERS) {
            throw new BadInput(
                    new Problem(
                            log.rows().origin(),
                            0,
                            "customers who bought by %s and spent again by %s"
                                    .formatted(asOf, until),
                            buyers + "",
                            "must be at least %d for trees to learn from".formatted(FEWEST_BUYERS),
                            "Use pareto_nbd or bg_nbd, or a longer log."));
        }
    }

    /** A label of a row. */
    private interface OfRow {
        double at(int row);
    }

    private static float[] labels(int[] rows, OfRow label) {
        float[] labels = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = (float) label.at(rows[i]);
        }
        return labels;
    }
}
