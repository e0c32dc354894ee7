package dev.marginal.value.evaluation;

import dev.marginal.value.Histories;
import dev.marginal.value.lifecycle.RfmScores;
import dev.marginal.value.log.Split;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What anybody could have said. */
final class Baselines {
    private Baselines() {}

    static List<Baseline> of(Split split) {
        return List.of(everyoneAlike(split), ownPace(split), sameAgain(split), rfm(split));
    }

    /** The calibration's mean: all repeat purchases by all the time that customers had for them. */
    private static Baseline everyoneAlike(Split split) {
        Histories histories = split.calibration();
        double time = 0;
        double purchases = 0;
        double spend = 0;
        for (int row = 0; row < histories.rows(); row++) {
            time += histories.age(row);
            purchases += histories.frequency()[row];
            spend += repeatSpend(histories, row);
        }
        double[] alikePurchases = new double[histories.rows()];
        double[] alikeSpend = new double[histories.rows()];
        Arrays.fill(alikePurchases, time == 0 ? 0 : purchases / time * split.horizon());
        Arrays.fill(alikeSpend, time == 0 ? 0 : spend / time * split.horizon());
        return new Baseline("everyone alike", false, alikePurchases, alikeSpend);
    }

    /** The customer's own mean: repeat purchases by the time since the first. */
    private static Baseline ownPace(Split split) {
        Histories histories = split.calibration();
        double[] purchases = new double[histories.rows()];
        double[] spend = new double[histories.rows()];
        for (int row = 0; row < histories.rows(); row++) {
            double stretch = histories.age(row) == 0 ? 0 : split.horizon() / histories.age(row);
            purchases[row] = histories.frequency()[row] * stretch;
            spend[row] = repeatSpend(histories, row) * stretch;
        }
        return new Baseline("own pace", false, purchases, spend);
    }

    /** The last value: what the stretch before the cut brought that is as long as the holdout. */
    private static Baseline sameAgain(Split split) {
        return new Baseline(
                "same again",
                false,
                IntStream.of(split.recentPurchases()).asDoubleStream().toArray(),
                split.recentSpend());
    }

    private static Baseline rfm(Split split) {
        double[] scores = RfmScores.of(split.calibration()).sums();
        return new Baseline("RFM score", true, scores, scores);
    }

    private static double repeatSpend(Histories histories, int row) {
        return histories.isRepeater(row)
                ? histories.meanSpend()[row] * histories.frequency()[row]
                : 0;
    }
}
