package dev.marginal.uplift.evaluation;

import dev.marginal.uplift.CampaignHistory;
import java.util.stream.IntStream;

/**
 * One treatment and its control, the best rows first, laid out for many passes.
 *
 * <p>A bootstrap asks for the same metrics of the same ranking hundreds of times, and only how
 * often each customer counts differs. So everything else is gathered once, in the ranking's order
 * and without the rows of other arms: a pass reads its columns from start to end. Replicates look
 * at a long curve at about two thousand of its points, which the standard errors do not feel; ties
 * are never split.
 */
final class RankedArms {
    /** Enough for standard errors. */
    static final int FEW_POINTS = 2048;

    private final int[] customer;
    private final double[] treated;
    private final double[] control;
    private final double[] gmv;
    private final double[] cost;
    private final int[] ends;

    private RankedArms(int rows, int[] ends) {
        this.customer = new int[rows];
        this.treated = new double[rows];
        this.control = new double[rows];
        this.gmv = new double[rows];
        this.cost = new double[rows];
        this.ends = ends;
    }

    /**
     * The rows of a treatment (0 is the first) and of the control, by a ranking of all rows.
     *
     * @param points how many at most
     */
    static RankedArms of(Sample sample, int treatment, Ranking ranking, int points) {
        CampaignHistory history = sample.history();
        int[] arm = history.arm();
        Ranking compared = ranking.where(row -> arm[row] == 0 || arm[row] == treatment + 1);
        RankedArms ranked = new RankedArms(compared.rows(), ends(compared, points));
        for (int place = 0; place < compared.rows(); place++) {
            int row = compared.row(place);
            double weight = sample.weight()[row];
            ranked.customer[place] = sample.clusters().ofRow()[row];
            ranked.treated[place] = arm[row] == 0 ? 0 : weight;
            ranked.control[place] = arm[row] == 0 ? weight : 0;
            ranked.gmv[place] = history.gmv()[row];
            ranked.cost[place] = history.cost().isPresent() ? history.cost().get()[row] : 0;
        }
        return ranked;
    }

    private static int[] ends(Ranking ranking, int points) {
        int[] all = IntStream.range(0, ranking.ties()).map(ranking::end).toArray();
        if (all.length <= points) {
            return all;
        }
        long rows = ranking.rows();
        return IntStream.range(0, all.length)
                .filter(
                        tie ->
                                tie == all.length - 1
                                        || all[tie] * (long) points / rows
                                                < all[tie + 1] * (long) points / rows)
                .map(tie -> all[tie])
                .toArray();
    }

    /**
     * The curves of a replicate.
     *
     * @param times how often each customer counts
     */
    ArmCurves curves(byte[] times) {
        double[][] columns = new double[8][ends.length + 1];
        double[] sums = new double[columns.length];
        int place = 0;
        for (int point = 1; point <= ends.length; point++) {
            for (; place < ends[point - 1]; place++) {
                add(place, times[customer[place]], sums);
            }
            for (int column = 0; column < columns.length; column++) {
                columns[column][point] = sums[column];
            }
        }
        return new ArmCurves(
                new Prefixes(columns[0], columns[1], columns[2], columns[3]),
                new Prefixes(columns[0], columns[1], columns[4], columns[5]),
                new Prefixes(columns[0], columns[1], columns[6], columns[7]));
    }

    /** Adds a row to counts, orders, GMV and costs, each of treated and of control rows. */
    private void add(int place, int times, double[] sums) {
        double ofTreated = treated[place] * times;
        double ofControl = control[place] * times;
        double order = gmv[place] > 0 ? 1 : 0;
        sums[0] += ofTreated;
        sums[1] += ofControl;
        sums[2] += ofTreated * order;
        sums[3] += ofControl * order;
        sums[4] += ofTreated * gmv[place];
        sums[5] += ofControl * gmv[place];
        sums[6] += ofTreated * cost[place];
        sums[7] += ofControl * cost[place];
    }
}
