package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Pass;
import dev.marginal.optimizer.kernel.Sums;

/**
 * Customers in groups whose use of every row is known apart: by cell as far as there are few, as
 * most rows speak of few cells, and by place where there is one.
 */
final class CellGroups {
    private static final int MOST = 32;
    private static final int PLACES = 6;

    private final Instance instance;
    private final Pass pass;
    private final int cellGroups;
    private final int[] ends;

    CellGroups(Instance instance, Pass pass) {
        this.instance = instance;
        this.pass = pass;
        this.cellGroups = Math.min(instance.cells(), MOST);
        int places = Math.min(PLACES / cellGroups, instance.customers() / 8);
        this.ends = new int[Math.max(1, places)];
        for (int place = 0; place < ends.length; place++) {
            ends[place] = (int) ((place + 1L) * instance.customers() / ends.length);
        }
    }

    int count() {
        return cellGroups * ends.length;
    }

    /** What each group's best choices at these prices use of every row. */
    long[][] use(double[] prices) {
        Sums[] sums = pass.sums(instance.rates(prices), ends);
        long[][] use = new long[count()][];
        for (int group = 0; group < use.length; group++) {
            use[group] = instance.use(part(sums[group / cellGroups], group % cellGroups));
        }
        return use;
    }

    private Sums part(Sums sums, int cellGroup) {
        Sums part = sums.none();
        int offers = instance.columns().offers();
        for (int cell = cellGroup; cell < instance.cells(); cell += cellGroups) {
            int at = cell * offers;
            System.arraycopy(sums.value(), at, part.value(), at, offers);
            System.arraycopy(sums.cost(), at, part.cost(), at, offers);
            System.arraycopy(sums.sends(), at, part.sends(), at, offers);
            for (int measure = 0; measure < sums.measures().length; measure++) {
                System.arraycopy(
                        sums.measures()[measure], at, part.measures()[measure], at, offers);
            }
        }
        return part;
    }
}
