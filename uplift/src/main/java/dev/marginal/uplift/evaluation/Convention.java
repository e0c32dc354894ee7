package dev.marginal.uplift.evaluation;

import dev.marginal.uplift.CampaignHistory;
import java.util.Arrays;
import java.util.List;

/** A metric of one treatment's experiment, ready for any ranking and any weights. */
interface Convention {
    /** Such as {@code qini.sklift}. */
    String name();

    /** The metric of a ranking. */
    double of(Ranking ranking, double[] weight);

    /** What a random ranking gets on average. */
    double atRandom(double[] weight);

    /** Those that reports show, the one in currency last. */
    static List<Convention> all(CampaignHistory history, int treatment, float[] effect) {
        double[] orders = Arrays.stream(history.gmv()).map(gmv -> gmv > 0 ? 1 : 0).toArray();
        Experiment ofOrders =
                new Experiment(history.arm(), treatment + 1, orders, history.weight());
        Experiment ofGmv =
                new Experiment(history.arm(), treatment + 1, history.gmv(), history.weight());
        return List.of(
                new SkliftQini(ofOrders, ScikitUplift.perfectForQini(ofOrders)),
                new CausalMlAuuc(ofGmv, Ranking.by(new double[history.rows()])),
                new GrfQini(effect));
    }

    /** {@code qini.sklift} on orders. */
    record SkliftQini(Experiment experiment, Ranking perfect) implements Convention {
        @Override
        public String name() {
            return "qini.sklift";
        }

        @Override
        public double of(Ranking ranking, double[] weight) {
            return ScikitUplift.qini(experiment.withWeight(weight), ranking, perfect);
        }

        @Override
        public double atRandom(double[] weight) {
            return 0;
        }
    }

    /**
     * {@code auuc.causalml} on GMV, ties grouped.
     *
     * @param allTied the ranking that does not rank
     */
    record CausalMlAuuc(Experiment experiment, Ranking allTied) implements Convention {
        @Override
        public String name() {
            return "auuc.causalml";
        }

        @Override
        public double of(Ranking ranking, double[] weight) {
            return CausalMl.auuc(experiment.withWeight(weight), ranking);
        }

        /** The straight line to the overall gain, whose sign normalising keeps. */
        @Override
        public double atRandom(double[] weight) {
            return CausalMl.auuc(experiment.withWeight(weight), allTied);
        }
    }

    /** {@code qini.grf} on doubly robust effects. */
    record GrfQini(float[] effect) implements Convention {
        @Override
        public String name() {
            return "qini.grf";
        }

        @Override
        public double of(Ranking ranking, double[] weight) {
            return RankAverage.qini(effect, weight, ranking);
        }

        @Override
        public double atRandom(double[] weight) {
            return 0;
        }
    }
}
