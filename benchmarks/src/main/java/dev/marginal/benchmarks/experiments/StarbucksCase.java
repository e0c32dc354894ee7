package dev.marginal.benchmarks.experiments;

import dev.marginal.uplift.CampaignHistory;
import java.util.Arrays;

/**
 * Every contender learns what a purchase brings on one half of the Starbucks exercise and sends the
 * promotion, on the other half, to whom it expects to bring more than the promotion costs. The net
 * incremental revenue of those sends is scaled to the whole file.
 */
public final class StarbucksCase {
    static final String ALL = "send to all";

    private static final double WORTH = 10;
    private static final double COST = 0.15;

    private StarbucksCase() {}

    /** Measures all contenders. */
    public static void main(String[] arguments) {
        Assay assay = Assay.of(arguments);
        CampaignHistory history = PublicData.starbucks(assay.data(), WORTH);
        boolean[] everybody = new boolean[history.rows()];
        Arrays.fill(everybody, true);
        assay.facts().add("file", netRevenue(history, everybody, COST));
        for (long split : assay.splits()) {
            measure(assay, Halves.of(history, split), history.rows());
        }
    }

    private static void measure(Assay assay, Halves halves, int rows) {
        for (String contender : assay.contenders()) {
            float[] uplift = assay.scores(contender, halves).uplift()[0];
            boolean[] sent = new boolean[uplift.length];
            for (int row = 0; row < sent.length; row++) {
                sent[row] = uplift[row] > COST;
            }
            judge(assay, contender, halves.judged(), sent, rows);
        }
        boolean[] everybody = new boolean[halves.judged().rows()];
        Arrays.fill(everybody, true);
        judge(assay, ALL, halves.judged(), everybody, rows);
    }

    private static void judge(
            Assay assay, String contender, CampaignHistory judged, boolean[] sent, int rows) {
        int sends = 0;
        for (boolean one : sent) {
            sends += one ? 1 : 0;
        }
        double scale = (double) rows / judged.rows();
        assay.tell("revenue", contender, scale * netRevenue(judged, sent, COST));
        assay.tell("sent", contender, (double) sends / judged.rows());
    }

    /**
     * Net incremental revenue: what treated customers among those sent to brought, less the cost of
     * their promotions, less what control customers among them brought.
     */
    static double netRevenue(CampaignHistory history, boolean[] sent, double cost) {
        double revenue = 0;
        for (int row = 0; row < sent.length; row++) {
            if (sent[row]) {
                double brought = history.gmv()[row];
                revenue += history.arm()[row] == 0 ? -brought : brought - cost;
            }
        }
        return revenue;
    }
}
