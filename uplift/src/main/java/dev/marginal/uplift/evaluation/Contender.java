package dev.marginal.uplift.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One ranking of a treatment's customers, laid out for the metrics.
 *
 * @param name as reports call it
 * @param arms ranked by uplift
 * @param returns the arms ranked by uplift over cost; where the history has costs
 * @param effects ranked by uplift
 */
record Contender(
        String name, RankedArms arms, Optional<RankedArms> returns, RankedEffects effects) {
    /** The conventions in order. */
    static List<String> conventions(boolean costs) {
        List<ArmMetric> byReturn = costs ? ArmMetric.ofReturn() : List.of();
        return Stream.of(
                        ArmMetric.ofUplift().stream().map(ArmMetric::name),
                        byReturn.stream().map(ArmMetric::name),
                        Stream.of("qini.grf", "autoc.grf"))
                .flatMap(names -> names)
                .toList();
    }

    /** The metrics of a replicate, in the order of {@link #conventions}. */
    double[] metrics(byte[] times, ArmMetric.Perfect perfect) {
        ArmCurves curves = arms.curves(times);
        List<ArmMetric> byUplift = ArmMetric.ofUplift();
        List<ArmMetric> byReturn = returns.isPresent() ? ArmMetric.ofReturn() : List.of();
        double[] metrics = new double[byUplift.size() + byReturn.size() + 2];
        int next = 0;
        for (ArmMetric metric : byUplift) {
            metrics[next++] = metric.formula().of(curves, perfect);
        }
        if (returns.isPresent()) {
            ArmCurves ofReturn = returns.get().curves(times);
            for (ArmMetric metric : byReturn) {
                metrics[next++] = metric.formula().of(ofReturn, perfect);
            }
        }
        RankAverage average = effects.average(times);
        metrics[next++] = average.qini();
        metrics[next] = average.autoc();
        return metrics;
    }
}
