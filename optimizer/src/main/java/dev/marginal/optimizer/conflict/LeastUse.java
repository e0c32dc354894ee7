package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Pass;
import dev.marginal.optimizer.kernel.Sums;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.pricing.Bound;
import dev.marginal.optimizer.pricing.Box;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.ortools.LinearModel;
import java.util.Arrays;
import java.util.Optional;

/**
 * How far one side of a limit has to give way at least while all other limits are kept.
 *
 * <p>With sends worth nothing, the dual at prices λ is {@code Σ_k λ_k b_k + Σ over customers of max
 * over admissible sets of [− Σ_k λ_k a_k]}, and a plan that keeps every limit exists only where it
 * is zero or more (Farkas' lemma). It grows by λ_j with the side b_j, so prices with a negative
 * dual ask for a change of b_j by {@code − dual / λ_j} at least. Here λ_j is fixed and the others
 * are chosen to ask for as much as they can, by cutting planes within a moving box: the answer is
 * the least use of a ceiling, or the most of a floor, that the linear relaxation allows.
 *
 * @see <a href="https://doi.org/10.1287/opre.23.3.389">Marsten, Hogan, Blankenship (1975), The
 *     boxstep method for large-scale optimization, Operations Research 23(3)</a>
 */
final class LeastUse implements AutoCloseable {
    private static final int GROUPS = 12;
    private static final int MOST_STEPS = 200;
    private static final double FINE = 1e-10;
    private static final double SCALE = 1024;

    private final Instance worthless;
    private final int row;
    private final double sign;
    private final Workers workers;
    private final Pass pass;
    private final int[] ends;
    private final double[] size;
    private final double most;
    private final LinearModel model = new LinearModel();
    private final int[] column;
    private final int[] theta;

    /**
     * @param worthless every limit kept, and the side that may give way
     * @param row the row of that side
     */
    LeastUse(Instance worthless, int row, Workers workers) {
        this.worthless = worthless;
        this.row = row;
        this.sign = worthless.hasFloor(row) ? -1 : 1;
        this.workers = workers;
        this.pass = new Pass(worthless, worthless.columns(), workers);
        this.ends = ends(worthless.customers());
        Sizes sizes = new Sizes(worthless.book());
        double own = sizes.perSend(worthless.shared().get(row));
        this.most = Math.max(1, sizes.together(worthless.shared().get(row)));
        this.size =
                worthless.shared().stream()
                        .mapToDouble(limit -> own / sizes.perSend(limit))
                        .toArray();
        this.column = new int[size.length];
        for (int other = 0; other < size.length; other++) {
            column[other] =
                    model.column(0, 0, other == row ? 0 : -bound(other) * size[other] / most);
        }
        this.theta = new int[ends.length];
        for (int group = 0; group < theta.length; group++) {
            theta[group] = model.column(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -1);
        }
    }

    /** Prices that ask for the largest change of the side found. */
    Asked most(Deadline deadline) {
        Box outer = outer();
        double[] best = new double[size.length];
        best[row] = sign;
        double need = look(best);
        double reach = 1;
        for (int step = 0; step < MOST_STEPS && need <= 1 && !deadline.passed(); step++) {
            Box box = outer.around(best, ones(), reach);
            Optional<double[]> promised = promised(box, deadline);
            if (promised.isEmpty()) {
                break;
            }
            double[] prices = box.clip(Arrays.copyOf(promised.get(), size.length));
            double promise = promised.get()[size.length] - need;
            boolean held = box.cuts(prices, outer);
            if (promise <= FINE) {
                if (!held) {
                    break;
                }
                reach *= 4;
                continue;
            }
            double next = look(prices);
            if (next - need > 0.1 * promise) {
                reach *= held ? 2 : 1;
            } else if (need - next > promise) {
                reach /= 3;
            }
            best = next > need ? prices : best;
            need = Math.max(next, need);
        }
        return asked(best);
    }

    @Override
    public void close() {
        model.close();
    }

    private Asked asked(double[] scaled) {
        double[] prices = new double[size.length];
        for (int other = 0; other < size.length; other++) {
            prices[other] = scaled[other] * size[other] * SCALE;
        }
        return Asked.by(prices, row, worthless, most, workers);
    }

    /** One pass: remembers its cut and returns the use asked for, as a share of the most. */
    private double look(double[] scaled) {
        double[] prices = new double[size.length];
        double need = 0;
        for (int other = 0; other < size.length; other++) {
            prices[other] = scaled[other] * size[other];
            need -= other == row ? 0 : prices[other] * bound(other);
        }
        Sums[] groups = pass.sums(worthless.rates(prices), ends);
        for (int group = 0; group < groups.length; group++) {
            long[] use = worthless.use(groups[group]);
            int cut = model.row(-sign * use[row] / most, Double.POSITIVE_INFINITY);
            model.set(cut, theta[group], 1);
            for (int other = 0; other < size.length; other++) {
                if (other != row && use[other] != 0) {
                    model.set(cut, column[other], use[other] * size[other] / most);
                }
                need += prices[other] * use[other];
            }
        }
        return need / most;
    }

    /** The prices in the box that ask for most as far as is known, and how much that is. */
    private Optional<double[]> promised(Box box, Deadline deadline) {
        for (int other = 0; other < size.length; other++) {
            if (other != row) {
                model.bound(column[other], box.low()[other], box.high()[other]);
            }
        }
        return model.solve(deadline)
                .map(
                        answer -> {
                            double[] prices = Arrays.copyOf(answer.values(), size.length + 1);
                            prices[row] = sign;
                            prices[size.length] = answer.objective();
                            return prices;
                        });
    }

    private Box outer() {
        double[] low = new double[size.length];
        double[] high = new double[size.length];
        for (int other = 0; other < size.length; other++) {
            low[other] = worthless.hasFloor(other) ? Double.NEGATIVE_INFINITY : 0;
            high[other] = worthless.hasCeiling(other) ? Double.POSITIVE_INFINITY : 0;
        }
        low[row] = sign;
        high[row] = sign;
        return new Box(low, high);
    }

    private double bound(int other) {
        return worthless.side(other, worthless.hasFloor(other) ? -1 : 1);
    }

    private double[] ones() {
        double[] ones = new double[size.length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static int[] ends(int customers) {
        int groups = Math.max(1, Math.min(GROUPS, customers / 8));
        int[] ends = new int[groups];
        for (int group = 0; group < groups; group++) {
            ends[group] = (int) ((group + 1L) * customers / groups);
        }
        return ends;
    }

    /**
     * What prices ask for.
     *
     * @param prices signed, one per row
     * @param amount every plan that keeps the other limits uses the ceiling's limit at least so
     *     much, or the floor's at most so much; in the limit's units, rounded outwards
     * @param possible whether any change of the side may help; where not, it is proven
     */
    record Asked(double[] prices, double amount, boolean possible) {
        static Asked by(
                double[] prices, int row, Instance worthless, double most, Workers workers) {
            double dual = Bound.at(prices, worthless, workers).micros();
            double amount = worthless.side(row, prices[row]) - dual / prices[row];
            return new Asked(prices, amount, Math.signum(prices[row]) * amount <= most);
        }
    }
}
