package dev.marginal.optimizer.kernel;

/** Climbs the upper hull of one customer's options after another; scratch space of one thread. */
final class Hull {
    private final Columns columns;
    private final Families families;
    private final SlopeSums sums;
    private final double[] value;
    private final double[] cost;
    private int options;

    Hull(Instance instance, SlopeSums sums) {
        this.columns = instance.columns();
        this.families = instance.families();
        this.sums = sums;
        this.value = new double[columns.offers()];
        this.cost = new double[columns.offers()];
    }

    void climb(int row) {
        PersonalLimits personal = families.of(columns, row);
        read(row, personal);
        if (personal.atMostOne()) {
            climbOne();
            return;
        }
        for (int option = 0; option < options; option++) {
            sums.add(micros(value[option]), micros(cost[option]));
        }
    }

    private static double micros(double amount) {
        return Columns.micros((float) amount);
    }

    private void read(int row, PersonalLimits personal) {
        options = 0;
        for (int offer = 0; offer < value.length; offer++) {
            float worth = columns.value()[offer][row];
            if (worth > 0 && personal.allows(offer)) {
                value[options] = worth;
                cost[options++] = columns.cost()[offer][row];
            }
        }
    }

    /** From nothing always to the option of the steepest slope, the farther one where they tie. */
    private void climbOne() {
        double atValue = 0;
        double atCost = 0;
        while (options > 0) {
            int steepest = -1;
            double rise = 0;
            double run = 0;
            int left = 0;
            for (int option = 0; option < options; option++) {
                double up = value[option] - atValue;
                double along = cost[option] - atCost;
                if (up <= 0 || along < 0) {
                    continue;
                }
                value[left] = value[option];
                cost[left] = cost[option];
                double turn = up * run - rise * along;
                if (steepest < 0 || turn > 0 || turn == 0 && up > rise) {
                    steepest = left;
                    rise = up;
                    run = along;
                }
                left++;
            }
            options = left;
            if (steepest >= 0) {
                sums.add(
                        micros(value[steepest]) - micros(atValue),
                        micros(cost[steepest]) - micros(atCost));
                atValue = value[steepest];
                atCost = cost[steepest];
            }
        }
    }
}
