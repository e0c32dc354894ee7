package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Pass;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.pricing.Box;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.ortools.LinearModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How far one side of a limit has to give way at least while others are kept.
 *
 * <p>With sends worth nothing, the dual at prices λ is {@code Σ_k λ_k b_k + Σ over customers of max
 * over admissible sets of [− Σ_k λ_k a_k]}, and a plan that keeps every limit exists only where it
 * is zero or more (Farkas' lemma). It grows by λ_j with the side b_j, so prices with a negative
 * dual ask for a change of b_j by {@code − dual / λ_j} at least. Here λ_j is fixed and the others
 * are chosen to ask for as much as they can, by cutting planes within a moving box: the answer is
 * the least use of a ceiling, or the most of a floor, that the linear relaxation allows.
 *
 * <p>What the customers choose at some prices says the same about every question of this kind, so
 * that one asked after another needs few passes more.
 *
 * @see <a href="https://doi.org/10.1287/opre.23.3.389">Marsten, Hogan, Blankenship (1975), The
 *     boxstep method for large-scale optimization, Operations Research 23(3)</a>
 */
final class Dual implements AutoCloseable {
    private static final int MOST_STEPS = 200;
    private static final double FINE = 1e-11;
    private static final double FINE_STEP = 1e-2;

    private final List<Limit> sides;
    private final Instance worthless;
    private final Workers workers;
    private final Deadline deadline;
    private final CellGroups groups;
    private final double[] size;
    private final double[] most;
    private final LinearModel model = new LinearModel();
    private final int[] column;
    private final int[] theta;
    private double[] last;

    /** Questions about some sides of limits; personal limits among them are always kept. */
    Dual(List<Limit> sides, Worthless book, Workers workers, Deadline deadline) {
        this.sides = sides.stream().filter(Limit.Shared.class::isInstance).toList();
        this.worthless = book.instance(sides);
        this.workers = workers;
        this.deadline = deadline;
        this.groups = new CellGroups(worthless, new Pass(worthless, worthless.columns(), workers));
        Sizes sizes = new Sizes(worthless.book());
        this.size =
                worthless.shared().stream()
                        .mapToDouble(limit -> 1 / sizes.perSend(limit))
                        .toArray();
        this.most = worthless.shared().stream().mapToDouble(sizes::together).toArray();
        this.column = new int[size.length];
        this.theta = new int[groups.count()];
        Arrays.setAll(column, row -> model.column(0, 0, 0));
        Arrays.setAll(
                theta,
                group -> model.column(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -1));
        this.last = new double[size.length];
    }

    /** What keeping some of the sides asks of another, as much as can be found. */
    Asked asked(Limit side, List<Limit> kept) {
        int row = sides.indexOf(side);
        return asked(row, kept, most[row] * unit(row), Double.NEGATIVE_INFINITY);
    }

    /** Whether prices prove that one of the sides cannot be kept with some others. */
    boolean refutes(Limit.Shared side, List<Limit> kept) {
        int row = sides.indexOf(side);
        double stated = (side.hasFloor() ? -1 : 1) * bound(row) * unit(row);
        return asked(row, kept, stated, stated).refutes(side);
    }

    /**
     * @param enough to look no further when a larger use per customer is asked for
     * @param little to look no further when no larger use can be asked for
     */
    private Asked asked(int row, List<Limit> kept, double enough, double little) {
        boolean[] counts = new boolean[size.length];
        kept.stream().mapToInt(sides::indexOf).filter(k -> k >= 0).forEach(k -> counts[k] = true);
        for (int other = 0; other < size.length; other++) {
            boolean paid = counts[other] && other != row;
            model.objective(column[other], paid ? -bound(other) * unit(other) : 0);
        }
        last = best(row, outer(row, counts), enough, little);
        double[] prices = new double[size.length];
        for (int other = 0; other < size.length; other++) {
            prices[other] = last[other] * size[other] + 0.0;
        }
        return Asked.by(prices, row, worthless, most[row], workers);
    }

    @Override
    public void close() {
        model.close();
    }

    private double[] best(int row, Box outer, double enough, double little) {
        double[] best = outer.clip(last);
        double need = look(best, row);
        double fine = Math.max(FINE, FINE_STEP * step(row) * unit(row));
        double reach = 1;
        for (int step = 0;
                step < MOST_STEPS && need <= enough + fine && !deadline.passed();
                step++) {
            Box box = outer.around(best, ones(), reach);
            Optional<double[]> promised = promised(box);
            if (promised.isEmpty()) {
                break;
            }
            double[] prices = box.clip(Arrays.copyOf(promised.get(), size.length));
            double promise = promised.get()[size.length] - need;
            boolean held = box.cuts(prices, outer);
            if (promise <= fine || !held && need + promise <= little) {
                if (!held) {
                    break;
                }
                reach *= 4;
                continue;
            }
            double next = look(prices, row);
            if (next - need > 0.1 * promise) {
                reach *= held ? 2 : 1;
            } else if (need - next > promise) {
                reach /= 3;
            }
            best = next > need ? prices : best;
            need = Math.max(next, need);
        }
        return best;
    }

    /** One pass: remembers its cut and returns the use that the prices ask for, per customer. */
    private double look(double[] scaled, int row) {
        double[] prices = new double[size.length];
        double need = 0;
        for (int other = 0; other < size.length; other++) {
            prices[other] = scaled[other] * size[other];
            boolean paid = other != row && scaled[other] != 0;
            need -= paid ? scaled[other] * bound(other) * unit(other) : 0;
        }
        long[][] uses = groups.use(prices);
        for (int group = 0; group < uses.length; group++) {
            long[] use = uses[group];
            int cut = model.row(0, Double.POSITIVE_INFINITY);
            model.set(cut, theta[group], 1);
            for (int other = 0; other < size.length; other++) {
                if (use[other] != 0) {
                    model.set(cut, column[other], use[other] * unit(other));
                }
                need += scaled[other] * use[other] * unit(other);
            }
        }
        return need;
    }

    /** The prices in the box that ask for most as far as is known, and how much that is. */
    private Optional<double[]> promised(Box box) {
        for (int other = 0; other < size.length; other++) {
            model.bound(column[other], box.low()[other], box.high()[other]);
        }
        return model.solve(deadline)
                .map(
                        answer -> {
                            double[] prices = Arrays.copyOf(answer.values(), size.length + 1);
                            prices[size.length] = answer.objective();
                            return prices;
                        });
    }

    private Box outer(int row, boolean[] counts) {
        double[] low = new double[size.length];
        double[] high = new double[size.length];
        for (int other = 0; other < size.length; other++) {
            boolean floor = worthless.hasFloor(other);
            boolean ceiling = worthless.hasCeiling(other);
            low[other] = counts[other] && floor ? Double.NEGATIVE_INFINITY : 0;
            high[other] = counts[other] && ceiling ? Double.POSITIVE_INFINITY : 0;
        }
        low[row] = worthless.hasFloor(row) ? -1 : 1;
        high[row] = low[row];
        return new Box(low, high);
    }

    private double bound(int other) {
        return worthless.side(other, worthless.hasFloor(other) ? -1 : 1);
    }

    /** What a user would count in. */
    private double step(int row) {
        return Dial.unit(worthless.shared().get(row));
    }

    private double unit(int other) {
        return size[other] / Math.max(1, worthless.customers());
    }

    private double[] ones() {
        double[] ones = new double[size.length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
