package dev.marginal.benchmarks.experiments;

import dev.marginal.uplift.CampaignHistory;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A history split at random into one half to learn from and one to judge by.
 *
 * @param learnt rows to learn from
 * @param judged rows to judge by
 */
public record Halves(CampaignHistory learnt, CampaignHistory judged) {
    /** Test rows over training rows: how much the splits share, for their intervals. */
    public static final double OVERLAP = 1;

    /** The halves of this seed. */
    public static Halves of(CampaignHistory history, long seed) {
        int[] rows = IntStream.range(0, history.rows()).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int last = rows.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int row = rows[last];
            rows[last] = rows[other];
            rows[other] = row;
        }
        int half = rows.length / 2;
        return new Halves(sorted(history, rows, 0, half), sorted(history, rows, half, rows.length));
    }

    private static CampaignHistory sorted(CampaignHistory history, int[] rows, int from, int to) {
        int[] half = Arrays.copyOfRange(rows, from, to);
        Arrays.sort(half);
        return history.select(half);
    }
}
