package dev.marginal.optimizer.pricing;

import dev.marginal.optimizer.kernel.Columns;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Pass;
import dev.marginal.optimizer.kernel.Rates;
import dev.marginal.optimizer.kernel.Sums;
import dev.marginal.optimizer.kernel.Workers;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The customers whose choices a search has to look at: all, a sample, or those not settled within a
 * box of prices, the settled ones being a constant.
 */
final class Crowd {
    private static final int GROUPS = 12;

    private final Instance instance;
    private final Workers workers;
    private final Columns columns;
    private final double share;
    private final int[] groupEnds;
    private final Sums[] settled;
    private final Pass pass;

    private Crowd(
            Instance instance,
            Workers workers,
            Columns columns,
            double share,
            int[] groupEnds,
            Sums[] settled) {
        this.instance = instance;
        this.workers = workers;
        this.columns = columns;
        this.share = share;
        this.groupEnds = groupEnds;
        this.settled = settled;
        this.pass = new Pass(instance, columns, workers);
    }

    static Crowd all(Instance instance, Workers workers) {
        return fresh(instance, workers, instance.columns(), 1);
    }

    /** One random customer of each of {@code size} equal stretches; limits shrink alike. */
    static Crowd sample(Instance instance, Workers workers, int size) {
        SplittableRandom random = new SplittableRandom(20_071);
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            long from = (long) i * instance.customers() / size;
            long to = (i + 1L) * instance.customers() / size;
            rows[i] = (int) random.nextLong(from, to);
        }
        double share = (double) size / instance.customers();
        return fresh(instance, workers, instance.columns().gather(rows), share);
    }

    private static Crowd fresh(Instance instance, Workers workers, Columns columns, double share) {
        int groups = Math.max(1, Math.min(GROUPS, columns.rows() / 8));
        int[] ends = new int[groups];
        Sums[] settled = new Sums[groups];
        for (int group = 0; group < groups; group++) {
            ends[group] = (int) ((group + 1L) * columns.rows() / groups);
            settled[group] = instance.noSums();
        }
        return new Crowd(instance, workers, columns, share, ends, settled);
    }

    Instance instance() {
        return instance;
    }

    int rows() {
        return columns.rows();
    }

    int groups() {
        return groupEnds.length;
    }

    /** What the crowd may use of a row at most, or has to use at least. */
    double limit(long bound) {
        return share * bound;
    }

    Evaluation at(double[] prices) {
        Sums[] groups = pass.sums(instance.rates(prices), groupEnds);
        Sums total = instance.noSums();
        for (int group = 0; group < groups.length; group++) {
            groups[group].add(settled[group]);
            total.add(groups[group]);
        }
        long[] use = instance.use(total);
        double dual = total.totalValue();
        for (int row = 0; row < use.length; row++) {
            if (prices[row] != 0) {
                dual += prices[row] * (limit(instance.side(row, prices[row])) - use[row]);
            }
        }
        return new Evaluation(prices, dual, groups);
    }

    /** The same customers as seen from inside a box of prices: only those not settled there. */
    Crowd within(Box box, double[] middle) {
        double[] radius = new double[middle.length];
        for (int row = 0; row < radius.length; row++) {
            radius[row] = Math.max(box.high()[row] - middle[row], middle[row] - box.low()[row]);
        }
        Rates rates = instance.rates(middle);
        boolean[] unsettled = pass.screened(rates, instance.reach(radius)).unsettled();
        int[] ends = new int[groupEnds.length];
        int[] rows = rows(unsettled, ends);
        Columns active = columns.gather(rows);
        Sums[] whole = pass.sums(rates, groupEnds);
        Sums[] moving = new Pass(instance, active, workers).sums(rates, ends);
        Sums[] still = new Sums[whole.length];
        for (int group = 0; group < still.length; group++) {
            still[group] = whole[group].minus(moving[group]);
            still[group].add(settled[group]);
        }
        return new Crowd(instance, workers, active, share, ends, still);
    }

    private int[] rows(boolean[] unsettled, int[] ends) {
        int[] rows = new int[unsettled.length];
        int count = 0;
        for (int group = 0, row = 0; group < groupEnds.length; group++) {
            for (; row < groupEnds[group]; row++) {
                if (unsettled[row]) {
                    rows[count++] = row;
                }
            }
            ends[group] = count;
        }
        return Arrays.copyOf(rows, count);
    }
}
