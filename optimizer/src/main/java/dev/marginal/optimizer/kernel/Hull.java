package dev.marginal.optimizer.kernel;

/** Climbs the upper hull of one customer's options after another; scratch space of one thread. */
final class Hull {
    private final Columns columns;
    private final PersonalLimits personal;
    private final SlopeSums sums;
    private final double[] value;
    private final double[] cost;
    private int options;

    Hull(Instance instance, SlopeSums sums) {
        this.columns = instance.columns();
        this.personal = instance.personal();
        this.sums = sums;
        this.value = new double[columns.offers()];
        this.cost = new double[columns.offers()];
    }

    void climb(int row) {
        read(row);
        if (personal.atMostOne()) {
            climbOne();
            return;
        }
        for (int option = 0; option < options; option++) {
            sums.add(value[option], cost[option]);
        }
    }

    private void read(int row) {
        options = 0;
        for (int offer = 0; offer < value.length; offer++) {
            float worth = columns.value()[offer][row];
            if (worth > 0 && personal.allows(offer)) {
                value[options] = Columns.micros(worth);
                cost[options++] = Columns.micros(columns.cost()[offer][row]);
            }
        }
    }

    /** From nothing always to the option of the steepest slope, the farther one where they tie. */
    private void climbOne() {
        double atValue = 0;
        double atCost = 0;
        while (true) {
            int steepest = -1;
            double rise = 0;
            double run = 0;
            for (int option = 0; option < options; option++) {
                double up = value[option] - atValue;
                double along = cost[option] - atCost;
                if (up <= 0 || along < 0) {
                    continue;
                }
                double turn = up * run - rise * along;
                if (steepest < 0 || turn > 0 || turn == 0 && up > rise) {
                    steepest = option;
                    rise = up;
                    run = along;
                }
            }
            if (steepest < 0) {
                return;
            }
            sums.add(rise, run);
            atValue = value[steepest];
            atCost = cost[steepest];
        }
    }
}
