package dev.marginal.uplift.evaluation;

import dev.marginal.uplift.Evaluation.Metric;
import dev.marginal.uplift.Evaluation.Neighbour;
import java.util.ArrayList;
import java.util.List;

/**
 * One treatment's score beside its neighbours, in every convention.
 *
 * @param contenders the model first
 * @param perfectQini the arms ranked as {@code qini.sklift} takes as perfect
 * @param perfectUplift the arms ranked as {@code uplift.sklift} takes as perfect
 * @param costs whether the history has realised costs
 */
record Comparison(
        List<Contender> contenders,
        RankedArms perfectQini,
        RankedArms perfectUplift,
        boolean costs) {

    /** The statistic that is the model's {@code qini.grf}. */
    int targetingGain() {
        return Contender.conventions(costs).indexOf("qini.grf") * contenders.size();
    }

    /**
     * Convention by convention, contender by contender.
     *
     * @param times how often each customer counts
     */
    double[] statistics(byte[] times) {
        ArmMetric.Perfect perfect =
                new ArmMetric.Perfect(
                        ScikitUplift.qiniCurve(perfectQini.curves(times).orders())
                                .areaOverDiagonal(),
                        ScikitUplift.upliftCurve(perfectUplift.curves(times).orders())
                                .areaOverDiagonal());
        int several = contenders.size();
        double[] statistics = new double[Contender.conventions(costs).size() * several];
        for (int contender = 0; contender < several; contender++) {
            double[] metrics = contenders.get(contender).metrics(times, perfect);
            for (int convention = 0; convention < metrics.length; convention++) {
                statistics[convention * several + contender] = metrics[convention];
            }
        }
        return statistics;
    }

    /** The metrics, from the estimates of {@link #statistics}. */
    List<Metric> metrics(Estimates estimates) {
        List<Metric> metrics = new ArrayList<>();
        for (String convention : Contender.conventions(costs)) {
            int own = metrics.size() * contenders.size();
            List<Neighbour> neighbours = new ArrayList<>();
            for (Contender contender : contenders.subList(1, contenders.size())) {
                int other = own + 1 + neighbours.size();
                neighbours.add(
                        new Neighbour(
                                contender.name(), estimates.of(other), estimates.lead(own, other)));
            }
            metrics.add(new Metric(convention, estimates.interval(own), neighbours));
        }
        return metrics;
    }
}
