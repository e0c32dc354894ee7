package dev.marginal.uplift.evaluation;

import dev.marginal.uplift.CampaignHistory;
import java.util.stream.IntStream;

/**
 * One treatment and its control, the best rows first, laid out for many passes.
 *
 * <p>A bootstrap asks for the same metrics of the same ranking hundreds of times, and only how
 * often each customer counts differs. So everything else is gathered once, in the ranking's order
 * and without the rows of other arms: a pass reads its columns from start to end, branches on
 * nothing but ties, and allocates nothing. It gives what {@link ScikitUplift#qiniCurve} on orders
 * and {@link CausalMl#auuc} on GMV give, to the bit, in one go.
 */
final class RankedArms {
    private final int[] customer;
    private final double[] treated;
    private final double[] control;
    private final double[] order;
    private final double[] gmv;
    private final int[] ends;

    private RankedArms(int rows, int[] ends) {
        this.customer = new int[rows];
        this.treated = new double[rows];
        this.control = new double[rows];
        this.order = new double[rows];
        this.gmv = new double[rows];
        this.ends = ends;
    }

    /** The rows of a treatment (0 is the first) and of the control, by a ranking of all rows. */
    static RankedArms of(Sample sample, int treatment, Ranking ranking) {
        CampaignHistory history = sample.history();
        int[] arm = history.arm();
        Ranking compared = ranking.where(row -> arm[row] == 0 || arm[row] == treatment + 1);
        int[] ends = IntStream.range(0, compared.ties()).map(compared::end).toArray();
        RankedArms ranked = new RankedArms(compared.rows(), ends);
        for (int place = 0; place < compared.rows(); place++) {
            int row = compared.row(place);
            double weight = sample.weight()[row];
            ranked.customer[place] = sample.clusters().ofRow()[row];
            ranked.treated[place] = arm[row] == 0 ? 0 : weight;
            ranked.control[place] = arm[row] == 0 ? weight : 0;
            ranked.order[place] = history.gmv()[row] > 0 ? 1 : 0;
            ranked.gmv[place] = history.gmv()[row];
        }
        return ranked;
    }

    /**
     * What the two metrics are made of.
     *
     * @param qini the area between the Qini curve of orders and its diagonal
     * @param auuc {@code auuc.causalml} of GMV
     */
    record Areas(double qini, double auuc) {}

    /**
     * The areas of a replicate.
     *
     * @param times how often each customer counts
     */
    Areas areas(byte[] times) {
        ArmSums sums = new ArmSums();
        GainArea gain = gainArea(times);
        QiniArea qini = new QiniArea();
        int place = 0;
        for (int end : ends) {
            for (; place < end; place++) {
                add(sums, place, times);
            }
            qini.add(sums);
            gain.add(sums);
        }
        return new Areas(qini.overDiagonal(), gain.meanOverRows());
    }

    /** Looks ahead to where both arms have come, and to the end. */
    private GainArea gainArea(byte[] times) {
        ArmSums sums = new ArmSums();
        double firstLift = Double.NaN;
        double firstRows = Double.NaN;
        int place = 0;
        for (int tie = 0; tie < ends.length && Double.isNaN(firstLift); tie++) {
            for (; place < ends[tie]; place++) {
                add(sums, place, times);
            }
            firstLift = sums.lift();
            firstRows = sums.rows();
        }
        for (; place < customer.length; place++) {
            add(sums, place, times);
        }
        return new GainArea(firstLift, firstRows, sums.lift() * sums.rows());
    }

    private void add(ArmSums sums, int place, byte[] times) {
        int count = times[customer[place]];
        sums.add(treated[place] * count, control[place] * count, order[place], gmv[place]);
    }
}
