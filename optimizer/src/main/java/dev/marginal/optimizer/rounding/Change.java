package dev.marginal.optimizer.rounding;

import dev.marginal.optimizer.kernel.Instance;

/** What another set for one customer would change: only the rows that it touches; reused. */
final class Change {
    private final Draft draft;
    private final Instance instance;
    private final long[] dense;
    private final boolean[] seen;
    private final int[] rows;
    private int count;

    Change(Draft draft) {
        this.draft = draft;
        this.instance = draft.instance();
        this.dense = new long[instance.rows()];
        this.seen = new boolean[instance.rows()];
        this.rows = new int[instance.rows()];
    }

    /** Looks at a set for a customer. */
    Change to(int customer, long set) {
        for (int i = 0; i < count; i++) {
            dense[rows[i]] = 0;
            seen[rows[i]] = false;
        }
        count = 0;
        long has = draft.set(customer);
        touch(customer, set & ~has, 1);
        touch(customer, has & ~set, -1);
        return this;
    }

    private void touch(int customer, long offers, int sign) {
        for (long left = offers; left != 0; left &= left - 1) {
            int offer = Long.numberOfTrailingZeros(left);
            instance.addUse(customer, offer, sign, dense);
            for (int row : instance.rowsOf(customer, offer)) {
                if (!seen[row]) {
                    seen[row] = true;
                    rows[count++] = row;
                }
            }
        }
    }

    /** Whether every row would be kept. */
    boolean fits() {
        for (int i = 0; i < count; i++) {
            if (draft.overshoot(rows[i], dense[rows[i]]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether no row would pass its ceiling, or pass it further. */
    boolean passesNoCeiling() {
        for (int i = 0; i < count; i++) {
            long growth = dense[rows[i]];
            if (growth > 0 && draft.overshoot(rows[i], growth) > 0) {
                return false;
            }
        }
        return true;
    }

    /** By how much rows would be nearer to being kept, each as a share of its limit. */
    double relief() {
        double before = 0;
        double after = 0;
        for (int i = 0; i < count; i++) {
            before += broken(rows[i], 0);
            after += broken(rows[i], dense[rows[i]]);
        }
        double relief = before - after;
        return relief > 1e-14 * before ? relief : 0;
    }

    /** What would be left unused of priced rows beyond what is left already, at their prices. */
    double waste(double[] prices) {
        double waste = 0;
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            double price = prices[row];
            if (price != 0) {
                double left = price * (instance.side(row, price) - draft.use(row));
                double then = left - price * dense[row];
                waste += Math.max(0, then) - Math.max(0, left);
            }
        }
        return waste;
    }

    private double broken(int row, long growth) {
        long over = draft.overshoot(row, growth);
        if (over == 0) {
            return 0;
        }
        long side = over > 0 ? instance.most(row) : instance.least(row);
        return Math.abs((double) over) / Math.max(1.0, Math.abs((double) side));
    }

    /** The rows whose use would change, and by how much. */
    Growth growth() {
        int changed = 0;
        for (int i = 0; i < count; i++) {
            changed += dense[rows[i]] != 0 ? 1 : 0;
        }
        Growth growth = new Growth(new int[changed], new long[changed]);
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (dense[rows[i]] != 0) {
                growth.rows[at] = rows[i];
                growth.by[at++] = dense[rows[i]];
            }
        }
        return growth;
    }

    /** Changes of the use of some rows. */
    record Growth(int[] rows, long[] by) {}
}
